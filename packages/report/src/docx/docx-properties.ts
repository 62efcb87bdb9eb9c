import { xmlCharacters, xmlText } from '@xushi/contract'
import { canonicalJson } from '@xushi/domain'
import type { ReportImprint, ReportModel } from '../model/report-model.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** `docProps/core.xml`: title, subject and language. Its times are the day that the report speaks of, so that the file is the same again. */
export function coreXml({ title, subtitle, request }: ReportModel): string {
  const day = `${new Date(Date.parse(`${request.on}T00:00:00+08:00`)).toISOString().slice(0, 19)}Z`
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}</dcterms:${name}>`
  return `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subtitle)}</dc:subject>\
<dc:creator>Xushi</dc:creator><cp:lastModifiedBy>Xushi</cp:lastModifiedBy><cp:revision>1</cp:revision>\
${time('created')}${time('modified')}<dc:language>${request.language === 'zh' ? 'zh-CN' : 'en-US'}</dc:language></cp:coreProperties>`
}

/** `docProps/app.xml`: which program wrote the file. */
export function appXml(): string {
  return `${xml}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Xushi</Application></Properties>`
}

/** What Word keeps of the text of one property. */
const longest = 255

/**
 * The request, the stand and the digest by which the file is checked, as properties of their own. A text that is longer than Word keeps
 * goes on in `XushiRequest2` and so forth.
 */
export function customProperties(model: ReportModel, imprint: ReportImprint): { name: string; value: string }[] {
  const all: Readonly<Record<string, string | null>> = {
    XushiRequest: canonicalJson(model.request),
    XushiStand: canonicalJson(model.stand),
    XushiDigest: imprint.digest,
    XushiState: imprint.state,
    XushiNumber: imprint.number,
    XushiReport: imprint.report,
    XushiBuild: imprint.build,
  }
  return Object.entries(all).flatMap(([name, value]) =>
    value === null
      ? []
      : piecesOf(xmlCharacters(value)).map((piece, index) => ({
          name: index === 0 ? name : `${name}${index + 1}`,
          value: piece,
        })),
  )
}

function piecesOf(text: string): string[] {
  const characters = [...text]
  const pieces = Math.max(1, Math.ceil(characters.length / longest))
  return Array.from({ length: pieces }, (_, index) => characters.slice(index * longest, (index + 1) * longest).join(''))
}
