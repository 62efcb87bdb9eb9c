import type { Judgement } from '@xushi/contract'
import { boundWord, shortAmount } from '../figure/format-figure.ts'
import type { Language } from '../language/language.tsx'

/**
 * How 完成率 comes to be, in the figures of the page: (75 − 47) ÷ 20 for an increment, 906 ÷ 905 for a level. Bounds keep their word.
 * Null where there is no attainment.
 */
export function attainmentFormula(
  {
    attainment,
    target,
    actual,
    baseline,
    decimals,
  }: Pick<Judgement, 'attainment' | 'target' | 'actual' | 'baseline' | 'decimals'>,
  language: Language,
): string | null {
  if (!attainment.known || target === null || !actual.known) return null
  const said = ({ value, bound }: { value: number; bound?: 'above' | 'below' | 'about' }) =>
    `${boundWord(bound, language)}${shortAmount(value, decimals, language)}`
  const whole = shortAmount(target.value, decimals, language)
  if (target.basis === 'level') return `${said(actual)} ÷ ${whole}`
  return baseline.known ? `(${said(actual)} − ${said(baseline)}) ÷ ${whole}` : null
}
