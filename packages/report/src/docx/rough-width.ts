/**
 * About how wide a text is in a font that nobody here has: a Chinese character is as wide as it is high, Latin as in Times. Columns need
 * no more; a measured font would take 14 MB to read.
 */
export function roughWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += width(character.codePointAt(0) ?? 0)
  return ems * size
}

function width(codePoint: number): number {
  if (codePoint === 0x2212) return 0.57
  if (codePoint >= 0x2000) return 1
  if (codePoint === 0x20) return 0.25
  if (codePoint === 0x25 || codePoint === 0x40) return 0.84
  if (codePoint >= 0x41 && codePoint <= 0x5a) return 0.7
  if (codePoint >= 0x61 && codePoint <= 0x7a) return 0.49
  return codePoint < 0x30 ? 0.4 : 0.52
}
