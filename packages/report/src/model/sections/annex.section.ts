import { amountText, dateCell, end, start, textCell, wholeCell } from '../cells.ts'
import type { ReportSection, ReportTable } from '../report-model.ts'
import type { Telling } from '../told.ts'
import { paragraph } from './summary.section.ts'

/** 附件: every case in force by name, register by register. Nothing is cut off. */
export function casesSection({ material, says, language }: Telling): ReportSection {
  const { columns } = says
  const blocks = material.registers
    .filter(({ cases }) => cases.length > 0)
    .map(({ goal, name, cases }) => ({
      is: 'table' as const,
      table: {
        id: `cases-${goal}`,
        caption: says.tables.cases(`${goal} ${name[language]}`, cases.length),
        columns: [
          end(columns.serial, 3),
          start(columns.case, 15),
          start(columns.region, 5),
          start(columns.unit, 10),
          start(columns.since, 6),
        ],
        rows: cases.map((one, index) => [
          wholeCell(index + 1),
          textCell(one.title),
          textCell(one.region[language]),
          textCell(one.unit[language]),
          dateCell(one.validFrom),
        ]),
        note: '',
      } satisfies ReportTable,
    }))
  return {
    id: 'cases',
    level: 1,
    heading: says.headings.cases,
    blocks: blocks.length === 0 ? [paragraph(says.nothing)] : [paragraph(says.notes.cases), ...blocks],
  }
}

/** 口径: what the text leaves open, the reading in force, and who chose it when. */
export function readingsSection({ material, says, language }: Telling): ReportSection {
  const { columns } = says
  const table: ReportTable = {
    id: 'readings',
    caption: says.tables.readings,
    columns: [
      end(columns.serial, 3),
      start(columns.goal, 5),
      start(columns.word, 12),
      start(columns.reading, 12),
      start(columns.decidedBy, 8),
    ],
    rows: material.ambiguities.map(({ number, goals, ambiguity, reading, decided }) => [
      wholeCell(number),
      textCell(goals.map(({ goal }) => goal).join(says.list)),
      textCell(ambiguity[language]),
      textCell(reading[language]),
      textCell(
        `${decided.by[language]} ${decided.on}${decided.documentNumber === null ? '' : ` ${decided.documentNumber}`}`,
      ),
    ]),
    note: '',
  }
  return {
    id: 'readings',
    level: 1,
    heading: says.headings.readings,
    blocks: table.rows.length === 0 ? [paragraph(says.nothing)] : [{ is: 'table', table }],
  }
}

/** 数据来源: every published figure on record up to the date, with who said it, where, and how far it is trusted. */
export function sourcesSection({ material, says, language }: Telling): ReportSection {
  const { columns } = says
  const { on } = material.request
  const rows = material.indicators.flatMap(({ page }) =>
    page.published
      .filter((figure) => figure.on <= on)
      .map((figure) => [
        textCell(page.judgement.goal),
        {
          text: amountText(figure, { ...page.judgement, coverageUnit: null, sourceOfRecord: 'national' }, language),
          number: { value: figure.value, decimals: page.judgement.decimals, as: 'amount' as const },
        },
        dateCell(figure.on),
        dateCell(figure.publishedOn),
        textCell(figure.speaker[language]),
        textCell(figure.occasion[language]),
        textCell(says.confidence[figure.confidence]),
      ]),
  )
  const table: ReportTable = {
    id: 'sources',
    caption: says.tables.sources,
    columns: [
      start(columns.goal, 3),
      end(columns.value, 6),
      start(columns.on, 6),
      start(columns.publishedOn, 6),
      start(columns.speaker, 8),
      start(columns.occasion, 11),
      start(columns.confidence, 4),
    ],
    rows,
    note: '',
  }
  return {
    id: 'sources',
    level: 1,
    heading: says.headings.sources,
    blocks: rows.length === 0 ? [paragraph(says.nothing)] : [{ is: 'table', table }],
  }
}

/** 方法说明: what the words and numbers of the report mean, and how it can be checked. */
export function methodsSection({ material, says }: Telling): ReportSection {
  const { methods } = says
  const { seq, head } = material.stand
  const told = [methods.attainment, methods.plan, methods.bounds, methods.unknown, methods.sources, methods.regions]
  return {
    id: 'methods',
    level: 1,
    heading: says.headings.methods,
    blocks: [...told, methods.reproduce(seq, head.slice(0, 16))].map(paragraph),
  }
}
