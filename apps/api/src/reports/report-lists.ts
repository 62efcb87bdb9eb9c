import { isPrefecture, type Programme, parsePeriod, shanghaiDate } from '@xushi/domain'
import type { EntryLine, LagLine, NarrativeLine, RegisterCases } from '@xushi/report'
import { accountNamesAt, countedEntries, countedFilings, nation, type Reading } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { lagsOf } from '../dashboard/recorded-lag.ts'
import { valueWire } from '../figures/figure.wire.ts'
import { provinceOf } from '../figures/register-count.ts'
import type { NarrativeBody } from '../goals/narratives.service.ts'

/** What the lists of a report are read with: the nation, or one region with all that lies in it. */
export type ListsAsked = {
  readonly programme: Programme
  readonly view: CatalogueView
  readonly on: string
  readonly knownSeq: number
  readonly region: string
  readonly indicators: readonly Indicator[]
}

const nameOf = (region: string, view: CatalogueView) => view.region(region).shortName
const isWithin = (code: string, { region, view }: Pick<ListsAsked, 'region' | 'view'>) =>
  region === nation || code === region || provinceOf(code, view) === region

/** 滞后原因 that were approved: of the nation and, in a national report, of every region; goal by goal. */
export async function lagLines(reading: Reading, asked: ListsAsked): Promise<readonly LagLine[]> {
  const { region, view, indicators, programme, on, knownSeq } = asked
  const provinces =
    region === nation
      ? [
          nation,
          ...view.regions
            .filter((one) => one.code !== nation && one.reporting && !isPrefecture(one))
            .map(({ code }) => code),
        ]
      : [region]
  const lines: LagLine[] = []
  for (const place of provinces) {
    const lags = await lagsOf(reading, indicators, { programme, view, on }, knownSeq, place)
    for (const { id, goal, name } of indicators) {
      const lag = lags.get(id)
      if (lag !== undefined) lines.push({ goal, name, ...lag })
    }
  }
  return lines.toSorted((a, b) => a.goal.localeCompare(b.goal, 'en', { numeric: true }))
}

/** The newest approved narrative of each goal: the nation's, or the region's own. */
export async function narrativeLines(reading: Reading, asked: ListsAsked): Promise<readonly NarrativeLine[]> {
  const { region, view, indicators, on, knownSeq } = asked
  const subjects = indicators.map(({ id }) => id)
  if (subjects.length === 0) return []
  const rows = await countedFilings(reading, { kinds: ['narrative'], subjects, region }, knownSeq)
  const newest = new Map(
    rows.filter(({ happenedOn }) => happenedOn !== null && happenedOn <= on).map((row) => [row.subject, row]),
  )
  return indicators.flatMap(({ id, goal }) => {
    const row = newest.get(id)
    if (row === undefined) return []
    const { period, progress, problems, next }: NarrativeBody = JSON.parse(row.body)
    const place = row.region === nation ? null : nameOf(row.region, view)
    return [{ indicator: id, goal, region: place, period, progress, problems, next }]
  })
}

/** Every case in force on the date, register by register, in the order of their days. */
export async function registerCases(reading: Reading, asked: ListsAsked): Promise<readonly RegisterCases[]> {
  const { view, indicators, on, knownSeq } = asked
  const lists: RegisterCases[] = []
  for (const { id, goal, name } of indicators) {
    if (view.registerOf(id) === undefined) continue
    const rows = await countedFilings(reading, { kinds: ['case', 'promotion'], subjects: [id] }, knownSeq)
    const inForce = rows.filter(
      ({ validFrom, validTo, region }) =>
        validFrom !== null && validFrom <= on && (validTo === null || validTo > on) && isWithin(region, asked),
    )
    lists.push({
      goal,
      name,
      cases: inForce.map((row) => ({
        title: row.title,
        region: nameOf(row.region, view),
        unit: view.unit(row.unitId).name,
        validFrom: row.validFrom,
      })),
    })
  }
  return lists
}

/** Every approved entry up to the date, with who recorded and who approved it. */
export async function entryLines(reading: Reading, asked: ListsAsked): Promise<readonly EntryLine[]> {
  const { view, indicators, on, knownSeq } = asked
  const lines: EntryLine[] = []
  for (const indicator of indicators) {
    if (indicator.typed === null) continue
    const rows = await countedEntries(reading, { indicatorId: indicator.id, knownSeq, to: on })
    const own = rows.filter(({ region }) => isWithin(region, asked))
    const people = own.flatMap(({ recorderId, approverId }) => [recorderId, approverId])
    const names = await accountNamesAt(reading, people, knownSeq)
    const named = (id: string | null) => (id === null ? '' : (names.get(id) ?? id))
    lines.push(
      ...own.map((row) => ({
        goal: indicator.goal,
        name: indicator.name,
        unit: indicator.unit,
        decimals: indicator.decimals,
        region: nameOf(row.region, view),
        reporter: view.unit(row.unitId).name,
        period: row.period,
        value: row.value === null ? null : valueWire(row.value, indicator.decimals),
        absence: row.absence,
        recorder: named(row.recorderId),
        approver: named(row.approverId),
        approvedOn: row.decidedAt === null ? (parsePeriod(row.period)?.endsOn ?? on) : shanghaiDate(row.decidedAt),
      })),
    )
  }
  return lines
}
