/**
 * A character that no font of the report has. A file is not written with a box in its place: whoever wrote the text is told which
 * character it is and where it stands.
 */
export class MissingGlyphError extends Error {
  readonly character: string
  /** U+20BB7. */
  readonly codePoint: string
  /** Where it stands: ids and numbers of section, block, row and column, as in the model. */
  readonly place: string

  constructor(character: string, place: string) {
    const codePoint = codePointName(character)
    super(`no font of the report has ${codePoint} (${character}), which stands in ${place}`)
    this.name = 'MissingGlyphError'
    this.character = character
    this.codePoint = codePoint
    this.place = place
  }
}

/** U+ and at least four hexadecimal digits, for half of a pair as well. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** White space that is laid out, not drawn. */
const laidOut = /[\t\n\r]/

/** The first character of a text for which `has` finds no glyph; null for none. */
export function withoutGlyph(text: string, has: (codePoint: number) => boolean): string | null {
  for (const character of text) {
    if (!laidOut.test(character) && !has(character.codePointAt(0) ?? 0)) return character
  }
  return null
}
