import { xmlCharacters } from '@xushi/contract'
import type { Footer, Header, Paragraph } from 'docx'
import { page } from '../layout/page-geometry.ts'
import { footWords, markWords } from '../layout/report-words.ts'
import type { ReportImprint, ReportModel } from '../model/report-model.ts'
import type { Docx } from './docx-text.ts'
import { footSize } from './paragraph-styles.ts'
import { roughWidth } from './rough-width.ts'
import { styleId } from './style-names.ts'

type Sides<One> = { readonly default: One; readonly even: One }

/** What stands above the text of every page: the state of the report, framed, and at the right whether it holds invented figures. */
export function docxHeaders(docx: Docx, model: ReportModel, imprint: ReportImprint): Sides<Header> {
  const header = () => new docx.Header({ children: [marks(docx, model, imprint)] })
  return { default: header(), even: header() }
}

function marks({ Paragraph, Tab, TextRun }: Docx, model: ReportModel, imprint: ReportImprint): Paragraph {
  const { box, beside, demo } = markWords(model, imprint)
  const rest = beside === '' ? '' : `  ${beside}`
  return new Paragraph({
    style: styleId.marks,
    children: [
      new TextRun({ style: styleId.box, text: ` ${box} ` }),
      new TextRun({ text: rest }),
      ...(demo === '' ? [] : [new TextRun({ children: [new Tab(), demo] })]),
    ],
  })
}

/** What stands below: the page number at the outside, one character in, and the number, dates and digest of the report. */
export function docxFooters(docx: Docx, model: ReportModel, imprint: ReportImprint): Sides<Footer> {
  const footer = (side: 'right' | 'left') =>
    new docx.Footer({ children: [pageNumber(docx, side), foot(docx, model, imprint)] })
  return { default: footer('right'), even: footer('left') }
}

function pageNumber({ PageNumber, Paragraph, TextRun }: Docx, alignment: 'right' | 'left'): Paragraph {
  return new Paragraph({
    style: styleId.pageNumber,
    alignment,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  })
}

const pageField = '{page}'
const pagesField = '{pages}'

function foot({ PageNumber, Paragraph, Tab, TextRun }: Docx, model: ReportModel, imprint: ReportImprint): Paragraph {
  const { left, right } = footWords(model, imprint, { page: pageField, pages: pagesField })
  const fields = right.split(/(\{pages?\})/).map((piece) => {
    if (piece === pageField) return PageNumber.CURRENT
    return piece === pagesField ? PageNumber.TOTAL_PAGES : piece
  })
  const wide = (size: number) => roughWidth(`${left}${right}`, size)
  const size = [footSize, 7, 6.5].find((one) => wide(one) + 12 <= page.textWidth) ?? 6.5
  return new Paragraph({
    style: styleId.foot,
    children: [new TextRun({ size: size * 2, children: [xmlCharacters(left), new Tab(), ...fields] })],
  })
}
