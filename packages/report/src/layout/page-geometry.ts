import type { Text } from '@xushi/domain'

const mm = 72 / 25.4

/**
 * The page of a 公文 (GB/T 9704): A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm; in points from the upper left corner. 22 lines of 28
 * characters of 三号.
 */
export const page = {
  width: 210 * mm,
  height: 297 * mm,
  left: 28 * mm,
  top: 37 * mm,
  textWidth: 156 * mm,
  textHeight: 225 * mm,
  /** The line on which 系统生成稿 stands. */
  markTop: 19 * mm,
  /** The line of the page number, 7 mm below the text. */
  numberMiddle: 269 * mm,
  footTop: 277 * mm,
} as const

export type BodyType = { readonly size: number; readonly line: number; readonly indent: number }

const chinese = page.textWidth / 28

/** Text of the body: 三号 in Chinese; Latin letters of that size would be those of a poster. */
export const bodyType: Readonly<Record<keyof Text, BodyType>> = {
  zh: { size: chinese, line: page.textHeight / 22, indent: 2 * chinese },
  en: { size: 12, line: page.textHeight / 35, indent: 24 },
}

export const titleSize = 22
export const captionSize = 12
export const tableType = { size: 11, headSize: 10.5, line: 6.6 * mm, padding: 1 * mm, rowPadding: 0.6 * mm } as const
