import { describe, expect, it } from 'vitest'
import { spaceFont, spaceRanges } from './space-font.ts'

const font = new DataView(spaceFont(spaceRanges))
const tables = Object.fromEntries(
  Array.from({ length: font.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((letter) => font.getUint8(at + letter)))
    return [tag, { offset: font.getUint32(at + 8), length: font.getUint32(at + 12) }]
  }),
)
const offsetOf = (tag: string) => tables[tag]?.offset ?? Number.NaN

/** The advance of a character, as a renderer looks it up. */
function advanceOf(character: string): number | null {
  const code = character.codePointAt(0) ?? 0
  const subtable = offsetOf('cmap') + font.getUint32(offsetOf('cmap') + 8)
  expect(font.getUint16(subtable)).toBe(13)
  for (let index = 0; index < font.getUint32(subtable + 12); index += 1) {
    const group = subtable + 16 + 12 * index
    if (code < font.getUint32(group) || code > font.getUint32(group + 4)) continue
    return font.getUint16(offsetOf('hmtx') + 4 * font.getUint32(group + 8))
  }
  return null
}

describe('the font without ink', () => {
  it.each(['序', '时', '，', '“', '（', '①', '◇', '　', '≥'])('gives %s one em', (character) => {
    expect(advanceOf(character)).toBe(1000)
  })

  it('leaves digits, letters and signs of numbers to the system', () => {
    for (const character of ' 0a%−—×') expect(advanceOf(character), character).toBeNull()
  })

  it('has tables of the length that the format asks for, within the file and on multiples of four', () => {
    expect(tables).toMatchObject({ 'OS/2': { length: 96 }, head: { length: 54 }, hhea: { length: 36 } })
    expect(tables).toMatchObject({ maxp: { length: 32 }, post: { length: 32 } })
    for (const { offset, length } of Object.values(tables)) {
      expect(offset % 4).toBe(0)
      expect(offset + length).toBeLessThanOrEqual(font.byteLength)
    }
    expect(font.byteLength).toBeLessThan(1000)
  })

  it('has ranges in order, none over another', () => {
    for (const [index, { from, to }] of spaceRanges.entries()) {
      expect(from).toBeLessThanOrEqual(to)
      expect(from).toBeGreaterThan(spaceRanges[index - 1]?.to ?? -1)
    }
  })
})
