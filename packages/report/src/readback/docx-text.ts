import { strFromU8, unzipSync } from 'fflate'
import type { ReportModel } from '../model/report-model.ts'
import { type MissingPart, missingParts } from './missing-parts.ts'

/** What a Word document says: its paragraphs in reading order, cells of tables among them, and its own properties. */
export type DocxFile = {
  readonly paragraphs: readonly string[]
  /** What is said of each picture for those who do not see it. */
  readonly pictures: readonly string[]
  readonly properties: Readonly<Record<string, string>>
}

/** The style of the sign before a status, which stands for the word beside it. */
export const signStyle = 'StatusSign'

const paragraph = /<w:p[ >].*?<\/w:p>/gs
const run = /<w:r[ >].*?<\/w:r>/gs
const text = /<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:tab\/>|<w:br\/>/gs
const property = /<property [^>]*name="([^"]*)"[^>]*>\s*<vt:lpwstr>(.*?)<\/vt:lpwstr>/gs
const described = /<wp:docPr [^>]*descr="([^"]*)"/g

/** Reads a Word document again. @throws Error when it is no package of Office parts, or has no document in it */
export function readDocx(bytes: Uint8Array): DocxFile {
  const parts = unzipSync(bytes)
  const body = parts['word/document.xml']
  if (body === undefined) throw new Error('no Word document')
  const xml = strFromU8(body)
  const custom = parts['docProps/custom.xml']
  return {
    paragraphs: [...xml.matchAll(paragraph)].map(([one]) => textOf(one)),
    pictures: [...xml.matchAll(described)].map(([, said = '']) => plain(said)),
    properties: Object.fromEntries(
      [...(custom === undefined ? '' : strFromU8(custom)).matchAll(property)].map(([, name = '', value = '']) => [
        plain(name),
        plain(value),
      ]),
    ),
  }
}

const textOf = (xml: string): string =>
  [...xml.matchAll(run)]
    .filter(([one]) => !one.includes(`w:val="${signStyle}"`))
    .flatMap(([one]) => [...one.matchAll(text)].map(([, said]) => (said === undefined ? ' ' : plain(said))))
    .join('')

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (xml: string): string =>
  xml.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return entities[name] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal))
  })

/** Reads a Word document again and names what of its report does not stand in it. */
export const missingFromDocx = (model: ReportModel, bytes: Uint8Array): MissingPart[] =>
  missingParts(model, readDocx(bytes).paragraphs.join(''))
