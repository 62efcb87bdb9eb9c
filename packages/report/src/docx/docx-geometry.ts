import { convertMillimetersToTwip } from 'docx'

/**
 * A page of a 公文 (GB/T 9704-2012): A4, 天头 37 mm, 订口 28 mm, 版心 156 x 225 mm with 22 lines of 28 characters of 3号 (16 pt). Lengths in
 * twips, a twentieth of a point.
 */
const mm = convertMillimetersToTwip
const text = { width: 156, height: 225 }
const [top, left] = [37, 28]

export const page = {
  width: mm(210),
  height: mm(297),
  margin: {
    top: mm(top),
    left: mm(left),
    right: mm(210 - left - text.width),
    bottom: mm(297 - top - text.height),
    header: mm(18),
    footer: mm(17),
  },
  textWidth: mm(text.width),
  textHeight: mm(text.height),
} as const

const pointsPerMillimetre = 72 / 25.4
/** 3号. */
export const bodySize = 16
const lines = 22
const characters = 28

/** 22 lines of 28.99 pt, in twips. */
export const linePitch = Math.floor(((text.height * pointsPerMillimetre) / lines) * 20)

/**
 * 28 characters of 16 pt in a line of 156 mm stand a fifth of a point closer. Said of the text and not of the grid of the page, which
 * programs read in different ways.
 */
export const closer = Math.floor(((text.width * pointsPerMillimetre) / characters - bodySize) * 20)

/** Sizes in half points, as a run says them: 2号 22 pt, 3号 16 pt, 四号 14 pt, 五号 10.5 pt, 小五 9 pt. */
export const halfPoints = { title: 44, body: 32, number: 28, table: 21, small: 18, foot: 15 } as const
