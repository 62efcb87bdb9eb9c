import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'

/** The four faces that a report carries: 宋 for its text and 黑 for headings, tables' heads and charts. */
export type Face = 'serif' | 'serif-bold' | 'sans' | 'sans-bold'

const files: Readonly<Record<Face, string>> = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

/** The family name that the sans faces have in a drawing. */
export const sansFamily = 'Noto Sans SC'

export function fontFile(face: Face): string {
  return createRequire(import.meta.url).resolve(files[face])
}

/** A face as it is asked about characters and widths. */
export type MeasuredFace = {
  readonly font: Font
  has(codePoint: number): boolean
  /** Width of a text in a size of 1; what the face does not have counts as one em. */
  width(text: string): number
}

const loaded = new Map<Face, Promise<MeasuredFace>>()

/** Reads a face when it is first wanted; from then on it stays, 14 MB each: read anew for each report, two reports would hold it twice. */
export function measuredFace(face: Face): Promise<MeasuredFace> {
  const known = loaded.get(face) ?? readFace(face)
  loaded.set(face, known)
  return known
}

export async function allFaces(): Promise<Readonly<Record<Face, MeasuredFace>>> {
  const [serif, serifBold, sans, sansBold] = await Promise.all([
    measuredFace('serif'),
    measuredFace('serif-bold'),
    measuredFace('sans'),
    measuredFace('sans-bold'),
  ])
  return { serif, 'serif-bold': serifBold, sans, 'sans-bold': sansBold }
}

async function readFace(face: Face): Promise<MeasuredFace> {
  const { create } = await import('fontkit')
  const font = create(readFileSync(fontFile(face)))
  if ('fonts' in font) throw new Error(`${files[face]} holds more than one font`)
  return measured(font)
}

function measured(font: Font): MeasuredFace {
  const widths = new Map<number, number>()
  const widthOf = (codePoint: number) => {
    const known = widths.get(codePoint)
    if (known !== undefined) return known
    const has = font.hasGlyphForCodePoint(codePoint)
    const width = has ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm : 1
    widths.set(codePoint, width)
    return width
  }
  return {
    font,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    width: (text) => {
      let width = 0
      for (const character of text) width += widthOf(character.codePointAt(0) ?? 0)
      return width
    },
  }
}
