import type { Narrative } from '@xushi/contract'
import { DomainError, type LagReason, type LocalDate, lagParts, missingInLag, parsePeriod } from '@xushi/domain'
import { checkPeriodOpen, type FilingRow, listFilings, type Reading } from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import { type FilingContext, filingWire } from '../filings/filings.service.ts'
import { maySee } from '../progress-entries/entry-rights.ts'
import { checkLag } from '../progress-entries/lag-check.ts'
import type { Person } from '../session/person.ts'
import {
  type About,
  goalFilingService,
  indicatorOf,
  type PlaceOfFiling,
  placeOfFiling,
} from './goal-filings.service.ts'
import { narrativeNeedsLag } from './narrative-lag.ts'

/** A narrative as it is written, and kept: 进展情况, 存在问题, 下一步安排, and 滞后原因 where its goal is behind. */
export type NarrativeBody = {
  readonly period: string
  readonly progress: string
  readonly problems: string
  readonly next: string
  readonly lag?: LagReason | null | undefined
}

const mostShown = 200

export type NarrativeService = ReturnType<typeof narrativeService>

/** Narratives: one for each goal, period and region, quoted by reports and the overview. */
export function narrativeService(sources: Sources) {
  const { store } = sources
  const checkOpen = (reading: Reading, place: PlaceOfFiling, { period: code }: Pick<NarrativeBody, 'period'>) => {
    const period = parsePeriod(code)
    if (period === null) throw new DomainError('unknown-period', { value: code })
    return checkPeriodOpen(reading, { ...place, ...period }, todayOf(sources))
  }
  const filings = goalFilingService<NarrativeBody, Narrative>(sources, {
    kind: 'narrative',
    wire: narrativeWire,
    content: narrativeContent,
    checkOpen,
    checkWithdrawal: (row, reading) => checkOpen(reading, placeOfFiling(row), bodyOf(row)),
    checkSubmission: async (row, reading, view) => {
      await checkOpen(reading, placeOfFiling(row), bodyOf(row))
      const { lag = null } = bodyOf(row)
      const indicator = view.indicator(row.subject)
      const endsOn = row.happenedOn ?? todayOf(sources)
      // A period that is under way is judged as of today.
      const on = earlier(endsOn, todayOf(sources))
      const isNeeded = await narrativeNeedsLag(reading, indicator, { region: row.region, on, view })
      const causes = view.programme(indicator.programme).lagCauses.map(({ id }) => id)
      checkLag(lag, { isNeeded, causes, spokenOn: endsOn })
    },
  })
  return {
    ...filings,

    /** What an edit or a correction leaves as it is: the period always, 滞后原因 unless it says otherwise. */
    settledOf: (person: Person, thread: string): Promise<Pick<NarrativeBody, 'period' | 'lag'>> =>
      store.read(async (reading) => {
        const { period, lag = null } = bodyOf((await filings.visible(reading, person, thread)).row)
        return { period, lag }
      }),

    list: (person: Person, goal: string, { region }: { readonly region?: string | undefined }) =>
      store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        const { id } = indicatorOf(goal, view)
        if (region !== undefined) view.region(region)
        const filter = {
          kinds: ['narrative'],
          subjects: [id],
          states: ['draft', 'submitted', 'unit-reviewed', 'returned', 'approved'],
          ...(region !== undefined && { region }),
        } as const
        const { rows } = await listFilings(reading, filter, { cursor: null, limit: mostShown })
        const seen = rows.filter((row) => maySee(person, row, view))
        const newest = seen.toSorted((a, b) => (bodyOf(a).period < bodyOf(b).period ? 1 : -1))
        return { narratives: await filings.told(reading, person, newest) }
      }),
  }
}

const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b)
const bodyOf = (row: Pick<FilingRow, 'body'>): NarrativeBody => JSON.parse(row.body)

function narrativeContent(body: NarrativeBody, { indicator, region, view, today }: About) {
  const period = parsePeriod(body.period)
  if (period === null) throw new DomainError('unknown-period', { value: body.period })
  const first = parsePeriod(view.programme(indicator.programme).firstPeriod)
  if (first !== null && period.startsOn < first.startsOn) throw new DomainError('period-before-programme')
  if (period.startsOn > today) throw new DomainError('period-not-over')
  const texts = [body.progress, body.problems, body.next].map((text) => text.trim())
  if (texts.every((text) => text === '')) throw new DomainError('narrative-empty')
  const [progress = '', problems = '', next = ''] = texts
  return {
    title: indicator.name.zh,
    uniqueKey: `${region} ${period.code}`,
    happenedOn: period.endsOn,
    validFrom: null,
    validTo: null,
    body: { period: period.code, progress, problems, next, ...lagOf(body) },
  }
}

/** A reason that says nothing at all is none. */
function lagOf({ lag }: NarrativeBody): Pick<NarrativeBody, 'lag'> {
  if (lag == null || missingInLag(lag).length === lagParts.length) return {}
  const { cause, remedy, responsible, newDate } = lag
  return { lag: { cause, remedy: remedy.trim(), responsible: responsible.trim(), newDate } }
}

function narrativeWire(row: FilingRow, context: FilingContext): Narrative {
  const { goal } = context.view.indicator(row.subject)
  const { lag = null, ...texts } = bodyOf(row)
  return { ...filingWire(row, context), goal, indicator: row.subject, ...texts, lag }
}
