import type { PublishedFigure } from '@xushi/contract'
import { dateCell, publishedCell, textCell, wholeCell } from '../cells.ts'
import type { IndicatorLines } from '../report-material.ts'
import type { ReportBlock, ReportSection } from '../report-model.ts'
import { end, start, tableOf, tableSection } from '../table-of.ts'
import type { Telling } from '../told.ts'
import { paragraph } from './summary.section.ts'

/** 附件: every case in force by name, register by register. Nothing is cut off. */
export function casesSection({ material, says, language }: Telling): ReportSection {
  const { columns } = says
  const tables = material.registers
    .filter(({ cases }) => cases.length > 0)
    .map(({ goal, name, cases }): ReportBlock => {
      const caption = says.tables.cases(`${goal} ${name[language]}`, cases.length)
      const table = tableOf({ id: `cases-${goal}`, caption }, cases, [
        end(columns.serial, 3, (_, index) => wholeCell(index + 1)),
        start(columns.case, 15, ({ title }) => textCell(title)),
        start(columns.region, 5, ({ region }) => textCell(region[language])),
        start(columns.unit, 10, ({ unit }) => textCell(unit[language])),
        start(columns.since, 6, ({ validFrom }) => dateCell(validFrom)),
      ])
      return { is: 'table', table }
    })
  return {
    id: 'cases',
    level: 1,
    heading: says.headings.cases,
    blocks: tables.length === 0 ? [paragraph(says.nothing)] : [paragraph(says.notes.cases), ...tables],
  }
}

/** 口径: what the text leaves open, the reading in force, and who chose it when. */
export function readingsSection(telling: Telling): ReportSection {
  const { material, says, language } = telling
  const { columns } = says
  const table = tableOf({ id: 'readings', caption: says.tables.readings }, material.ambiguities, [
    end(columns.serial, 3, ({ number }) => wholeCell(number)),
    start(columns.goal, 5, ({ goals }) => textCell(goals.map(({ goal }) => goal).join(says.list))),
    start(columns.word, 12, ({ ambiguity }) => textCell(ambiguity[language])),
    start(columns.reading, 12, ({ reading }) => textCell(reading[language])),
    start(columns.decidedBy, 8, ({ decided: { by, on, documentNumber } }) =>
      textCell([by[language], on, documentNumber].filter((part) => part !== null).join(' ')),
    ),
  ])
  return tableSection({ id: 'readings', heading: says.headings.readings }, table, telling)
}

type Figure = { readonly of: IndicatorLines['page']['judgement']; readonly figure: PublishedFigure }

/**
 * 数据来源: every published figure on record up to the date, with who said it, where, and how far it is trusted. A report of a region
 * names those that speak of the region.
 */
export function sourcesSection(telling: Telling): ReportSection {
  const { material, says, language } = telling
  const { columns } = says
  const { on, region } = material.request
  const isOwn = (figure: PublishedFigure) => material.region === null || figure.region === region
  const figures = material.indicators.flatMap(({ page }): Figure[] =>
    page.published
      .filter((figure) => figure.on <= on && isOwn(figure))
      .map((figure) => ({ of: page.judgement, figure })),
  )
  const table = tableOf({ id: 'sources', caption: says.tables.sources }, figures, [
    start(columns.goal, 3, ({ of }) => textCell(of.goal)),
    end(columns.value, 6, ({ of, figure }) => publishedCell(figure, of, language)),
    start(columns.on, 6, ({ figure }) => dateCell(figure.on)),
    start(columns.publishedOn, 6, ({ figure }) => dateCell(figure.publishedOn)),
    start(columns.speaker, 8, ({ figure }) => textCell(figure.speaker[language])),
    start(columns.occasion, 11, ({ figure }) => textCell(figure.occasion[language])),
    start(columns.confidence, 4, ({ figure }) => textCell(says.confidence[figure.confidence])),
  ])
  return tableSection({ id: 'sources', heading: says.headings.sources }, table, telling)
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
