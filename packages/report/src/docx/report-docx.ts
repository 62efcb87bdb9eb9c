import type { ReportImprint, ReportModel } from '../model/report-model.ts'
import { appXml, coreXml, customProperties } from '../office/document-properties.ts'
import { zipPackage } from '../office/zip-package.ts'
import { zipParts } from '../readback/zip-parts.ts'
import { docxBody } from './docx-body.ts'
import { fontTableXml } from './docx-fonts.ts'
import { docxFooters, docxHeaders } from './docx-furniture.ts'
import { docxGrid, docxPage } from './docx-page.ts'
import { settingsXml } from './docx-settings.ts'
import { stylesXml } from './docx-styles.ts'

/**
 * A report as a Word file (DOCX) that people go on working with: the page of a 公文 by name of its fonts, headings that the navigation
 * knows, real tables and captions. The same report gives the same bytes. The request and the digest are properties of the file, so that it
 * tells what it is.
 *
 * @throws MissingGlyphError when a chart has a character that the face of its drawing lacks; texts may have any
 */
export async function reportDocx(model: ReportModel, imprint: ReportImprint): Promise<Buffer> {
  const docx = await import('docx')
  const { language } = model.request
  const { width, height, left, right, top, bottom, header, footer } = docxPage
  const document = new docx.Document({
    customProperties: customProperties(model, imprint),
    sections: [
      {
        properties: {
          page: { size: { width, height }, margin: { top, right, bottom, left, header, footer, gutter: 0 } },
          grid: docxGrid(language),
        },
        headers: docxHeaders(docx, model, imprint),
        footers: docxFooters(docx, model, imprint),
        children: await docxBody(docx, model, imprint),
      },
    ],
  })
  const packed = await docx.Packer.toBuffer(document, undefined, [
    { path: 'word/styles.xml', data: stylesXml(language) },
    { path: 'word/settings.xml', data: settingsXml() },
    { path: 'word/fontTable.xml', data: fontTableXml() },
    { path: 'docProps/core.xml', data: coreXml(model) },
    { path: 'docProps/app.xml', data: appXml() },
  ])
  // Packed anew: the library writes the hour.
  return zipPackage(withoutIdleParts(await zipParts(packed)))
}

/** Lists and notes of which a report has none; they ask for styles that nothing else uses. */
const idle = /<(?:Override|Relationship) [^>]*(?:PartName|Target)="[^"]*\b(?:footnotes|endnotes|numbering)\.xml"\/>/g
const idlePart = /^word\/(?:_rels\/)?(?:footnotes|endnotes|numbering)\.xml/

function withoutIdleParts(parts: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const kept = [...parts].filter(([path]) => !idlePart.test(path))
  return new Map(
    kept.map(([path, bytes]) => {
      const lists = path === contentTypes || path.endsWith('.rels')
      return [path, lists ? Buffer.from(bytes.toString().replace(idle, '')) : bytes]
    }),
  )
}

const contentTypes = '[Content_Types].xml'
