import { measuredFace } from '../fonts/embedded-fonts.ts'

/** A text of a drawing with the box that it takes. */
export type DrawnText = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly middle: number
  readonly size: number
}

/** The texts of a drawn chart and where they stand, for tests that none is cut off or lies on another. */
export async function drawnTexts(svg: string): Promise<DrawnText[]> {
  const sans = await measuredFace('sans')
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const number = (pattern: RegExp) => Number(pattern.exec(attributes)?.[1] ?? 0)
    const moved = /transform="translate\(([-\d.]+) ([-\d.]+)\)"/.exec(attributes)
    const x = number(/ x="([-\d.]+)"/) + Number(moved?.[1] ?? 0)
    const size = number(/font-size:([\d.]+)px/)
    const wide = sans.width(text) * size
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1]
    const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x
    return { text, left, right: left + wide, middle: number(/ y="([-\d.]+)"/) + Number(moved?.[2] ?? 0), size }
  })
}

/** Pairs of texts that lie on each other. */
export function overlaps(texts: readonly DrawnText[]): string[] {
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right - 0.5 &&
          other.left < one.right - 0.5 &&
          Math.abs(one.middle - other.middle) < (one.size + other.size) / 2,
      )
      .map((other) => `${one.text} / ${other.text}`),
  )
}
