import type { ReviewFlag, ReviewItem } from '@xushi/contract'
import { daysBetween, deadlineOf, type LocalDate, parsePeriod, ruleOf, shanghaiDate } from '@xushi/domain'
import { type EntryRow, evidenceOf, exceptionsBetween, nation, type Reading, waitingEntries } from '@xushi/store'
import { openedOn } from '../calendar/calendar.service.ts'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { dueFor } from '../progress-entries/entry-rights.ts'
import type { ProgressService } from '../progress-entries/progress-entries.service.ts'
import { digestOf } from '../progress-entries/shown-digest.ts'
import type { Person } from '../session/person.ts'

const mostShown = 500

/** How much each reason to look twice weighs; warnings first, then lateness, then missing files. */
const weights: Readonly<Record<ReviewFlag, number>> = {
  finding: 16,
  lag: 8,
  correction: 4,
  late: 2,
  'without-evidence': 1,
}

/**
 * 审核台: of the entries that wait for one person those that wait longest, the riskiest of them first and the longest waiting first among
 * equals. The total counts every one that waits.
 */
export const reviewDesk = (sources: Sources, progress: ProgressService, person: Person, limit = mostShown) =>
  sources.store.read(async (reading) => {
    const view = await viewIn(reading, sources)
    const { rows, total } = await waitingEntries(reading, dueFor(person, view), limit)
    const told = await progress.told(reading, person, rows)
    const late = await lateness(reading, rows, view, todayOf(sources))
    const items: ReviewItem[] = []
    for (const [index, row] of rows.entries()) {
      const entry = told[index]
      if (entry === undefined) continue
      const indicator = view.indicator(row.indicatorId)
      const evidence = (await evidenceOf(reading, { kind: 'progress-entry', id: row.id })).length
      const lateDays = late(row)
      items.push({
        entry,
        goal: indicator.goal,
        name: indicator.name,
        unitOfMeasure: indicator.unit,
        decimals: indicator.decimals,
        yesNo: indicator.kind === 'yes-no',
        regionName: view.region(row.region).shortName,
        flags: flagsOf(row, { evidence, lateDays }),
        lateDays,
        evidence,
        digest: await digestOf(reading, row),
      })
    }
    return { items: items.toSorted(byRisk), total }
  })

function flagsOf(row: EntryRow, { evidence, lateDays }: Pick<ReviewItem, 'evidence' | 'lateDays'>): ReviewFlag[] {
  const flags: ReviewFlag[] = []
  if (row.findings !== '[]') flags.push('finding')
  if (row.lag !== null) flags.push('lag')
  if (row.supersedesId !== null) flags.push('correction')
  if (lateDays !== null) flags.push('late')
  if (evidence === 0) flags.push('without-evidence')
  return flags
}

const riskOf = ({ flags }: ReviewItem) => flags.reduce((sum, flag) => sum + weights[flag], 0)

function byRisk(a: ReviewItem, b: ReviewItem): number {
  const risk = riskOf(b) - riskOf(a)
  if (risk !== 0) return risk
  return (a.entry.submittedAt ?? '') < (b.entry.submittedAt ?? '') ? -1 : 1
}

/** Days between deadline and first handing in; null in time, for 补录, and within an exception that was granted. */
async function lateness(reading: Reading, rows: readonly EntryRow[], view: CatalogueView, today: LocalDate) {
  const days = rows.map(({ endsOn }) => endsOn).sort()
  const [first, last] = [days[0], days.at(-1)]
  const exceptions = first === undefined || last === undefined ? [] : await exceptionsBetween(reading, first, last)
  const opened = await openedOn(reading, today)
  return (row: EntryRow): number | null => {
    const period = parsePeriod(row.period)
    if (period === null || row.firstSubmittedAt === null || row.endsOn < opened) return null
    const indicator = view.indicator(row.indicatorId)
    const rule = ruleOf(indicator, view.programme(row.programme), row.region === nation ? 'nation' : 'region')
    const exception = exceptions.findLast(
      ({ indicatorId, unitId, endsOn }) =>
        indicatorId === row.indicatorId && unitId === row.unitId && endsOn === row.endsOn,
    )
    const deadline = deadlineOf(period, rule, view.years)
    const until = exception !== undefined && exception.untilOn > deadline ? exception.untilOn : deadline
    const handedIn = shanghaiDate(row.firstSubmittedAt)
    return handedIn > until ? daysBetween(until, handedIn) : null
  }
}
