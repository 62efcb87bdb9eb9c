/**
 * About how wide a text is in a font that nobody here has: a Chinese character is as wide as it is high, Latin as in Times. Columns need
 * no more; a measured font would take 14 MB to read.
 */
export function roughWidth(text: string, size: number): number {
  return emsOf(text, { capital: 0.73, small: 0.49, other: 0.52 }) * size
}

/** The same in the bold face of a head, with Latin as in Arial. */
export function roughHeadWidth(text: string, size: number): number {
  return emsOf(text, { capital: 0.76, small: 0.61, other: 0.58 }) * size
}

type LatinWidths = { readonly capital: number; readonly small: number; readonly other: number }

function emsOf(text: string, latin: LatinWidths): number {
  let ems = 0
  for (const character of text) ems += width(character.codePointAt(0) ?? 0, latin)
  return ems
}

/** % @ M W m w, of which one makes a short word much wider. */
const widest = new Set([0x25, 0x40, 0x4d, 0x57, 0x6d, 0x77])

function width(codePoint: number, { capital, small, other }: LatinWidths): number {
  if (codePoint === 0x2212) return 0.57
  if (codePoint >= 0x2000) return 1
  if (codePoint === 0x20) return 0.28
  if (widest.has(codePoint)) return 0.94
  if (codePoint >= 0x41 && codePoint <= 0x5a) return capital
  if (codePoint >= 0x61 && codePoint <= 0x7a) return small
  return codePoint < 0x30 ? 0.4 : other
}
