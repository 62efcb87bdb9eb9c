import type { ReportKind } from '@xushi/domain'
import { attention, dayInWords, daysInWords, momentInWords } from '@xushi/wording'
import type { ReportMaterial } from './report-material.ts'
import type { ReportBlock, ReportModel, ReportSection } from './report-model.ts'
import { reportTitle } from './report-title.ts'
import { casesSection, methodsSection, readingsSection, sourcesSection } from './sections/annex.section.ts'
import { changesSections } from './sections/changes.section.ts'
import { authored, chapterSections, targetBlocks } from './sections/chapters.section.ts'
import { fastSection, overdueAnnex, slowSection } from './sections/compared-regions.section.ts'
import { lagSection } from './sections/lag.section.ts'
import { milestonesSection } from './sections/milestones.section.ts'
import { regionChart, regionsSection } from './sections/regions.section.ts'
import { requirementsSections } from './sections/requirements.section.ts'
import { reportSheets } from './sections/sheets.ts'
import { countsText, isBehind, paragraph, summarySections } from './sections/summary.section.ts'
import { supervisedSection } from './sections/supervision.section.ts'
import { targetChart, targetTable } from './sections/target-tables.ts'
import { tableSection } from './table-of.ts'
import { type Telling, tellingOf } from './told.ts'

/**
 * A report as a document, written from its material: every figure, sentence, table and chart of it, in reading order. Pure: the
 * same material gives the same model, and with it the same digest. What the author wrote stands in its own blocks; no figure can be
 * written by hand.
 */
export function buildReport(material: ReportMaterial): ReportModel {
  const telling = tellingOf(material)
  const { request, stand, dashboard } = material
  return {
    format: 1,
    request,
    stand,
    ...headOf(telling),
    demo: isDemo(material),
    sections: isBeforeProgramme(material) ? [emptySection(telling)] : sectionsOf[request.kind](telling),
    sheets: dashboard.indicators.length === 0 ? [] : reportSheets(telling),
  }
}

const isDemo = ({ dashboard, milestones }: ReportMaterial): boolean => dashboard.demo || milestones.demo

function headOf({
  material,
  says,
  language,
  day,
  period: periodText,
}: Telling): Pick<ReportModel, 'title' | 'subtitle'> {
  const { request, dashboard, region } = material
  const { kind, period, on, comparedWith } = request
  const [first] = dashboard.indicators
  const name = kind === 'special' && first !== undefined ? first.name : dashboard.programme.shortName
  const title = reportTitle(kind, name, region)[language]
  if (kind !== 'changes') return { title, subtitle: says.subtitle(periodText(period), day(on)) }
  if (comparedWith.on !== on) return { title, subtitle: says.between(daysInWords(comparedWith.on, on, language)) }
  const { comparedStand, stand } = material
  // Two moments of one minute are told apart by their ledger numbers.
  const isOneMinute = comparedStand.at === stand.at
  const [from, to] = [comparedStand, stand].map(({ at, seq }) => {
    const moment = momentInWords(at, language)
    return isOneMinute ? says.knownMoment(moment, seq) : moment
  })
  return { title, subtitle: says.knownBetween(dayInWords(on, '', language), from ?? '', to ?? '') }
}

const isBeforeProgramme = ({ dashboard, request }: ReportMaterial) => request.on < dashboard.programme.publishedOn

const emptySection = ({ says, material, language }: Telling): ReportSection => ({
  id: 'summary',
  level: 1,
  heading: says.headings.summary,
  blocks: [paragraph(says.beforeProgramme(dayInWords(material.dashboard.programme.publishedOn, '', language)))],
})

const foreword = (telling: Telling): readonly ReportSection[] => {
  const blocks = authored('foreword', telling)
  return blocks.length === 0 ? [] : [{ id: 'foreword', level: 1, heading: telling.says.headings.foreword, blocks }]
}

const targetsSection = (telling: Telling): ReportSection => {
  const { indicators } = telling.material.dashboard
  const { id, level, heading, blocks } = tableSection(
    { id: 'targets', heading: telling.says.headings.targets },
    targetTable(indicators, telling),
    telling,
  )
  const silent = isSilentRegion(telling.material) ? [paragraph(telling.says.noRegionalData)] : []
  return { id, level, heading, blocks: [...silent, ...blocks, ...targetChart(indicators, telling)] }
}

