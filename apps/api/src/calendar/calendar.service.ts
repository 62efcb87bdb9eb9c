import type { Calendar, DeadlineException } from '@xushi/contract'
import {
  DomainError,
  deadlineOf,
  isLocalDate,
  type LocalDate,
  type Period,
  type Programme,
  parsePeriod,
  periodsOfRule,
  shanghaiDate,
} from '@xushi/domain'
import {
  beganAt,
  type ClosingRow,
  closePeriod,
  closingsOf,
  type ExceptionRow,
  exceptionsBetween,
  grantException,
  handedInBetween,
  type Reading,
  reopenPeriod,
} from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { needed } from '../filings/filings.service.ts'
import { type People, peopleOf } from '../progress-entries/people.ts'
import type { Asking } from '../progress-entries/progress-entries.service.ts'

type Closing = { readonly programme: string; readonly period: string; readonly reason: string }
type Granting = {
  readonly indicator: string
  readonly unit: string
  readonly period: string
  readonly untilOn: string
  readonly reason: string
}

export type CalendarService = ReturnType<typeof calendarService>

/** The calendar: deadlines, closed periods, exceptions. */
export function calendarService(sources: Sources) {
  const { store } = sources

  const shownPeriod = (code: string, programme: string) =>
    store.read(async (reading) => {
      const { periods } = await calendarIn(reading, sources, programme)
      const found = periods.find(({ period }) => period === code)
      if (found === undefined) throw new DomainError('unknown-period', { value: code })
      return found
    })

  return {
    show: (programme: string): Promise<Calendar> => store.read((reading) => calendarIn(reading, sources, programme)),

    close: async ({ actor }: Asking, { programme, period, reason }: Closing) => {
      const { view } = await sources.recently()
      const span = periodOf(period, view.programme(programme), todayOf(sources))
      await closePeriod(store, actor, { programme, period: span, reason: needed(reason) })
      return shownPeriod(span.code, programme)
    },

    reopen: async ({ actor }: Asking, { programme, period, reason }: Closing) => {
      const { view } = await sources.recently()
      const span = periodOf(period, view.programme(programme), todayOf(sources))
      await reopenPeriod(store, actor, { programme, period: span.code, reason: needed(reason) })
      return shownPeriod(span.code, programme)
    },

    /** @throws DomainError out-of-order for a day that has passed */
    except: async ({ actor }: Asking, granting: Granting): Promise<DeadlineException> => {
      const { view, today } = await sources.recently()
      const { id: indicatorId } = view.indicator(granting.indicator)
      const { id: unitId } = view.unit(granting.unit)
      const period = parsePeriod(granting.period)
      if (period === null) throw new DomainError('unknown-period', { value: granting.period })
      if (!isLocalDate(granting.untilOn)) throw new DomainError('unknown-date', { value: granting.untilOn })
      if (granting.untilOn < today) throw new DomainError('out-of-order')
      const { untilOn } = granting
      const exception = { indicatorId, unitId, period, untilOn, reason: needed(granting.reason) }
      const row = await grantException(store, actor, exception)
      return store.read(async (reading) => {
        const people = await peopleBehind(reading, [row.grantedBy], view)
        return exceptionWire(row, { view, people, today })
      })
    },
  }
}

/** A period of the programme's own rule. @throws DomainError unknown-period, period-not-over */
function periodOf(code: string, { calendar, firstPeriod }: Programme, today: LocalDate): Period {
  const first = parsePeriod(firstPeriod)?.startsOn ?? today
  const period = periodsOfRule(first, today, calendar).find((candidate) => candidate.code === code)
  if (period !== undefined) return period
  throw new DomainError(parsePeriod(code) === null ? 'unknown-period' : 'period-not-over', { value: code })
}

/** The last day on which a period of a programme can end that still matters: nothing is collected after its last due date. */
export const lastCollected = ({ lastDueOn }: Programme, today: LocalDate): LocalDate =>
  today < lastDueOn ? today : lastDueOn

/** The day the system was opened (开通). */
export async function openedOn(reading: Reading, today: LocalDate): Promise<LocalDate> {
  const at = await beganAt(reading)
  return at === null ? today : shanghaiDate(at)
}

async function calendarIn(reading: Reading, sources: Sources, id: string): Promise<Calendar> {
  const view = await viewIn(reading, sources)
  const today = todayOf(sources)
  const programme = view.programme(id)
  const { calendar, firstPeriod } = programme
  const first = parsePeriod(firstPeriod)?.startsOn ?? today
  const last = lastCollected(programme, today)
  const periods = periodsOfRule(first, last, calendar)
  const closings = (await closingsOf(reading, id)).filter(({ endedSeq }) => endedSeq === null)
  const exceptions = await exceptionsBetween(reading, first, last)
  const people = await peopleBehind(
    reading,
    [...closings.map(({ closedBy }) => closedBy), ...exceptions.map(({ grantedBy }) => grantedBy)],
    view,
  )
  const opened = await openedOn(reading, today)
  const handedIn = await handedInBetween(
    reading,
    view.indicatorsOf(id).map((one) => one.id),
    first,
    last,
  )
  const newestOn = handedIn.at(-1)?.endsOn
  return {
    programme: id,
    today,
    openedOn: opened,
    every: calendar.every,
    deadlineDay: calendar.deadlineDay,
    years: view.years.map(({ year, document }) => ({ year, document })),
    periods: periods
      .map((period) => ({
        period: period.code,
        endsOn: period.endsOn,
        deadline: deadlineOf(period, calendar, view.years),
        backfill: period.endsOn < opened,
        closed: closingWire(
          closings.find((closing) => closing.period === period.code),
          people,
        ),
      }))
      .toReversed(),
    exceptions: exceptions.map((row) => exceptionWire(row, { view, people, today })).toReversed(),
    newest:
      periods.find(({ startsOn, endsOn }) => newestOn !== undefined && startsOn <= newestOn && newestOn <= endsOn)
        ?.code ?? null,
  }
}

const peopleBehind = (reading: Reading, ids: readonly string[], view: CatalogueView): Promise<People> =>
  peopleOf(
    reading,
    ids.map((recorderId) => ({ recorderId, unitReviewerId: null, approverId: null })),
    view,
  )

const closingWire = (row: ClosingRow | undefined, people: People) =>
  row === undefined ? null : { by: people.person(row.closedBy), at: row.closedAt, reason: row.reason }

type Context = { readonly view: CatalogueView; readonly people: People; readonly today: LocalDate }

function exceptionWire(row: ExceptionRow, { view, people, today }: Context): DeadlineException {
  return {
    id: row.id,
    indicator: row.indicatorId,
    unit: { id: row.unitId, name: view.unit(row.unitId).name },
    period: row.period,
    untilOn: row.untilOn,
    reason: row.reason,
    by: people.person(row.grantedBy),
    at: row.grantedAt,
    expired: row.untilOn < today,
  }
}
