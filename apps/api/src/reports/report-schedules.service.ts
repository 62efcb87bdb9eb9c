import type { ReportSchedule } from '@xushi/contract'
import { DomainError, maySeeReport, nextDueOn, type ReportKind } from '@xushi/domain'
import {
  type AccountRow,
  type Actor,
  accountsById,
  changeSchedule,
  createSchedule,
  deleteSchedule,
  forReaders,
  lastOutcomes,
  listSchedules,
  nation,
  type Schedule,
  type ScheduleChange,
  type ScheduledOutcome,
  type ScheduleRow,
} from '@xushi/store'
import { type Sources, todayOf, viewNow } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { personWire } from '../progress-entries/people.ts'
import type { Person } from '../session/person.ts'
import { readerOf } from './report-reader.ts'
import { failureWords, makingFailure } from './report-wire.ts'

/** Somebody who asks, and the language in which they are told why something failed. */
type Reading = { readonly person: Person; readonly language: 'zh' | 'en' }
type Acting = Reading & { readonly actor: Actor }

export type ReportScheduleService = ReturnType<typeof reportScheduleService>

/** Schedules of reports (定期生成): what is drafted by itself, and what came of it last. */
export function reportScheduleService(sources: Sources) {
  const { store } = sources

  const tell = async ({ person, language }: Reading, rows: readonly ScheduleRow[]): Promise<ReportSchedule[]> => {
    const view = await viewNow(sources)
    const { accounts, outcomes } = await store.read(async (reading) => ({
      accounts: await accountsById(
        reading,
        rows.map(({ madeBy }) => madeBy),
      ),
      outcomes: await lastOutcomes(reading),
    }))
    const around = { view, accounts, reader: readerOf(person, view), language, today: todayOf(sources) }
    return rows.map((row) => scheduleWire(row, ofSchedule(outcomes, row), around))
  }
  const one = async (reading: Reading, row: ScheduleRow): Promise<ReportSchedule> => {
    const [schedule] = await tell(reading, [row])
    if (schedule === undefined) throw new Error('one row has one answer')
    return schedule
  }
  /** @throws DomainError unknown-region, report-needs-region */
  const checkScope = async (kind: ReportKind, regions: readonly string[]): Promise<void> => {
    const view = await viewNow(sources)
    for (const region of regions) if (region !== nation) view.region(region)
    if (kind === 'regional' && regions.includes(nation)) throw new DomainError('report-needs-region')
  }

  return {
    list: async (reading: Reading) => ({ schedules: await tell(reading, await store.read(listSchedules)) }),

    /** @throws DomainError unknown-programme, unknown-region, report-needs-region */
    create: async (asking: Acting, { programme, ...asked }: Schedule): Promise<ReportSchedule> => {
      const { id } = (await viewNow(sources)).programme(programme)
      await checkScope(asked.kind, asked.regions)
      return one(asking, await createSchedule(store, asking.actor, { ...asked, ...onceEach(asked), programme: id }))
    },

    /** @throws DomainError not-found, version-conflict, unknown-region, report-needs-region */
    change: async (
      asking: Acting,
      id: string,
      { version, ...change }: ScheduleChange & { readonly version: number },
    ): Promise<ReportSchedule> => {
      const before = (await store.read(listSchedules)).find((row) => row.id === id)
      if (before === undefined) throw new DomainError('not-found')
      await checkScope(change.kind ?? before.kind, change.regions ?? before.regions)
      return one(asking, await changeSchedule(store, asking.actor, { id, version, ...change, ...onceEach(change) }))
    },

    /** @throws DomainError not-found, version-conflict */
    remove: async ({ actor }: Acting, id: string, version: number): Promise<void> => {
      await deleteSchedule(store, actor, { id, version })
    },
  }
}

/** What was named twice counts once. */
const onceEach = ({ regions, recipients }: Partial<Pick<Schedule, 'regions' | 'recipients'>>) => ({
  ...(regions !== undefined && { regions: [...new Set(regions)] }),
  ...(recipients !== undefined && { recipients: [...new Set(recipients)] }),
})

const ofSchedule = (outcomes: readonly ScheduledOutcome[], { id }: ScheduleRow) =>
  outcomes.filter(({ scheduled }) => scheduled.scheduleId === id)

type Around = {
  readonly view: CatalogueView
  readonly accounts: ReadonlyMap<string, AccountRow>
  readonly reader: ReturnType<typeof readerOf>
  readonly language: 'zh' | 'en'
  readonly today: string
}

function scheduleWire(row: ScheduleRow, outcomes: readonly ScheduledOutcome[], around: Around): ReportSchedule {
  const { id, version, programme, kind, language, regions, day, recipients, state, madeBy, createdAt } = row
  return {
    ...{ id, version, programme, kind, language, day, createdAt },
    regions: [...regions],
    recipients: [...recipients],
    state: state === 'paused' ? 'paused' : 'active',
    madeBy: personWire(madeBy, around.accounts.get(madeBy), around.view),
    nextOn: state === 'active' ? nextDueOn(row, around.today) : null,
    outcomes: outcomes
      .filter(({ scheduled }) => regions.includes(scheduled.region))
      .map((one) => outcomeWire(one, around)),
  }
}

function outcomeWire(
  { scheduled, report }: ScheduledOutcome,
  { reader, language }: Around,
): ReportSchedule['outcomes'][number] {
  const { region, month } = scheduled
  const failure = scheduled.failure ?? (report === null ? null : makingFailure(report))
  return {
    region,
    month,
    report:
      report === null
        ? null
        : {
            id: report.id,
            state: report.state,
            making: report.making,
            opens: maySeeReport(reader, forReaders(report)),
          },
    failure: failure === null ? null : failureWords(failure)[language],
  }
}
