import type { MilestoneEvent, MilestoneStanding } from '@xushi/contract'
import {
  DomainError,
  type MilestoneEvent as Event,
  isLocalDate,
  type LocalDate,
  type MilestoneFault,
  milestoneFault,
  milestoneStanding,
  milestoneWithdrawalFault,
} from '@xushi/domain'
import { countedFilings, type FilingRow, listFilings, nation, type Reading } from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { indicatorIn } from '../figures/indicator-asked.ts'
import { type AskedTimes, knownSeqOf } from '../figures/times.ts'
import { type FilingContext, filingWire } from '../filings/filings.service.ts'
import { maySee } from '../progress-entries/entry-rights.ts'
import type { Person } from '../session/person.ts'
import { type About, goalFilingService, indicatorOf } from './goal-filings.service.ts'

/** An event as it is written, and kept. */
export type MilestoneBody = {
  readonly kind: Event['kind']
  readonly on: LocalDate
  readonly expectedOn?: LocalDate | undefined
  readonly stage?: string | undefined
  readonly number?: number | undefined
  readonly documentNumber?: string | undefined
  readonly note?: string | undefined
}

const mostShown = 500

export type MilestoneService = ReturnType<typeof milestoneService>

/** Milestones: what happened to them, by two people each, and how they stand on a date. */
export function milestoneService(sources: Sources) {
  const { store } = sources
  /** What counts of the same milestone beside a filing. */
  const othersOf = async (reading: Reading, { subject, region, thread }: FilingRow) => {
    const filter = { kinds: ['milestone-event'], subjects: [subject], region } as const
    return (await countedFilings(reading, filter, null)).filter((other) => other.thread !== thread)
  }
  /** What cannot be approved is not handed in either. */
  const checkFollows = async (row: FilingRow, reading: Reading, view: CatalogueView) =>
    refuseFault(milestoneBodyOf(row), await othersOf(reading, row), view.indicator(row.subject))
  const filings = goalFilingService<MilestoneBody, MilestoneEvent>(sources, {
    kind: 'milestone-event',
    wire: milestoneWire,
    content: milestoneContent,
    checkSubmission: checkFollows,
    checkApproval: checkFollows,
    checkWithdrawal: async (row, reading) => {
      const others = (await othersOf(reading, row)).map(milestoneEventOf)
      refuse(milestoneWithdrawalFault(others, milestoneEventOf(row)))
    },
  })

  return {
    ...filings,

    list: async (person: Person, goal: string, asked: AskedTimes) => {
      const knownSeq = await knownSeqOf(store, asked)
      return store.read(async (reading) => {
        const { id } = indicatorOf(goal, (await sources.now()).view)
        const { indicator, view, times } = await indicatorIn(reading, sources, { ...asked, indicator: id }, knownSeq)
        const counted = await countedFilings(reading, { kinds: ['milestone-event'], subjects: [id] }, knownSeq)
        const byRegion = Map.groupBy(counted, ({ region }) => region)
        const { rows } = await listFilings(
          reading,
          {
            kinds: ['milestone-event'],
            subjects: [id],
            states: ['draft', 'submitted', 'unit-reviewed', 'returned', 'approved'],
          },
          { cursor: null, limit: mostShown },
        )
        return {
          on: times.on,
          recurs: indicator.recurs === true,
          standing: standingWire(byRegion.get(nation) ?? [], times.on, indicator),
          regions: [...byRegion]
            .filter(([region]) => region !== nation)
            .map(([region, events]) => ({ region, standing: standingWire(events, times.on, indicator) })),
          events: await filings.told(
            reading,
            person,
            rows.filter((row) => maySee(person, row, view)),
          ),
        }
      })
    },
  }
}

/** What a filed event says. */
export const milestoneBodyOf = (row: Pick<FilingRow, 'body'>): MilestoneBody => JSON.parse(row.body)

/** A filed event as the rules of milestones see it. */
export const milestoneEventOf = (row: Pick<FilingRow, 'body'>): Event => eventOf(milestoneBodyOf(row))

const eventOf = ({ kind, on, expectedOn, stage, number }: MilestoneBody): Event => ({
  kind,
  on,
  expectedOn: expectedOn ?? null,
  stage: stage ?? null,
  number: number ?? null,
})

