import type { Face, MeasuredFace } from './embedded-fonts.ts'
import { brokenLines } from './line-breaks.ts'

/** A stretch of a line in one face, at its place from the left of the line. `spacing` is what is added behind each character. */
export type LineRun = { readonly face: Face; readonly text: string; readonly x: number; readonly spacing: number }
export type ComposedLine = { readonly runs: readonly LineRun[]; readonly width: number }

export type Faces = Readonly<Record<Face, MeasuredFace>>

export type TextStyle = {
  readonly face: Face
  readonly size: number
  readonly width: number
  readonly align: 'justify' | 'start' | 'end' | 'center'
  readonly indent?: number
}

/** Which faces are asked for a character, in order. */
export const facesBehind: Readonly<Record<Face, readonly Face[]>> = {
  serif: ['serif', 'sans'],
  'serif-bold': ['serif-bold', 'sans-bold', 'serif'],
  sans: ['sans', 'serif'],
  'sans-bold': ['sans-bold', 'serif-bold', 'sans'],
}

/** Full-width characters; between two of which, or beside one, a line may be stretched. */
const wide = /[\p{sc=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2026\u2014]/u

/** A line is not stretched by more than this share of its size between two characters; it then stays short. */
const mostStretch = 0.45

/** A text in lines, each with what is drawn where. Lines of the text end paragraphs; tabs are spaces. */
export function composedText(text: string, style: TextStyle, faces: Faces): ComposedLine[] {
  return text
    .normalize('NFC')
    .replace(/\t/g, ' ')
    .split(/\r\n|\r|\n/)
    .flatMap((paragraph) => composedParagraph(paragraph, style, faces))
}

export function textWidth(text: string, face: Face, size: number, faces: Faces): number {
  let width = 0
  for (const character of text) width += faces[faceOf(character, face, faces)].width(character)
  return width * size
}

function composedParagraph(text: string, style: TextStyle, faces: Faces): ComposedLine[] {
  const indent = style.indent ?? 0
  const lines = brokenLines(text, style.width, (part) => textWidth(part, style.face, style.size, faces), indent)
  return lines.map((line, index) => {
    const from = index === 0 ? indent : 0
    const natural = textWidth(line, style.face, style.size, faces)
    const room = style.width - from - natural
    const stretched = style.align === 'justify' && index < lines.length - 1 ? stretch(line, room, style.size) : 0
    const shift = style.align === 'end' ? room : style.align === 'center' ? room / 2 : from
    return { runs: runsOf(line, style, stretched, shift, faces), width: natural + from }
  })
}

function faceOf(character: string, face: Face, faces: Faces): Face {
  const codePoint = character.codePointAt(0) ?? 0
  return facesBehind[face].find((candidate) => faces[candidate].has(codePoint)) ?? face
}

/** What is added at every place where the line gives, so that it fills its width. */
function stretch(line: string, room: number, size: number): number {
  const characters = [...line]
  const places = characters.filter((one, index) => index > 0 && gives(characters[index - 1] ?? '', one)).length
  const each = places === 0 ? 0 : room / places
  return each > size * mostStretch ? 0 : each
}

function gives(before: string, after: string): boolean {
  return wide.test(before) || wide.test(after) || before === ' '
}

function runsOf(line: string, style: TextStyle, stretched: number, shift: number, faces: Faces): LineRun[] {
  const runs: { face: Face; text: string; x: number; spacing: number }[] = []
  let x = shift
  let before = ''
  for (const character of line) {
    const face = faceOf(character, style.face, faces)
    const given = before !== '' && stretched > 0 && gives(before, character)
    if (given) x += stretched
    const last = runs.at(-1)
    const spacing = wide.test(character) ? stretched : 0
    // A run of full-width characters carries its stretch as spacing; one of letters and digits has none within.
    if (last !== undefined && last.face === face && last.spacing === spacing && (!given || spacing > 0))
      last.text += character
    else runs.push({ face, text: character, x, spacing })
    x += faces[face].width(character) * style.size
    before = character
  }
  return runs
}
