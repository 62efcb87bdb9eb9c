import type { Bound, Figure } from '@xushi/domain'
import { type BoundSense, boundWord, type Language, points, shortAmount, whyWord, whyWords } from '@xushi/wording'
import type { ProgressSeries } from './progress-series.ts'

export type AmountOf = { readonly decimals: number; readonly language: Language }

/** An amount of the chart as its labels and its description say it: 约+39亿, 至少4.8亿, 62.6. */
export function chartAmount(
  { value, bound }: { readonly value: number; readonly bound?: Bound | null | undefined },
  { decimals, language }: AmountOf,
  { sense = 'published', signed = false }: { readonly sense?: BoundSense; readonly signed?: boolean } = {},
): string {
  const plus = signed && value > 0 ? '+' : ''
  return `${boundWord(bound ?? undefined, language, sense)}${plus}${shortAmount(value, decimals, language)}`
}

/** The difference of actual and plan in words: 较序时+62.0个百分点; null where it is not known. */
export function differenceText(figure: Figure, language: Language): string | null {
  if (!figure.known) return null
  const value = `${boundWord(figure.bound, language, 'total')}${points(figure.value)}`
  return language === 'zh' ? `较序时${value}个百分点` : `${value} points to plan`
}

const joinedWord = {
  regions: { zh: '地区合计', en: 'Sum of regions' },
  register: { zh: '台账计数', en: 'Count of the register' },
} as const

/** The chart in sentences for those who do not see it, with the figures as the page prints them; all values stand in the table beside. */
export function progressSentence(
  { points: all, target, standing, gaps, scale, source }: ProgressSeries,
  { title, unit, decimals, language }: AmountOf & { readonly title: string; readonly unit: string },
): string {
  const zh = language === 'zh'
  const of = { decimals, language }
  const signed = scale === 'gain'
  const said = all.findLast(({ published }) => published !== null)
  const own = all.findLast(({ recorded }) => recorded !== null)
  const total = all.findLast(({ regional, partial }) => regional !== null || partial !== null)
  const sum = total?.regional ?? total?.partial
  const difference = standing === null ? null : differenceText(standing.percentagePoints, language)
  const parts = [
    zh
      ? `${title}，单位${unit}${signed ? '，较基期的增量' : ''}`
      : `${title}, ${unit}${signed ? ', gain since the baseline' : ''}`,
    said?.published
      ? `${zh ? '最近公布' : 'Last published'} ${said.on} ${chartAmount(said.published, of, { signed })}`
      : null,
    own?.recorded
      ? `${zh ? '全国填报' : 'Recorded for the nation'} ${own.on} ${chartAmount(own.recorded, of, { signed })}`
      : null,
    total !== undefined && sum !== null && sum !== undefined
      ? `${joinedWord[source][language]} ${total.on} ${chartAmount({ value: sum, bound: total.regionalBound }, of, { sense: 'total' })}${reportedText(total.reported, zh)}`
      : null,
    standing !== null && standing.planned !== null
      ? `${zh ? '应到' : 'Planned'} ${standing.on} ${chartAmount({ value: standing.planned }, { ...of, decimals: decimals + 1 })}`
      : null,
    difference,
    target === null ? null : `${zh ? '目标' : 'Target'} ${target.on} ${chartAmount(target, of)}`,
    ...gaps.map(({ fromOn, toOn, why, months }) => {
      if (months !== undefined) {
        return zh
          ? `全国口径${months.from}至${months.to}未公布`
          : `nation, ${months.from} to ${months.to}: none published`
      }
      const word = whyWord(why, whyWords[language])
      return zh ? `${fromOn}至${toOn}${word}` : `${fromOn} to ${toOn} ${word}`
    }),
  ]
  return parts.filter((part) => part !== null).join(zh ? '；' : '; ')
}

const reportedText = (reported: { readonly units: number; readonly expected: number } | null, zh: boolean) =>
  reported === null
    ? ''
    : zh
      ? `（${reported.units}/${reported.expected}个单位已报）`
      : ` (${reported.units} of ${reported.expected} units reported)`
