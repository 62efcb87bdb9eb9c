import type { Bound } from '@xushi/domain'
import { type Language, shortAmount } from '@xushi/wording'

type Difference = { readonly value: number; readonly bound?: Bound | undefined }

/**
 * How far a published figure is from the count of a register, in words: 公布数至少多28个. Said of the published figure, so that the
 * direction is a word and no sign.
 *
 * @param difference what the count has more than the published figure
 */
export function publishedDifference({ value, bound }: Difference, unit: string, language: Language): string {
  const says = sentences[language]
  if (value === 0) return bound === undefined ? says.same : says.level[bound]
  const isMore = value < 0
  // The published figure has more what the count has less: the bound turns with the sign.
  const turned = isMore ? opposite[bound ?? 'exact'] : (bound ?? 'exact')
  const size = shortAmount(Math.abs(value), 0, language)
  return says.apart(isMore, turned, size, unit)
}

type Near = Bound | 'exact'

const opposite: Readonly<Record<Near, Near>> = { above: 'below', below: 'above', about: 'about', exact: 'exact' }

const near = {
  zh: { above: '至少', below: '至多', about: '约', exact: '' },
  en: { above: 'at least ', below: 'at most ', about: 'about ', exact: '' },
} as const satisfies Readonly<Record<Language, Readonly<Record<Near, string>>>>

const sentences = {
  zh: {
    same: '与台账计数一致',
    level: {
      above: '台账计数不低于公布数',
      below: '台账计数不高于公布数',
      about: '与台账计数大致相当',
    },
    apart: (isMore: boolean, bound: Near, size: string, unit: string) =>
      `公布数比台账计数${near.zh[bound]}${isMore ? '多' : '少'}${size}${unit}`,
  },
  en: {
    same: 'the register counts the same',
    level: {
      above: 'the register counts no fewer',
      below: 'the register counts no more',
      about: 'the register counts about the same',
    },
    apart: (isMore: boolean, bound: Near, size: string) =>
      `the published figure is ${near.en[bound]}${size} ${isMore ? 'higher' : 'lower'} than the register counts`,
  },
} as const
