import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listOpenFilings, showReviewDesk, type WaitingFiling } from '@xushi/contract'
import { type FilingRow, listFilings, type Reading, waitingFilings } from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { actionsOf } from '../filings/filing-actions.ts'
import { type FilingContext, filingWire } from '../filings/filings.service.ts'
import { signedIn } from '../plugins/permission.ts'
import { dueFor, handlesNation } from '../progress-entries/entry-rights.ts'
import { peopleOf } from '../progress-entries/people.ts'
import type { ProgressService } from '../progress-entries/progress-entries.service.ts'
import type { Person } from '../session/person.ts'
import { reviewDesk } from './review-desk.service.ts'

const kinds = ['case', 'promotion', 'milestone-event', 'narrative', 'published-figure', 'decision'] as const
const states = ['draft', 'submitted', 'unit-reviewed', 'returned'] as const
const mostShown = 500

export const reviewDeskRoutes: FastifyPluginAsyncTypebox<{
  readonly sources: Sources
  readonly progress: ProgressService
}> = async (app, { sources, progress }) => {
  app.route({
    ...listOpenFilings,
    handler: (request) => openFilings(sources, signedIn(request), request.query),
  })

  app.route({
    ...showReviewDesk,
    handler: (request) => reviewDesk(sources, progress, signedIn(request), request.query.limit),
  })
}

/**
 * What is under way beside the numbers, for one person: to review, the longest waiting first; written by them; and what they are
 * asked to correct.
 */
const openFilings = (
  sources: Sources,
  person: Person,
  { indicator, limit = mostShown }: { readonly indicator?: string | undefined; readonly limit?: number | undefined },
) =>
  sources.store.read(async (reading: Reading) => {
    const view = await viewIn(reading, sources)
    const about = indicator === undefined ? {} : { subjects: [view.indicator(indicator).id] }
    const waiting = Array.from(
      Map.groupBy(kinds, (kind) => actionsOf(kind).approve),
      ([approve, some]) => ({ kinds: some, ...dueFor(person, view, approve) }),
    )
    const toReview = await waitingFilings(reading, waiting, { ...about, limit })
    const mine = { kinds, states, recorderId: person.accountId, ...about }
    const own = await listFilings(reading, mine, { cursor: null, limit })
    const toCorrect = { kinds, states: ['approved'], asked: true, ...correctedBy(person), ...about } as const
    const asked = await listFilings(reading, toCorrect, { cursor: null, limit })
    const people = await peopleOf(reading, [...toReview.rows, ...own.rows, ...asked.rows], view)
    const context = { view, people, person, today: todayOf(sources) }
    return {
      toReview: toReview.rows.map((row) => waitingWire(row, context)),
      own: own.rows.map((row) => waitingWire(row, context)),
      toCorrect: asked.rows.map((row) => waitingWire(row, context)),
      totals: { toReview: toReview.total, own: own.total, toCorrect: asked.total },
    }
  })

/** Whose filings somebody corrects: their own for the nation, else those of their units, whoever wrote them. */
const correctedBy = (person: Person) =>
  handlesNation(person) ? { recorderId: person.accountId } : { unitIds: person.unitIds }

function waitingWire(row: FilingRow, context: FilingContext): WaitingFiling {
  const subject = nameOf(row.subject, context.view)
  return {
    ...filingWire(row, context),
    kind: row.kind,
    subject: row.subject,
    subjectName: subject?.name ?? null,
    goal: subject?.goal ?? null,
    happenedOn: row.happenedOn,
  }
}

/** The indicator that a filing speaks of; a decision may speak of a programme or a reading instead. */
const nameOf = (subject: string, view: CatalogueView) =>
  view.programmes.flatMap(({ id }) => view.indicatorsOf(id)).find(({ id }) => id === subject.split('#')[0])
