import {
  addDays,
  DomainError,
  isInForce,
  type LocalDate,
  lastEndedMonth,
  monthsBetween,
  parsePeriod,
  type ReportingUnit,
} from '@xushi/domain'
import {
  type ConfirmationRow,
  changedLists,
  checkPeriodOpen,
  closingsOf,
  confirmRegister,
  countedFilings,
  exceptionsBetween,
  listConfirmations,
  type Reading,
} from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { registerUnits } from '../figures/register-count.ts'
import { reaches } from '../progress-entries/entry-rights.ts'
import { peopleOf } from '../progress-entries/people.ts'
import type { Asking } from '../progress-entries/progress-entries.service.ts'
import type { Person } from '../session/person.ts'

export type ConfirmationService = ReturnType<typeof confirmationService>

/** 本期台账确认: the word of units that their lists are whole, month by month. */
export function confirmationService(sources: Sources) {
  const { store } = sources

  return {
    /** @throws DomainError already-filed while the list is as it was confirmed, period-not-over, period-locked */
    confirm: async (
      asking: Asking,
      id: string,
      body: { readonly period: string; readonly unit?: string | undefined },
    ) => {
      const { view, today } = await sources.recently()
      const indicator = view.indicator(view.register(id).id)
      const period = parsePeriod(body.period)
      if (period === null || period.kind !== 'month') throw new DomainError('unknown-period', { value: body.period })
      if (period.endsOn >= today) throw new DomainError('period-not-over')
      const unit = confirmingUnit(asking.person, indicator, body.unit, view, period.endsOn)
      const row = await store.read(async (reading) => {
        const place = { programme: indicator.programme, indicatorId: indicator.id, unitId: unit.id }
        await checkPeriodOpen(reading, { ...place, ...period }, today)
        const counted = await countedFilings(reading, { kinds: ['case'], subjects: [id], unitIds: [unit.id] }, null)
        return counted.filter((one) => isInForce(one, period.endsOn)).length
      })
      const { code, endsOn } = period
      const confirmation = { register: id, unitId: unit.id, period: code, endsOn, caseCount: row }
      const made = await confirmRegister(store, asking.actor, confirmation)
      return store.read(async (reading) => first(await confirmationsWire(reading, [made], new Set(), view)))
    },

    list: (person: Person, id: string) =>
      store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        const indicator = view.indicator(view.register(id).id)
        const rows = await listConfirmations(reading, id)
        const changed = await changedLists(reading, id, rows)
        const given = new Map(rows.map((row) => [`${row.unitId} ${row.period}`, row]))
        const mine = []
        for (const { unit, code } of await openLists(reading, person, indicator, view, todayOf(sources))) {
          const row = given.get(`${unit.id} ${code}`)
          const isChanged = row !== undefined && changed.has(row.id)
          const { id: unitId, name } = unit
          mine.push({ unit: { id: unitId, name }, period: code, confirmed: row !== undefined, changed: isChanged })
        }
        return { confirmations: await confirmationsWire(reading, rows, changed, view), mine }
      }),
  }
}

/** The lists that a person may confirm: their units', of months that are not closed, or closed with an exception for the unit. */
async function openLists(
  reading: Reading,
  person: Person,
  indicator: Indicator,
  view: CatalogueView,
  today: LocalDate,
) {
  const { programme, id: indicatorId } = indicator
  const closings = (await closingsOf(reading, programme)).filter(({ endedSeq }) => endedSeq === null)
  const exceptions = await exceptionsBetween(reading, '0000-01-01', today)
  return monthsSinceOpening(indicator, today).flatMap((month) => {
    const isClosed = closings.some((one) => one.startsOn <= month.endsOn && one.endsOn >= month.startsOn)
    const isExcused = (unitId: string) =>
      exceptions.some(
        (one) =>
          one.indicatorId === indicatorId &&
          one.unitId === unitId &&
          one.endsOn === month.endsOn &&
          one.untilOn >= today,
      )
    return registerUnits(indicator, view, month.endsOn)
      .filter((unit) => reaches(person, 'register:confirm', unit.id, view.units))
      .filter((unit) => !isClosed || isExcused(unit.id))
      .map((unit) => ({ unit, code: month.code }))
  })
}

/** The months that ended since a register was opened, newest first; the last one that ended where it is not open yet. */
function monthsSinceOpening({ opening }: Indicator, today: LocalDate) {
  // A month that ends today is not over yet.
  const last = lastEndedMonth(addDays(today, -1))
  const codes = opening === null ? [] : monthsBetween(opening.openedOn, last.endsOn)
  const months = codes.flatMap((code) => parsePeriod(code) ?? []).toReversed()
  return months.length === 0 ? [last] : months
}

function confirmingUnit(
  person: Person,
  indicator: Indicator,
  named: string | undefined,
  view: CatalogueView,
  on: LocalDate,
): ReportingUnit {
  if (named !== undefined) view.unit(named)
  const meant = registerUnits(indicator, view, on).filter(({ id }) => named === undefined || id === named)
  if (meant.length === 0) throw new DomainError('not-expected')
  const [unit, other] = meant.filter(({ id }) => reaches(person, 'register:confirm', id, view.units))
  if (unit === undefined) throw new DomainError('out-of-scope')
  if (other !== undefined) throw new DomainError('unit-needed')
  return unit
}

async function confirmationsWire(
  reading: Reading,
  rows: readonly ConfirmationRow[],
  changed: ReadonlySet<string>,
  view: CatalogueView,
) {
  const people = await peopleOf(
    reading,
    rows.map(({ confirmedBy }) => ({ recorderId: confirmedBy, unitReviewerId: null, approverId: null })),
    view,
  )
  return rows.map(({ id, unitId, period, caseCount, confirmedBy, confirmedAt }) => ({
    id,
    unit: { id: unitId, name: view.unit(unitId).name },
    period,
    caseCount,
    confirmedBy: people.person(confirmedBy),
    confirmedAt,
    changed: changed.has(id),
  }))
}

function first<Item>([item]: readonly Item[]): Item {
  if (item === undefined) throw new Error('what was just made is told')
  return item
}
