import { Link } from '@tanstack/react-router'
import type { Derivation } from '@xushi/contract'
import { boundSign } from '@xushi/wording'
import { AmountText, PercentText, PlanText, PointsText, WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { derivationWords } from './derivation.words.ts'
import { StatusOrder } from './status-order.tsx'
import { stepWords } from './step.words.ts'
import { indexText, stepSentence } from './step-sentence.ts'

type Step = Derivation['steps'][number]

/** The steps from the text to the status: basis and formula in words, result, and the page that explains the method. */
export function StepTable({ derivation }: { derivation: Derivation }) {
  const says = useWords(derivationWords)
  const { language } = useLanguage()
  return (
    <table className="steps">
      <thead>
        <tr>
          <th>{says.step}</th>
          <th>{says.basis}</th>
          <th className="number">{says.result}</th>
          <th>{says.method}</th>
        </tr>
      </thead>
      <tbody>
        {derivation.steps.map((step) => (
          <tr key={step.step}>
            <th scope="row">{says.steps[step.step]}</th>
            <td className="basis">
              {step.step === 'status' ? (
                <StatusOrder derivation={derivation} />
              ) : (
                stepSentence(step.step, derivation, language)
              )}
              {step.step === 'source-of-record' && <CountedLink derivation={derivation} />}
            </td>
            <td className="number">
              <Result step={step} judgement={derivation.judgement} />
            </td>
            <td className="method">
              <MethodLink name={step.method} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MethodLink({ name }: { name: string }) {
  const titles: Readonly<Record<string, string>> = useWords(derivationWords).methods
  return (
    <Link to="/methods/$name" params={{ name }}>
      {titles[name] ?? name}
    </Link>
  )
}

/** To the row or the entry that the figure was taken from. */
function CountedLink({ derivation: { counted, published } }: { derivation: Derivation }) {
  const says = useWords(stepWords)
  const [id] = counted
  if (id === undefined) return null
  return published.some(({ figure }) => figure.id === id) ? (
    <a href={`#${id}`}>{says.seePublished}</a>
  ) : (
    <Link to="/entries/$id" params={{ id }}>
      {says.seeEntry}
    </Link>
  )
}

function Result({ step, judgement }: { step: Step; judgement: Derivation['judgement'] }) {
  const { result, resultUnit } = step
  if (step.step === 'status') return <StatusMark status={judgement.status} />
  if (step.step === 'plan' && judgement.plan.known) return <PercentText figure={ratioOf(judgement.plan)} />
  if (!result.known) return <WhyText why={result.why} />
  if (step.step === 'plan') return <PlanText value={result.value} of={judgement} />
  if (step.step === 'schedule-index') return <Index figure={result} />
  if (resultUnit === 'percentage-points') return <PointsText figure={result} />
  if (resultUnit === 'ratio') return <PercentText figure={result} />
  return <AmountText figure={result} of={judgement} sense={senseOf(step.step, judgement)} />
}

function Index({ figure: { value, bound } }: { figure: Extract<Step['result'], { known: true }> }) {
  const { language } = useLanguage()
  return `${boundSign(bound, language)}${indexText(value)}`
}

const ratioOf = ({ ratio }: { ratio: number }) => ({ known: true as const, value: ratio })

/** A bound is said otherwise of what somebody published than of a sum that lacks somebody. */
function senseOf(step: Step['step'], { sourceOfRecord }: Derivation['judgement']): 'published' | 'total' {
  if (step === 'aggregation' || step === 'gain') return 'total'
  return step !== 'baseline' && sourceOfRecord !== 'national' ? 'total' : 'published'
}
