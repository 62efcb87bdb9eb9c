import type { IndicatorPage, Judgement } from '@xushi/contract'
import type { Bound, Figure } from '@xushi/domain'
import type { Language } from '@xushi/wording'

type Beside = Judgement['beside'][number]

/** What the counting figure has more, as a size and the word for its direction: a reader is not asked to mind a sign. */
export function differenceOf(
  difference: Figure,
): { readonly is: 'more' | 'less' | 'same'; readonly size: Figure } | null {
  if (!difference.known) return null
  const { value, bound } = difference
  if (value > 0) return { is: 'more', size: difference }
  if (value === 0) return { is: 'same', size: difference }
  return { is: 'less', size: { known: true, value: -value, ...(bound !== undefined && { bound: turned[bound] }) } }
}

/** The bound of a number with its sign changed. */
const turned: Readonly<Record<Bound, Bound>> = { above: 'below', below: 'above', about: 'about' }

/**
 * 差异说明: why the source beside says another number, as far as the two figures themselves tell: their days, who is missing, which of
 * them is no exact number, and from when regions are added up. Nothing is guessed beyond that.
 */
export function besideReasons(
  { source, figure, on, reported }: Beside,
  { judgement: { actual }, aggregation }: Pick<IndicatorPage, 'judgement' | 'aggregation'>,
  firstPeriod: string | null,
  language: Language,
): string {
  const says = words[language]
  const isPartial = reported !== null && reported.units !== null && reported.units < reported.expected
  const parts = [
    actual.known && on !== null && actual.on !== on ? says.days(actual.on, on) : null,
    isPartial ? says.missing(reported.expected - (reported.units ?? 0), reported.expected) : null,
    source === 'regions' && aggregation.time === 'sum' && firstPeriod !== null ? says.since(firstPeriod) : null,
    actual.known && actual.bound !== undefined ? says.counted(says.bounds[actual.bound]) : null,
    figure.known && figure.bound !== undefined && !isPartial ? says.this(says.bounds[figure.bound]) : null,
    says.apart,
  ]
  return parts.filter((part) => part !== null).join(says.joint) + says.stop
}

const words = {
  zh: {
    days: (counted: string, own: string) => `计入数截至${counted}，此数截至${own}`,
    missing: (missing: number, expected: number) => `${expected}个单位中${missing}个未报`,
    since: (period: string) => `地区自${period}起逐期相加`,
    counted: (bound: string) => `计入数是${bound}`,
    this: (bound: string) => `此数是${bound}`,
    bounds: { above: '下限', below: '上限', about: '约数' },
    apart: '两个来源各自统计，不调成一致',
    joint: '；',
    stop: '。',
  },
  en: {
    days: (counted: string, own: string) => `what counts is as of ${counted}, this as of ${own}`,
    missing: (missing: number, expected: number) => `${missing} of ${expected} units are missing`,
    since: (period: string) => `regions are added up from ${period} on`,
    counted: (bound: string) => `what counts is ${bound}`,
    this: (bound: string) => `this is ${bound}`,
    bounds: { above: 'a lower bound', below: 'an upper bound', about: 'an approximation' },
    apart: 'each source counts by itself and they are not made to agree',
    joint: '; ',
    stop: '.',
  },
} as const
