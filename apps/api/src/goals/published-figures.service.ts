import type { EditPublishedFigure, PublishedFiling } from '@xushi/contract'
import { DomainError, isLocalDate, type PublishedFigure, smallestUnits } from '@xushi/domain'
import { type FilingRow, listFilings } from '@xushi/store'
import { type Sources, viewIn } from '../catalogue/catalogue-now.ts'
import { valueWire } from '../figures/figure.wire.ts'
import { type FilingContext, filingWire } from '../filings/filings.service.ts'
import { maySee } from '../progress-entries/entry-rights.ts'
import type { Person } from '../session/person.ts'
import { type About, goalFilingService, indicatorOf } from './goal-filings.service.ts'

/** A published figure as it is written. */
export type PublishedBody = Omit<EditPublishedFigure, 'version'>

const mostShown = 200

export type PublishedFigureService = ReturnType<typeof publishedFigureService>

/** 登记公开数据: figures somebody said in public, which count like those of the catalogue once a second person approved them. */
export function publishedFigureService(sources: Sources) {
  const { store } = sources
  const filings = goalFilingService<PublishedBody, PublishedFiling>(sources, {
    kind: 'published-figure',
    wire: publishedWire,
    content: publishedContent,
  })
  return {
    ...filings,
    list: (person: Person, { indicator }: { readonly indicator?: string | undefined }) =>
      store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        const filter = {
          kinds: ['published-figure'],
          states: ['draft', 'submitted', 'unit-reviewed', 'returned', 'approved'],
          ...(indicator !== undefined && { subjects: [indicatorOf(indicator, view).id] }),
        } as const
        const { rows } = await listFilings(reading, filter, { cursor: null, limit: mostShown })
        return {
          figures: await filings.told(
            reading,
            person,
            rows.filter((row) => maySee(person, row, view)),
          ),
        }
      }),
  }
}

/** What the store keeps: the figure as judgement reads it, in smallest units, and where it can be read. */
type Kept = Omit<PublishedFigure, 'id'> & { readonly link: string | null }

const keptOf = (row: Pick<FilingRow, 'body'>): Kept => JSON.parse(row.body)

function publishedContent(body: PublishedBody, { indicator, region, today }: About) {
  // The unit that is asked for rights is that of the region; the region of what is filed stays what it was.
  if (body.region !== region) throw new DomainError('region-fixed')
  for (const day of [body.on, body.publishedOn]) {
    if (!isLocalDate(day)) throw new DomainError('unknown-date', { value: day })
  }
  if (body.publishedOn < body.on || body.publishedOn > today) throw new DomainError('out-of-order')
  const value = smallestUnits(body.value, indicator.decimals)
  if (typeof value === 'string') throw new DomainError(value)
  const both = (text: string) => ({ zh: text.trim(), en: text.trim() })
  const kept: Kept = {
    goal: indicator.goal,
    region: body.region,
    on: body.on,
    precision: body.precision,
    publishedOn: body.publishedOn,
    value,
    ...(body.bound !== undefined && { bound: body.bound }),
    ...(body.round !== undefined && { round: body.round }),
    speaker: both(body.speaker),
    occasion: both(body.occasion),
    confidence: body.confidence,
    note: body.note === undefined || body.note.trim() === '' ? null : both(body.note),
    link: body.link ?? null,
  }
  const said = [body.region, body.on, body.publishedOn, body.speaker.trim(), String(value)]
  return {
    title: `${indicator.name.zh} ${body.on}`,
    uniqueKey: said.join(' '),
    happenedOn: body.on,
    validFrom: null,
    validTo: null,
    body: kept,
  }
}

function publishedWire(row: FilingRow, context: FilingContext): PublishedFiling {
  const kept = keptOf(row)
  const { goal, decimals } = context.view.indicator(row.subject)
  return {
    ...filingWire(row, context),
    goal,
    indicator: row.subject,
    on: kept.on,
    precision: kept.precision,
    publishedOn: kept.publishedOn,
    value: valueWire(kept.value, decimals),
    bound: kept.bound ?? null,
    speaker: kept.speaker.zh,
    occasion: kept.occasion.zh,
    confidence: kept.confidence,
    round: kept.round ?? null,
    link: kept.link,
    note: kept.note?.zh ?? '',
  }
}