/** How a milestone stands, from its counted filings. */
export function standingWire(
  rows: readonly FilingRow[],
  on: LocalDate,
  { due }: Pick<Indicator, 'due'>,
): MilestoneStanding {
  const standing = milestoneStanding(
    rows.map((row) => eventOf(milestoneBodyOf(row))),
    on,
    due?.on ?? null,
  )
  return { ...standing, expectedBefore: [...standing.expectedBefore] }
}

/** How the milestones of a programme stand for the nation, as known at a ledger number, by slug. */
export async function standingsOfMilestones(
  reading: Reading,
  indicators: readonly Indicator[],
  on: LocalDate,
  knownSeq: number | null,
): Promise<ReadonlyMap<string, MilestoneStanding>> {
  const subjects = indicators.map(({ id }) => id)
  const rows = await countedFilings(reading, { kinds: ['milestone-event'], subjects, region: nation }, knownSeq)
  const bySubject = Map.groupBy(rows, ({ subject }) => subject)
  return new Map(indicators.map((one) => [one.id, standingWire(bySubject.get(one.id) ?? [], on, one)]))
}

function milestoneContent(body: MilestoneBody, { indicator, region, today, others }: About) {
  if (indicator.kind !== 'milestone' && indicator.plan.is !== 'stages') throw new DomainError('not-a-milestone')
  for (const day of [body.on, body.expectedOn]) {
    if (day !== undefined && !isLocalDate(day)) throw new DomainError('unknown-date', { value: day })
  }
  if (body.on > today) throw new DomainError('out-of-order')
  if (body.kind === 'done' && (body.documentNumber ?? '').trim() === '') throw new DomainError('document-required')
  if (body.kind === 'moved' && (body.note ?? '').trim() === '') refuse('move-without-reason')
  const dated = body.kind === 'planned' || body.kind === 'moved'
  if (dated && body.expectedOn === undefined) refuse('expected-missing')
  const { plan } = indicator
  const isStage = plan.is !== 'stages' || plan.stages.some(({ id }) => id === body.stage)
  if (body.kind === 'stage' && !isStage)
    throw new DomainError('milestone-event-refused', { faults: ['/stage stage-unknown'] })
  refuseFault(body, others, indicator)
  return {
    title: indicator.name.zh,
    uniqueKey: body.kind === 'done' || body.kind === 'planned' ? `${region} ${body.kind}` : null,
    happenedOn: body.on,
    validFrom: null,
    validTo: null,
    body,
  }
}

function refuseFault(
  body: MilestoneBody,
  others: readonly FilingRow[],
  { due, recurs }: Pick<Indicator, 'due' | 'recurs'>,
): void {
  // What was filed before there were these rules is not approved either.
  if (body.kind === 'issue' && recurs !== true) refuse('not-recurring')
  if (body.kind === 'stage' && (body.stage ?? '').trim() === '') refuse('stage-missing')
  const fault = milestoneFault(
    others.map((row) => eventOf(milestoneBodyOf(row))),
    eventOf(body),
    due?.on ?? null,
  )
  refuse(fault)
}

/** The field that a fault is about, where that is not its day. */
const faultyField: Readonly<Partial<Record<MilestoneFault, string>>> = {
  'expected-in-past': '/expectedOn',
  'expected-missing': '/expectedOn',
  'issue-out-of-order': '/number',
  'move-without-reason': '/note',
  'not-recurring': '/kind',
  'number-without-issue': '/number',
  'stage-missing': '/stage',
}

/** @throws DomainError milestone-event-refused, at the field that is wrong */
function refuse(fault: MilestoneFault | null): void {
  if (fault === null) return
  const pointer = faultyField[fault] ?? '/on'
  throw new DomainError('milestone-event-refused', { faults: [`${pointer} ${fault}`] })
}

function milestoneWire(row: FilingRow, context: FilingContext): MilestoneEvent {
  const { kind, on, expectedOn, stage, number, documentNumber, note } = milestoneBodyOf(row)
  const { goal } = context.view.indicator(row.subject)
  return {
    ...filingWire(row, context),
    goal,
    indicator: row.subject,
    kind,
    on,
    expectedOn: expectedOn ?? null,
    stage: stage ?? null,
    number: number ?? null,
    documentNumber: documentNumber ?? null,
    note: note ?? '',
  }
}
