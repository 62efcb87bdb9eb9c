import type { RegionsStanding } from '@xushi/contract'
import { amountCell, reasonText, shareCell, textCell, wholeCell } from '../cells.ts'
import type { RegionReporting } from '../report-material.ts'
import type { ReportBlock, ReportSection, ReportTable } from '../report-model.ts'
import { end, start, tableOf } from '../table-of.ts'
import type { Telling } from '../told.ts'
import { paragraph } from './summary.section.ts'

/** So many indicators stand beside the completeness of a region on a page. */
const mostValues = 2

/** 分地区情况: how each region reported, and what it holds. A national target is never applied to it. */
export function regionsSection(telling: Telling): ReportSection {
  const { material, says } = telling
  const { reporting, standings } = material
  const blocks: ReportBlock[] = reporting === null ? [paragraph(says.noReporting)] : []
  if (reporting !== null) blocks.push({ is: 'table', table: regionTable(telling, reporting) })
  blocks.push(...valueTables(telling))
  for (const standing of standings.slice(0, mostValues)) blocks.push(...regionChart(standing, telling))
  return { id: 'regions', level: 1, heading: says.headings.regions, blocks }
}

type Reporting = { readonly period: string; readonly regions: readonly RegionReporting[] }

function regionTable(telling: Telling, { period, regions }: Reporting): ReportTable {
  const { material, says, language } = telling
  const { columns } = says
  const shown = material.standings.slice(0, mostValues)
  return tableOf(
    { id: 'regions', caption: says.tables.regions(telling.period(period)), note: says.notes.regions },
    regions,
    [
      start(columns.region, 4, (row) => textCell(regionName(row, telling))),
      end(columns.expected, 3, ({ expected }) => wholeCell(expected)),
      end(columns.counted, 3, ({ counted }) => wholeCell(counted)),
      end(columns.completeness, 4, ({ completeness }) => shareCell(completeness)),
      end(columns.timeliness, 4, ({ timeliness }) => shareCell(timeliness)),
      ...shown.map((standing) =>
        end<RegionReporting>(standing.indicator.name[language], 6, ({ region }) =>
          valueCell(standing, region, language),
        ),
      ),
      end(columns.owed, 4, ({ owed }) => wholeCell(owed.length)),
    ],
  )
}

/** The nation reports by units of its own: its row is no total. */
const regionName = ({ region, name }: Pick<RegionReporting, 'region' | 'name'>, { says, language }: Telling) =>
  region === nationCode ? says.ministry : name[language]

const nationCode = '000000'

/** So many indicators stand beside each other where nothing else does. */
const valuesBeside = 6

/** What regions hold of all other indicators, some beside each other. */
function valueTables({ material, says, language }: Telling): readonly ReportBlock[] {
  const others = material.standings.slice(mostValues)
  return Array.from({ length: Math.ceil(others.length / valuesBeside) }, (_, part): ReportBlock => {
    const shown = others.slice(part * valuesBeside, (part + 1) * valuesBeside)
    const expected = shown.flatMap(({ regions }) => regions.filter((one) => one.expected))
    const rows = [...new Map(expected.map((one) => [one.region, one])).values()].toSorted((a, b) =>
      a.region < b.region ? -1 : 1,
    )
    const goals = shown.map(({ indicator }) => indicator.goal).join(says.list)
    const table = tableOf(
      { id: `region-values-${part + 1}`, caption: says.tables.regionValues(goals), note: says.notes.regionValues },
      rows,
      [
        start(says.columns.region, 4, ({ name }) => textCell(name[language])),
        ...shown.map((standing) =>
          end<(typeof rows)[number]>(standing.indicator.name[language], 6, ({ region }) =>
            valueCell(standing, region, language),
          ),
        ),
      ],
    )
    return { is: 'table', table }
  })
}

function valueCell({ indicator, regions, source }: RegionsStanding, region: string, language: Telling['language']) {
  const row = regions.find((one) => one.region === region)
  const measured = { ...indicator, coverageUnit: null, sourceOfRecord: source }
  if (row === undefined || !row.expected) return textCell('—')
  if (row.absence !== null) return textCell(reasonText(row.absence, language))
  return amountCell(row.figure, measured, language)
}

/** What regions hold of an indicator, the most first; those that have not reported stand at the end and draw no bar. */
export function regionChart(standing: RegionsStanding, { says, language }: Telling): readonly ReportBlock[] {
  const { indicator, regions, source } = standing
  const measured = { ...indicator, coverageUnit: null, sourceOfRecord: source }
  const rows = regions
    .filter(({ expected }) => expected)
    .map((row) => ({
      label: row.name[language],
      value: row.figure.known ? row.figure.value : null,
      text: row.figure.known ? amountCell(row.figure, measured, language).text : says.unreported,
    }))
    .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
  const [most] = rows
  if (most === undefined) return []
  const name = indicator.name[language]
  const missing = rows.filter(({ value }) => value === null).length
  const sentence =
    most.value === null ? says.noRegionSentence(name) : says.regionSentence(name, most.label, most.text, missing)
  return [
    {
      is: 'chart',
      chart: {
        id: `regions-${indicator.id}`,
        caption: says.charts.regions(name),
        sentence,
        data: { draws: 'bars', unit: indicator.unit[language], decimals: indicator.decimals, rows },
      },
    },
  ]
}
