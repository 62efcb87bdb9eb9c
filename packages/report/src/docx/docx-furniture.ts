import { xmlCharacters } from '@xushi/contract'
import { AlignmentType, BorderStyle, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import type { ReportImprint, ReportModel } from '../model/report-model.ts'
import { footWords, markWords } from '../pdf/report-words.ts'
import { halfPoints, page } from './docx-geometry.ts'
import { faces } from './docx-styles.ts'

/** What stands above every page: 系统生成稿 in a box, and that figures are invented where some are. */
export function pageHeader(model: ReportModel, imprint: ReportImprint): Header {
  const { box, beside, demo } = markWords(model, imprint)
  const small = { size: halfPoints.table, font: faces.head }
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: page.textWidth }],
        children: [
          new TextRun({
            ...small,
            text: ` ${box} `,
            bold: true,
            border: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' },
          }),
          new TextRun({ ...small, text: `　${beside}\t${demo}` }),
        ],
      }),
    ],
  })
}

/** — 1 — at the outside, one character in: right on odd pages, left on even ones; under it number, dates, ledger and digest. */
export function pageFooter(model: ReportModel, imprint: ReportImprint, side: 'odd' | 'even'): Footer {
  const { left, right } = footWords(model, imprint, { page: 0, pages: 0 })
  const foot = { size: halfPoints.foot, font: faces.table }
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: halfPoints.number * 10 } : { left: halfPoints.number * 10 },
        children: [
          new TextRun({ size: halfPoints.number, font: faces.table, children: ['— ', PageNumber.CURRENT, ' —'] }),
        ],
      }),
      new Paragraph({
        border: { top: { style: BorderStyle.SINGLE, size: 4, space: 4, color: '333333' } },
        spacing: { line: 240, lineRule: 'auto' },
        tabStops: [{ type: TabStopType.RIGHT, position: page.textWidth }],
        children: [
          new TextRun({ ...foot, text: xmlCharacters(`${left}\t`) }),
          new TextRun({ ...foot, children: pageOf(model, right) }),
        ],
      }),
    ],
  })
}

/** The page and their number as fields, since a program that flows text counts them itself. */
function pageOf({ request }: ReportModel, right: string): (string | (typeof PageNumber)['CURRENT' | 'TOTAL_PAGES'])[] {
  const digest = right.slice(right.indexOf('SHA-256'))
  return request.language === 'zh'
    ? ['第', PageNumber.CURRENT, '页，共', PageNumber.TOTAL_PAGES, `页　${digest}`]
    : ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES, `   ${digest}`]
}
