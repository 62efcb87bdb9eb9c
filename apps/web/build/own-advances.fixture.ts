import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'

const folder = new URL('.', import.meta.resolve('@fontsource/noto-sans-sc/400.css'))
const isPiece = /url\((\.\/files\/[^)]+\.woff)\)/g

/** The advance of every character that the product's own font has, in thousandths of an em, from its pieces as they are installed. */
export function ownAdvances(weight: 400 | 700): ReadonlyMap<string, number> {
  const css = readFileSync(fileURLToPath(new URL(`${weight}.css`, folder)), 'utf8')
  return new Map([...css.matchAll(isPiece)].flatMap(([, file = '']) => advancesIn(new URL(file, folder))))
}

function advancesIn(file: URL): readonly (readonly [string, number])[] {
  const tables = tablesOf(readFileSync(fileURLToPath(file)))
  const [cmap, hmtx, hhea] = ['cmap', 'hmtx', 'hhea'].map((tag) => tables.get(tag) ?? Buffer.alloc(0)) as [
    Buffer,
    Buffer,
    Buffer,
  ]
  const last = hhea.readUInt16BE(34) - 1
  return glyphsOf(cmap).map(([code, glyph]) => [
    String.fromCodePoint(code),
    hmtx.readUInt16BE(4 * Math.min(glyph, last)),
  ])
}

/** The tables of a WOFF file, unpacked. */
function tablesOf(file: Buffer): ReadonlyMap<string, Buffer> {
  return new Map(
    Array.from({ length: file.readUInt16BE(12) }, (_, index) => {
      const at = 44 + 20 * index
      const [offset, packed, length] = [4, 8, 12].map((part) => file.readUInt32BE(at + part)) as [
        number,
        number,
        number,
      ]
      const bytes = file.subarray(offset, offset + packed)
      return [file.toString('latin1', at, at + 4), packed < length ? inflateSync(bytes) : bytes]
    }),
  )
}

/** Characters and glyphs of a `cmap` of format 4, which every piece has. */
function glyphsOf(cmap: Buffer): readonly (readonly [code: number, glyph: number])[] {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(8 + 8 * index))
  const at = offsets.find((offset) => cmap.readUInt16BE(offset) === 4)
  if (at === undefined) return []
  const segments = cmap.readUInt16BE(at + 6) / 2
  const column = (number: number, segment: number) => at + 14 + (number > 0 ? 2 : 0) + 2 * (number * segments + segment)
  return Array.from({ length: segments }, (_, segment) => segment).flatMap((segment) => {
    const [to, from] = [cmap.readUInt16BE(column(0, segment)), cmap.readUInt16BE(column(1, segment))]
    const delta = cmap.readUInt16BE(column(2, segment))
    const place = column(3, segment)
    const jump = cmap.readUInt16BE(place)
    return Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((code) => {
      if (code === 0xffff) return []
      const raw = jump === 0 ? code : cmap.readUInt16BE(place + jump + 2 * (code - from))
      return raw === 0 ? [] : [[code, (raw + delta) & 0xffff] as const]
    })
  })
}