/** A region of which nothing is known yet is told so, above a table without figures. */
const isSilentRegion = ({ region, dashboard }: ReportMaterial): boolean =>
  region !== null && dashboard.indicators.every(({ regional }) => regional === undefined || !regional.figure.known)

const whole = (telling: Telling): readonly ReportSection[] => [
  ...foreword(telling),
  ...summarySections(telling),
  ...changedSections(telling),
  targetsSection(telling),
  ...chapterSections(telling),
  lagSection(telling),
  ...(telling.material.region === null ? [regionsSection(telling)] : []),
  milestonesSection(telling),
  readingsSection(telling),
  sourcesSection(telling),
  methodsSection(telling),
  casesSection(telling),
]

/** 与上期相比的变化, as one heading over its parts. */
const changedSections = (telling: Telling): readonly ReportSection[] => [
  { id: 'changed', level: 1, heading: telling.says.headings.changed, blocks: [] },
  ...changesSections(telling, 2),
]

const sectionsOf: Readonly<Record<ReportKind, (telling: Telling) => readonly ReportSection[]>> = {
  monthly: whole,
  quarterly: whole,
  annual: whole,
  regional: whole,
  circular: (telling) => [
    ...foreword(telling),
    ...summarySections(telling),
    fastSection(telling),
    slowSection(telling),
    ...requirementsSections(telling),
    lagSection(telling),
    regionsSection(telling),
    methodsSection(telling),
    ...overdueAnnex(telling),
  ],
  special: (telling) => [
    ...foreword(telling),
    {
      id: 'summary',
      level: 1,
      heading: telling.says.headings.summary,
      blocks: telling.material.dashboard.indicators.flatMap((target) => targetBlocks(target, telling)),
    },
    targetsSection(telling),
    {
      id: 'regions',
      level: 1,
      heading: telling.says.headings.regions,
      blocks: regionBlocks(telling),
    },
    lagSection(telling),
    readingsSection(telling),
    sourcesSection(telling),
    methodsSection(telling),
  ],
  supervision: (telling) => [
    ...foreword(telling),
    supervisedSection(telling),
    lagSection(telling),
    milestonesSection(telling, ({ standing }) => standing.state === 'overdue' || standing.state === 'slipped'),
  ],
  'one-page': (telling) => [
    {
      id: 'summary',
      level: 1,
      heading: telling.says.headings.summary,
      blocks: [paragraph(countsText(telling)), ...pressing(telling)],
    },
  ],
  changes: (telling) => [
    {
      id: 'summary',
      level: 1,
      heading: telling.says.headings.summary,
      blocks: summarySections(telling)[0]?.blocks ?? [],
    },
    ...changesSections(telling, 1),
    methodsSection(telling),
  ],
}

const regionBlocks = (telling: Telling): readonly ReportBlock[] => {
  const blocks = telling.material.standings.flatMap((standing) => regionChart(standing, telling))
  return blocks.length === 0 ? [paragraph(telling.says.nothing)] : blocks
}

/** Rows of a table, and rows and bars together, that a page holds below the sentences: in English names are long and rows are high. */
const pageHolds = { zh: { rows: 6, all: 9 }, en: { rows: 4, all: 6 } } as const
const fewestBars = 3

/** What fits on one page: what presses now, in a table, and a picture of how others stand. What is left out is said to be. */
function pressing(telling: Telling): readonly ReportBlock[] {
  const { material, says, language } = telling
  const { indicators } = material.dashboard
  const holds = pageHolds[language]
  const all = attention(indicators, material.request.on).filter(
    (target) => isBehind(target) || target.status === 'on-schedule',
  )
  const shown = all.slice(0, holds.rows)
  const table: readonly ReportBlock[] =
    shown.length === 0 ? [paragraph(says.noneBehind)] : [{ is: 'table', table: targetTable(shown, telling) }]
  const others = all.length > shown.length ? [paragraph(says.others(all.length - shown.length))] : []
  const judged = indicators.filter(({ attainment, status }) => attainment.known && status !== 'not-judged')
  const room = holds.all - Math.max(1, shown.length)
  const drawn = judged.filter((target) => !shown.includes(target)).slice(0, room < fewestBars ? 0 : room)
  return [...table, ...others, ...targetChart(drawn, telling, drawn.length === indicators.length ? 'all' : 'some')]
}
