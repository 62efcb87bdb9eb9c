import type { Narrative } from '@xushi/contract'
import { DomainError, parsePeriod } from '@xushi/domain'
import { type FilingRow, listFilings } from '@xushi/store'
import { type Sources, viewIn } from '../catalogue/catalogue-now.ts'
import { type FilingContext, filingWire } from '../filings/filings.service.ts'
import { maySee } from '../progress-entries/entry-rights.ts'
import type { Person } from '../session/person.ts'
import { type About, goalFilingService, indicatorOf } from './goal-filings.service.ts'

/** A narrative as it is written, and kept: 进展情况, 存在问题, 下一步安排. */
export type NarrativeBody = {
  readonly period: string
  readonly progress: string
  readonly problems: string
  readonly next: string
}

const mostShown = 200

export type NarrativeService = ReturnType<typeof narrativeService>

/** Narratives: one for each goal, period and region, quoted by reports and the overview. */
export function narrativeService(sources: Sources) {
  const { store } = sources
  const filings = goalFilingService<NarrativeBody, Narrative>(sources, {
    kind: 'narrative',
    wire: narrativeWire,
    content: narrativeContent,
  })
  return {
    ...filings,

    /** The period of a narrative, for an edit that leaves it as it is. */
    periodOf: (person: Person, thread: string): Promise<string> =>
      store.read(async (reading) => bodyOf((await filings.visible(reading, person, thread)).row).period),

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

const bodyOf = (row: Pick<FilingRow, 'body'>): NarrativeBody => JSON.parse(row.body)

function narrativeContent(body: NarrativeBody, { indicator, region, view, today }: About) {
  const period = parsePeriod(body.period)
  if (period === null) throw new DomainError('unknown-period', { value: body.period })
  const first = parsePeriod(view.programme(indicator.programme).firstPeriod)
  if (first !== null && period.startsOn < first.startsOn) throw new DomainError('period-before-programme')
  if (period.startsOn > today) throw new DomainError('period-not-over')
  const texts = [body.progress, body.problems, body.next].map((text) => text.trim())
  if (texts.every((text) => text === '')) throw new DomainError('value-required')
  const [progress = '', problems = '', next = ''] = texts
  return {
    title: indicator.name.zh,
    uniqueKey: `${region} ${period.code}`,
    happenedOn: period.endsOn,
    validFrom: null,
    validTo: null,
    body: { period: period.code, progress, problems, next },
  }
}

function narrativeWire(row: FilingRow, context: FilingContext): Narrative {
  const { goal } = context.view.indicator(row.subject)
  return { ...filingWire(row, context), goal, indicator: row.subject, ...bodyOf(row) }
}
