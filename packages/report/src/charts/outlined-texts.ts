import { type MeasuredFace, measuredFace } from '../fonts/embedded-fonts.ts'

/** The texts of a chart as `chartSvg` writes them. */
const textElement = /<text\b([^>]*)>([^<]*)<\/text>/g
const attribute = /([\w-]+)="([^"]*)"/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }
/** From the middle of a line to its baseline, in sizes. */
const belowMiddle = 0.38

/**
 * A drawing of `chartSvg` with its texts as outlines: whoever turns it into a picture needs no font, and reads none, which would take
 * thirty times as long as the picture.
 */
export async function outlinedTexts(svg: string): Promise<string> {
  const face = await measuredFace('sans')
  return svg.replace(textElement, (_, written: string, content: string) => {
    const attributes = Object.fromEntries([...written.matchAll(attribute)].map(([, key, value]) => [key, value]))
    const text = content.replace(/&(\w+|#\w+);/g, (whole, name: string) => entities[name] ?? whole)
    return outlined(text, attributes, face)
  })
}

function outlined(text: string, attributes: Readonly<Record<string, string>>, face: MeasuredFace): string {
  const size = Number(/font-size:([\d.]+)px/.exec(attributes.style ?? '')?.[1] ?? 12)
  const [, dx = 0, dy = 0] = (/translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(attributes.transform ?? '') ?? []).map(Number)
  const before = { end: 1, middle: 0.5 }[attributes['text-anchor'] ?? ''] ?? 0
  let x = Number(attributes.x ?? 0) + dx - before * face.width(text) * size
  const y = Number(attributes.y ?? 0) + dy + belowMiddle * size
  const scale = size / face.font.unitsPerEm
  const glyphs = Array.from(text, (character) => {
    const path = face.font.glyphForCodePoint(character.codePointAt(0) ?? 0).path.toSVG()
    const place = `translate(${rounded(x)} ${rounded(y)}) scale(${scale} ${-scale})`
    x += face.width(character) * size
    return path === '' ? '' : `<path transform="${place}" d="${path}"/>`
  })
  return `<g fill="${attributes.fill ?? '#000'}">${glyphs.join('')}</g>`
}

function rounded(place: number): number {
  return Math.round(place * 1000) / 1000
}
