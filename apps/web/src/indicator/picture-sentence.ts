import type { Series } from '@xushi/contract'
import type { Language } from '@xushi/wording'
import { periodBars } from './period-bars.ts'
import { chartAmount } from './progress-sentence.ts'
import type { DayRange } from './progress-view.ts'
import { regionLines, shareText, wholeShares } from './region-series.ts'

/** So many regions are named; all of them stand in the table. */
const mostNamed = 5

/** Each region's place in words, the largest first: 江苏24，占80.0%；……；1个地区未报. A share only where regions add up. */
export function regionSentence(
  series: Series,
  { on, what, isSum }: { readonly on: string; readonly what: 'cumulative' | 'value'; readonly isSum: boolean },
  language: Language,
): string {
  const zh = language === 'zh'
  const lines = regionLines(series, on, what)
  const shares = wholeShares(lines.map(({ share }) => share))
  const of = { decimals: series.decimals, language }
  const named = lines.slice(0, mostNamed).flatMap(({ name, last }, index) => {
    if (last === null) return []
    const amount = chartAmount(last, of, { sense: 'total' })
    const share = shareText(shares[index] ?? null, last.value, language)
    if (!isSum) return [zh ? `${name.zh}${amount}` : `${name.en} ${amount}`]
    return [zh ? `${name.zh}${amount}，占${share}` : `${name.en} ${amount}, ${share}`]
  })
  const missing = lines.filter(({ last }) => last === null).length
  const rest = lines.length - named.length - missing
  return [
    ...named,
    ...(rest > 0 ? [zh ? `另有${rest}个地区有数` : `${rest} more with a value`] : []),
    ...(missing > 0 ? [zh ? `${missing}个地区未报` : `${missing} not reported`] : []),
  ].join(zh ? '；' : '; ')
}

/** The last period with a value in words, and how many periods are shown. */
export function periodSentence(series: Series, on: string, span: DayRange | null, language: Language): string {
  const zh = language === 'zh'
  const bars = periodBars(series, on, span).filter(({ isFuture }) => !isFuture)
  const last = bars.findLast(({ value }) => value !== null)
  const missing = bars.filter(({ value }) => value === null).length
  const parts = [zh ? `${bars.length}期` : `${bars.length} periods`]
  if (last !== undefined && last.value !== null) {
    const bound = last.isPartial ? ('above' as const) : null
    const amount = chartAmount(
      { value: last.value, bound },
      { decimals: series.decimals, language },
      { sense: 'total' },
    )
    parts.push(
      zh
        ? `最近${last.period} ${amount}（${last.reported}/${last.expected}）`
        : `last ${last.period} ${amount} (${last.reported} of ${last.expected})`,
    )
  }
  if (missing > 0) parts.push(zh ? `${missing}期未报` : `${missing} not reported`)
  return parts.join(zh ? '；' : '; ')
}
