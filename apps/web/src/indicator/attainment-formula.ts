import type { Judgement } from '@xushi/contract'
import type { Bound } from '@xushi/domain'
import { type BoundSense, boundWord, type Language, shortAmount } from '@xushi/wording'

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
    sourceOfRecord,
  }: Pick<Judgement, 'attainment' | 'target' | 'actual' | 'baseline' | 'decimals' | 'sourceOfRecord'>,
  language: Language,
): string | null {
  if (!attainment.known || target === null || !actual.known) return null
  const said = ({ value, bound }: { value: number; bound?: Bound }, sense: BoundSense = 'published') =>
    `${boundWord(bound, language, sense)}${shortAmount(value, decimals, language)}`
  // A published "above" is 超; a total that lacks somebody is 至少.
  const now = said(actual, sourceOfRecord === 'national' ? 'published' : 'total')
  const whole = shortAmount(target.value, decimals, language)
  if (target.basis === 'level') return `${now} ÷ ${whole}`
  return baseline.known ? `(${now} − ${said(baseline)}) ÷ ${whole}` : null
}
