import type { Derivation } from '@xushi/contract'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { StatusReason } from '../status/status-reason.tsx'
import { derivationWords } from './derivation.words.ts'
import { heldBecause } from './held-because.ts'
import { heldRule, statusRules } from './status-rules.ts'

/** The rules of the status one after the other, which one held, and the thresholds with their author and reason. */
export function StatusOrder({ derivation }: { derivation: Derivation }) {
  const { judgement, thresholds } = derivation
  const { language } = useLanguage()
  const says = useWords(derivationWords)
  const text = useText()
  const held = heldRule(judgement)
  if (held === null) return says.signIn
  const at = statusRules.indexOf(held)
  const { onSchedule, slightlyBehind } = thresholds
  return (
    <>
      {says.order}
      <ol className="status-order">
        {statusRules.map((rule, index) => (
          <li key={rule} className={index === at ? 'holds' : ''}>
            <span>
              {says.rules[rule]}
              {index === at && (
                <span className="block">
                  <StatusReason of={judgement} full />
                  <span className="label">{heldBecause(held, derivation, language)}</span>
                </span>
              )}
            </span>
            <span className="verdict">{index < at ? says.fails : index === at ? says.holds : says.passed}</span>
          </li>
        ))}
      </ol>
      <p>
        {says.thresholds(onSchedule.toFixed(1), slightlyBehind.toFixed(1))}
        {says.thresholdsBy(text(thresholds.author), text(thresholds.reason))}
      </p>
    </>
  )
}
