import { setImmediate } from 'node:timers/promises'
import { xmlText } from '@xushi/contract'
import { canonicalJson } from '@xushi/domain'
import type { Font } from 'fontkit'
import type { Faces } from '../fonts/composed-line.ts'
import { allFaces, type Face } from '../fonts/embedded-fonts.ts'
import { page } from '../layout/page-geometry.ts'
import type { ReportImprint, ReportModel } from '../model/report-model.ts'
import { type PlacedBox, paginated } from './box.ts'
import { requireGlyphs } from './glyph-coverage.ts'
import { drawFurniture } from './page-furniture.ts'
import { reportBoxes } from './report-boxes.ts'
import type { Sheet } from './sheet.ts'
import { structureOf, type Tag } from './structure.ts'

/**
 * A report as PDF: A4 in the layout of a 公文, with embedded fonts, text that can be searched and copied, bookmarks, and a structure for
 * those who have it read to them. The same report gives the same bytes. The request and the digest are in the document information, so
 * that a file tells what it is.
 *
 * @throws MissingGlyphError when a character has no glyph in the fonts of the report
 */
export async function reportPdf(model: ReportModel, imprint: ReportImprint): Promise<Buffer> {
  const [{ default: PDFDocument }, faces] = await Promise.all([import('pdfkit'), allFaces()])
  requireGlyphs(model, imprint, faces)
  const root: Tag = { name: 'Document', parent: null }
  const pages = paginated(await reportBoxes(model, imprint, root, faces), page.textHeight)
  // The packet of metadata is XML, into which pdfkit writes the entries as they are; the entries themselves are written by then.
  class WellFormed extends PDFDocument {
    override endMetadata(): void {
      this.info = Object.fromEntries(
        Object.entries(this.info).map(([key, value]) => [key, typeof value === 'string' ? xmlText(value) : value]),
      )
      super.endMetadata()
    }
  }
  const document = new WellFormed(optionsOf(model, imprint))
  const bytes = collected(document)
  await drawPages(document, { pages, faces, model, imprint })
  document.end()
  return bytes
}

function optionsOf(model: ReportModel, imprint: ReportImprint): PDFKit.PDFDocumentOptions {
  const { request } = model
  const day = new Date(Date.parse(`${request.on}T00:00:00+08:00`))
  return {
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: request.language === 'zh' ? 'zh-CN' : 'en',
    // No default face: each text names its own, and none but those used is embedded.
    font: '',
    // Hardly a line comes twice, and what would be kept of it is large.
    fontLayoutCache: false,
    info: { ...infoOf(model, imprint), CreationDate: day, ModDate: day },
  }
}

/** What the file says of itself, beside the usual entries the request and the digest by which it is checked. */
function infoOf(
  { title, subtitle, request, stand }: ReportModel,
  imprint: ReportImprint,
): Readonly<Record<string, string>> {
  return {
    Title: title,
    Subject: subtitle,
    Creator: `Xushi ${imprint.build}`,
    Producer: `Xushi ${imprint.build}`,
    XushiRequest: canonicalJson(request),
    XushiStand: canonicalJson(stand),
    XushiDigest: imprint.digest,
    XushiState: imprint.state,
    ...(imprint.number === null ? {} : { XushiNumber: imprint.number }),
    ...(imprint.report === null ? {} : { XushiReport: imprint.report }),
  }
}

function collected(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
}

type Pages = {
  readonly pages: readonly (readonly PlacedBox[])[]
  readonly faces: Faces
  readonly model: ReportModel
  readonly imprint: ReportImprint
}

async function drawPages(document: PDFKit.PDFDocument, { pages, faces, model, imprint }: Pages): Promise<void> {
  for (const face of Object.keys(faces) as Face[]) registerFace(document, face, faces)
  const sheet: Sheet = { document, faces, structure: structureOf(document) }
  const bookmarks = bookmarksOf(document)
  for (const [index, placed] of pages.entries()) {
    document.addPage()
    for (const { box, y } of placed) {
      if (box.bookmark !== undefined) bookmarks(box.bookmark)
      box.draw(sheet, page.left, page.top + y)
    }
    drawFurniture(sheet, model, imprint, { page: index + 1, pages: pages.length })
    // Others are served between two pages.
    await setImmediate()
  }
  sheet.structure.end()
}

function registerFace(document: PDFKit.PDFDocument, face: Face, faces: Faces): void {
  // An edge: pdfkit takes a font that is read already, which its types do not say yet.
  document.registerFont(face, unshaped(faces[face].font) as unknown as Buffer)
}

/**
 * The font without what forms Arabic or Indic words: Han and Latin need none of it, and it takes more time and memory than all the rest.
 * Every character has the width that its line was measured with.
 */
function unshaped(font: Font): Font {
  const layout = (text: string) => {
    const glyphs = Array.from(text, (character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0))
    const positions = glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }))
    return { glyphs, positions, advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) }
  }
  return Object.create(font, { layout: { value: layout } })
}

/** Bookmarks in the order of the headings, each below the last one of a higher level. */
function bookmarksOf(
  document: PDFKit.PDFDocument,
): (bookmark: { readonly level: number; readonly text: string }) => void {
  const open: { readonly level: number; readonly outline: PDFKit.PDFOutline }[] = []
  return ({ level, text }) => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const above = open.at(-1)?.outline ?? document.outline
    open.push({ level, outline: above.addItem(text, { expanded: true }) })
  }
}
