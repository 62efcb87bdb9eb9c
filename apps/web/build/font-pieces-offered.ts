import { type SpaceRange, spaceRanges } from '../src/app/space-font.ts'

const pieceRule = /@font-face\s*\{[^}]*\}/g
const rangesOf = /unicode-range:\s*([^;}]*)/
const secondFormat = /,\s*url\([^)]*\.woff\)\s*format\(['"]woff['"]\)/g

/**
 * The font's style sheet as the product offers it. Every browser that runs its pages reads WOFF2, so the second format is left out. Each
 * piece is offered for the characters alone whose place is held until it comes; letters and digits are the system's from the first
 * paint on, since drawn from a piece that comes later they would take another width.
 */
export const offeredPieces = (css: string): string =>
  css.replace(pieceRule, (rule) => {
    const held = heldIn(rangesOf.exec(rule)?.[1] ?? '')
    return held === '' ? '' : rule.replace(secondFormat, '').replace(rangesOf, `unicode-range: ${held}`)
  })

function heldIn(ranges: string): string {
  const parts = ranges.split(',').map((part) => {
    const [from = '', to = from] = part.trim().slice(2).split('-')
    return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }
  })
  return parts.flatMap((part) => spaceRanges.flatMap((held) => both(part, held))).join()
}

function both(a: { readonly from: number; readonly to: number }, b: SpaceRange): readonly string[] {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)]
  if (from > to) return []
  return [from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`]
}
