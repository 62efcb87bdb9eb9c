/** Characters of one advance, in thousandths of an em. */
export type SpaceRange = { readonly from: number; readonly to: number; readonly advance: number }

const em = 1000
const range = (from: number, to = from, advance = em): SpaceRange => ({ from, to, advance })

/**
 * What a Chinese font draws and a Latin one does not, or draws narrower, with the advances of Noto Sans SC. Sorted. The minus sign and the
 * dash are not among it: those are the system's, as digits are.
 */
export const spaceRanges: readonly SpaceRange[] = [
  range(0xb7),
  range(0x201c, 0x201d),
  range(0x2026),
  range(0x2190, 0x2199),
  range(0x2225),
  range(0x2248),
  range(0x2260, 0x226b),
  range(0x2460, 0x24ff),
  range(0x25a0, 0x25ff),
  range(0x2605, 0x2606),
  range(0x2713, 0x2713, 683),
  range(0x3000, 0x3029),
  range(0x3030, 0x303e),
  range(0x3041, 0x3096),
  range(0x309b, 0x30ff),
  range(0x3400, 0x4dbf),
  range(0x4e00, 0x9fff),
  range(0xf900, 0xfaff),
  range(0xff01, 0xff60),
  range(0xffe0, 0xffe6),
]

/**
 * A font without ink: every character of the ranges is as wide as in the product's own font, which comes later, so that nothing moves when
 * it comes. Written table by table (OpenType 1.9), as `cmap` format 13 lets one glyph stand for a whole range; the same bytes each time.
 */
export function spaceFont(ranges: readonly SpaceRange[]): ArrayBuffer {
  const advances = [em, ...new Set(ranges.map(({ advance }) => advance))]
  const glyphOf = (advance: number) => advances.indexOf(advance, 1)
  const count = advances.length
  // Line metrics of the product's own font.
  const [ascent, descent] = [1160, -288]
  const tables: readonly (readonly [tag: string, words: readonly number[]])[] = [
    // Version 4, weight 400, width 5, regular, first and last character, the metrics of a line.
    ['OS/2', [4, em, 400, 5, ...zeros(27), 0x40, 0xb7, 0xffff, ascent, descent, 0, ascent, -descent, ...zeros(9)]],
    [
      'cmap',
      [0, 1, 3, 10, ...long(12), 13, 0, ...long(16 + 12 * ranges.length), ...long(0), ...long(ranges.length)].concat(
        ranges.flatMap(({ from, to, advance }) => [...long(from), ...long(to), ...long(glyphOf(advance))]),
      ),
    ],
    ['glyf', [0, 0]],
    ['head', [1, 0, 1, 0, 0, 0, ...long(0x5f0f3cf5), 0, em, ...zeros(8), 0, 0, 0, 0, 0, 8, 2, 0, 0]],
    ['hhea', [1, 0, ascent, descent, 0, em, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, count]],
    ['hmtx', advances.flatMap((advance) => [advance, 0])],
    ['loca', zeros(count + 1)],
    ['maxp', [1, 0, count, ...zeros(4), 1, ...zeros(8)]],
    ['name', [0, 0, 6]],
    ['post', [3, ...zeros(15)]],
  ]
  return fontFile(tables)
}

const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0)
const long = (value: number): readonly number[] => [value >>> 16, value & 0xffff]

/** The tables behind their directory, each on a multiple of four bytes. Words of 16 bits, negative ones as their complement. */
function fontFile(tables: readonly (readonly [tag: string, words: readonly number[]])[]): ArrayBuffer {
  const power = Math.floor(Math.log2(tables.length))
  const search = 16 * 2 ** power
  const directory = [1, 0, tables.length, search, power, 16 * tables.length - search]
  const body: number[] = []
  let offset = 12 + 16 * tables.length
  for (const [tag, words] of tables) {
    const padded = words.length % 2 === 0 ? words : [...words, 0]
    const letters = [...tag].map((letter) => letter.charCodeAt(0))
    directory.push(...pairs(letters), ...long(checksum(padded)), ...long(offset), ...long(2 * words.length))
    body.push(...padded)
    offset += 2 * padded.length
  }
  const all = [...directory, ...body]
  const view = new DataView(new ArrayBuffer(2 * all.length))
  for (const [index, word] of all.entries()) view.setUint16(2 * index, word & 0xffff)
  return view.buffer
}

const pairs = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): readonly number[] => [(a << 8) | b, (c << 8) | d]

const checksum = (words: readonly number[]): number =>
  words.reduce(
    (sum, word, index) => (sum + (index % 2 === 0 ? (word & 0xffff) * 0x1_0000 : word & 0xffff)) % 2 ** 32,
    0,
  )
