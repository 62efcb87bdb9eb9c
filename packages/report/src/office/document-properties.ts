import { xmlCharacters } from '@xushi/contract'
import { canonicalJson } from '@xushi/domain'
import type { ReportImprint, ReportModel } from '../model/report-model.ts'
import { element, xmlPart } from './xml-element.ts'

const core = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:dcmitype': 'http://purl.org/dc/dcmitype/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
}

/** `docProps/core.xml`: title, subject and language. Its times are the day that the report speaks of, so that the file is the same again. */
export function coreXml({ title, subtitle, request }: ReportModel): string {
  const day = `${new Date(Date.parse(`${request.on}T00:00:00+08:00`)).toISOString().slice(0, 19)}Z`
  const time = (name: string) => element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, day)
  return xmlPart(
    element('cp:coreProperties', core, [
      element('dc:title', {}, title),
      element('dc:subject', {}, subtitle),
      element('dc:creator', {}, 'Xushi'),
      element('cp:lastModifiedBy', {}, 'Xushi'),
      element('cp:revision', {}, '1'),
      time('created'),
      time('modified'),
      element('dc:language', {}, request.language === 'zh' ? 'zh-CN' : 'en-US'),
    ]),
  )
}

const extended = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'
const custom = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'
/** The set to which properties of one's own belong. */
const formatId = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'

/** `docProps/app.xml`: which program wrote the file. */
export function appXml(): string {
  return xmlPart(element('Properties', { xmlns: extended }, [element('Application', {}, 'Xushi')]))
}

/** `docProps/custom.xml`: the properties of one's own, numbered from 2. */
export function customXml(model: ReportModel, imprint: ReportImprint): string {
  const properties = customProperties(model, imprint).map(({ name, value }, index) =>
    element('property', { fmtid: formatId, pid: index + 2, name }, [element('vt:lpwstr', {}, value)]),
  )
  return xmlPart(element('Properties', { xmlns: custom, 'xmlns:vt': types }, properties))
}

/** What Word and Excel keep of the text of one property. */
const longest = 255

/**
 * The request, the stand and the digest by which the file is checked, as properties of their own. A text that is longer than they keep
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
