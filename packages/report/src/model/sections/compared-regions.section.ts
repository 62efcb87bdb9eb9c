import type { RegionsStanding } from '@xushi/contract'
import { daysBetween } from '@xushi/domain'
import { periodInWords, targetText, wordsIn } from '@xushi/wording'
import { amountText, dateCell, textCell, wholeCell } from '../cells.ts'
import { circularWords } from '../circular.words.ts'
import type { OverdueRegion } from '../report-material.ts'
import type { ReportSection } from '../report-model.ts'
import { end, start, tableOf, tableSection } from '../table-of.ts'
import { nationCode, type Telling } from '../told.ts'
import { paragraph } from './summary.section.ts'

/** So many regions and items are named in a sentence; all of them stand in the annex. */
const mostRegions = 6
const mostItems = 2
/** So many regions are named for what they gained. */
const mostGains = 3

type Row = RegionsStanding['regions'][number]

/** 进展较快地区: where that can be said fairly; else on what basis nobody is named. Never by what is encouraged or chosen for quality. */
export function fastSection(telling: Telling): ReportSection {
  const { material, says, language } = telling
  const say = wordsIn(circularWords, language)
  const decided = material.standings.flatMap((standing) => onPlan(standing, telling))
  const fair = material.standings.filter(({ unfairRanking }) => unfairRanking === null)
  const gains = fair.map((standing) => ({ standing, told: gained(standing, telling) }))
  const grown = gains.flatMap(({ told }) => (told === null || told === '' ? [] : [told]))
  const open = gains.flatMap(({ standing, told }) => (told === null ? [quoted(standing, telling)] : []))
  const ranked =
    open.length > 0 ? say.notComparable(open.join(say.quotedList)) : fair.length === 0 ? say.noneRanked : ''
  const named = [...decided, ...grown]
  const basis = `${named.length === 0 ? say.noneNamed : ''}${say.basis(ranked)}`
  const punctual = (material.reporting?.regions ?? []).filter(
    ({ region, completeness, timeliness }) => region !== nationCode && completeness === 1 && (timeliness ?? 1) === 1,
  )
  const names = punctual.map(({ name }) => name[language]).join(say.list)
  return {
    id: 'fast-regions',
    level: 1,
    heading: says.headings.fastRegions,
    blocks: [...named, basis, ...(punctual.length === 0 ? [] : [say.punctual(punctual.length, names)])].map(paragraph),
  }
}

const quoted = ({ indicator }: RegionsStanding, { language }: Telling) =>
  wordsIn(circularWords, language).quoted(indicator.name[language])

const measuredBy = ({ indicator, source }: RegionsStanding) => ({
  ...indicator,
  coverageUnit: null,
  sourceOfRecord: source,
})

/** Regions with a 分解目标 of their own that are on or ahead of its plan. */
function onPlan(standing: RegionsStanding, telling: Telling): readonly string[] {
  const { language } = telling
  const say = wordsIn(circularWords, language)
  const { unfairRanking, indicator } = standing
  if (unfairRanking === 'encouraged' || unfairRanking === 'yes-no' || unfairRanking === 'per-region') return []
  const told = standing.regions.flatMap(({ name, figure, target, status }) => {
    if (target === null || !figure.known || (status !== 'achieved' && status !== 'on-schedule')) return []
    const promised = targetText({ ...indicator, target, promise: null }, language)
    return [say.decidedRegion(name[language], amountText(figure, measuredBy(standing), language), promised)]
  })
  return told.length === 0 ? [] : [say.decided(quoted(standing, telling), told.join(say.list))]
}

/** Who gained most since the compared day; nothing where nobody did, null where figures cannot be compared fairly. */
function gained(standing: RegionsStanding, telling: Telling): string | null {
  const { material, language, day } = telling
  const say = wordsIn(circularWords, language)
  const compared = material.comparedStandings.find(({ indicator }) => indicator.id === standing.indicator.id)
  const before = new Map(compared?.regions.map((row) => [row.region, row]))
  const asked = standing.regions.filter(({ expected }) => expected)
  const isFair = (row: Row | undefined) => row !== undefined && row.rank !== null && row.figure.known
  if (asked.length === 0 || !asked.every((row) => isFair(row) && isFair(before.get(row.region)))) return null
  const most = asked
    .map((row) => ({ name: row.name[language], gain: amountOf(row) - amountOf(before.get(row.region)) }))
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain)
  // Equal gains are named together or not at all.
  const least = most[mostGains - 1]?.gain ?? 0
  const told = most.filter(({ gain }) => gain >= least).slice(0, mostRegions)
  const regions = told.map(({ name, gain }) =>
    say.grownRegion(name, amountText({ value: gain }, measuredBy(standing), language)),
  )
  const { on } = material.request.comparedWith
  return told.length === 0 ? '' : say.grown(quoted(standing, telling), day(on), regions.join(say.list))
}

