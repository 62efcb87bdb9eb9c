import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listOpenFilings, showReviewDesk, type WaitingFiling } from '@xushi/contract'
import { type FilingRow, listFilings, type Reading } from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { type FilingContext, filingWire } from '../filings/filings.service.ts'
import { signedIn } from '../plugins/permission.ts'
import { maySee } from '../progress-entries/entry-rights.ts'
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
    handler: (request) => openFilings(sources, signedIn(request), request.query.indicator),
  })

  app.route({ ...showReviewDesk, handler: (request) => reviewDesk(sources, progress, signedIn(request)) })
}

/** What is under way beside the numbers, for one person: to review, and written by them. */
const openFilings = (sources: Sources, person: Person, indicator: string | undefined) =>
  sources.store.read(async (reading: Reading) => {
    const view = await viewIn(reading, sources)
    const subjects = indicator === undefined ? {} : { subjects: [view.indicator(indicator).id] }
    const { rows, total } = await listFilings(
      reading,
      { kinds, states, ...subjects },
      { cursor: null, limit: mostShown },
    )
    const seen = rows.filter((row) => maySee(person, row, view))
    const context = { view, people: await peopleOf(reading, seen, view), person, today: todayOf(sources) }
    const wires = seen.map((row) => waitingWire(row, context))
    return {
      toReview: wires.filter(({ moves }) => moves.includes('approval')),
      own: wires.filter(({ recorder }) => recorder.id === person.accountId),
      total,
    }
  })

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
