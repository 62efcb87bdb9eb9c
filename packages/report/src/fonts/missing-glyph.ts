/** Where a text stands in a report: rows and columns count from 1. */
export type TextPlace = {
  readonly part: 'title' | 'subtitle' | 'number' | 'heading' | 'paragraph' | 'authored' | 'table' | 'chart'
  /** Id of the section; null outside of sections. */
  readonly section: string | null
  /** Its heading, as a reader knows it. */
  readonly heading?: string
  /** Id of the table, the chart or the authored text; null for what has none. */
  readonly id: string | null
  readonly row: number | null
  readonly column: number | null
}

/**
 * A character that no font of the report has. A file is not written with a box in its place: whoever wrote the text is told which
 * character it is and where it stands.
 */
export class MissingGlyphError extends Error {
  readonly character: string
  /** U+20BB7. */
  readonly codePoint: string
  readonly place: TextPlace

  constructor(character: string, place: TextPlace) {
    const codePoint = codePointName(character)
    super(`no font of the report has ${codePoint} (${character}), which stands in ${said(place)}`)
    this.name = 'MissingGlyphError'
    this.character = character
    this.codePoint = codePoint
    this.place = place
  }
}

function said({ part, section, id, row, column }: TextPlace): string {
  const parts = [
    section === null ? '' : `section ${section}`,
    id === null ? `the ${part}` : `${part} ${id}`,
    row === null ? '' : `row ${row}`,
    column === null ? '' : `column ${column}`,
  ]
  return parts.filter((one) => one !== '').join(', ')
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