const amountOf = (row: Row | undefined): number => (row?.figure.known ? row.figure.value : 0)

const countOf = ({ lines }: OverdueRegion): number => lines.reduce((sum, { count }) => sum + count, 0)

/** Regions that owe something overdue, the most first. The ministry's own units are none. */
export const overdueRegionsOf = ({ material }: Telling): readonly OverdueRegion[] =>
  (material.owing?.overdue ?? [])
    .filter(({ region }) => region !== nationCode)
    .toSorted((a, b) => countOf(b) - countOf(a))

/** 填报滞后地区: who owes what, and for how long. */
export function slowSection(telling: Telling): ReportSection {
  const { material, says, language, day } = telling
  const say = wordsIn(circularWords, language)
  const { on } = material.request
  const slow = overdueRegionsOf(telling)
  const own = material.owing?.overdue.find(({ region }) => region === nationCode)
  const told = slow
    .slice(0, mostRegions)
    .map((region) => say.overdueRegion(region.name[language], countOf(region), itemsOf(region, telling)))
  const left = slow.length - told.length
  const sentences =
    slow.length === 0
      ? say.noneOverdue(day(on))
      : `${say.overdueRegions(day(on), slow.length)}${told.join(say.semicolon)}${say.stop}${
          left > 0 ? say.otherRegions(left) : say.overdueAnnex
        }`
  const earlier = material.owing?.earlier ?? 0
  const besides = [
    ...(own === undefined ? [] : [say.ownUnits(countOf(own))]),
    ...(earlier === 0 ? [] : [say.earlier(earlier)]),
  ]
  return {
    id: 'slow-regions',
    level: 1,
    heading: says.headings.slowRegions,
    blocks: [sentences, ...besides].map((text) => paragraph(text.trim())),
  }
}

/** “新增标识注册量”“安全监测工业互联网企业”等2020年9月数据，逾期16天; by period, the longest overdue first. */
function itemsOf({ lines }: OverdueRegion, { material, language }: Telling): string {
  const say = wordsIn(circularWords, language)
  const groups = Map.groupBy(lines, ({ period, deadline }) => `${deadline} ${period}`)
  const told = [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [one] = own
      if (one === undefined) return []
      const names = own.slice(0, mostItems).map(({ name }) => say.quoted(name[language]))
      const days = daysBetween(one.deadline, material.request.on)
      const period = periodInWords(one.period, language)
      return [say.overdueItems(names.join(say.quotedList), own.length > mostItems, period, days)]
    })
  return told.join(say.semicolon)
}

/** 附件: everything that is overdue, region by region. */
export function overdueAnnex(telling: Telling): readonly ReportSection[] {
  const { material, says, language, day } = telling
  const say = wordsIn(circularWords, language)
  const own = (material.owing?.overdue ?? []).filter(({ region }) => region === nationCode)
  const rows = [...overdueRegionsOf(telling), ...own].flatMap(({ region, name, lines }) =>
    lines.map((line) => ({ ...line, place: region === nationCode ? say.ownUnitsName : name[language] })),
  )
  if (rows.length === 0) return []
  const { on } = material.request
  const table = tableOf({ id: 'overdue', caption: say.annexCaption(day(on)) }, rows, [
    start(says.columns.region, 4, ({ place }) => textCell(place)),
    start(says.columns.target, 12, ({ name }) => textCell(name[language])),
    start(says.columns.period, 6, ({ period }) => textCell(period)),
    start(say.columns.deadline, 6, ({ deadline }) => dateCell(deadline)),
    end(say.columns.days, 4, ({ deadline }) => wholeCell(daysBetween(deadline, on))),
    end(say.columns.places, 4, ({ count }) => wholeCell(count)),
  ])
  return [tableSection({ id: 'overdue', heading: say.annexHeading }, table, telling)]
}
