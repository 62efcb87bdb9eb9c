import type { CaseList } from '@xushi/contract'
import {
  addDays,
  DomainError,
  type Judgement,
  type LocalDate,
  lastEndedMonth,
  parsePeriod,
  type Register,
  type ReportingUnit,
  type Source,
  unknown,
} from '@xushi/domain'
import {
  type ConfirmationRow,
  confirmRegister,
  countRegisterCases,
  listConfirmations,
  type Reading,
  threadsOf,
} from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { entrySources } from '../figures/evidence.ts'
import { measuredWire } from '../figures/figure.wire.ts'
import { indicatorIn } from '../figures/indicator-asked.ts'
import { judged } from '../figures/judged.ts'
import { nationalCount, registerUnits } from '../figures/register-count.ts'
import { type AskedTimes, knownSeqOf } from '../figures/times.ts'
import { maySee, reaches } from '../progress-entries/entry-rights.ts'
import { peopleOf } from '../progress-entries/people.ts'
import type { Asking } from '../progress-entries/progress-entries.service.ts'
import type { Person } from '../session/person.ts'
import type { CaseService } from './cases.service.ts'
import { bodyOf, registerWire } from './register.wire.ts'

/** A register with its cases is sent whole, so that it filters and sorts without asking again. */
const mostCases = 20_000

export type RegisterService = ReturnType<typeof registerService>

/** Registers as lists: what they count, their cases, and the confirmations of their units. */
export function registerService(sources: Sources, cases: CaseService) {
  const { store } = sources

  const counted = async (reading: Reading, register: string, asked: AskedTimes, knownSeq: number | null) => {
    const found = await indicatorIn(reading, sources, { ...asked, indicator: register }, knownSeq)
    const { indicator, view, times } = found
    const entries = (await entrySources(reading, [indicator], view, knownSeq)).get(indicator.id) ?? null
    const source = entries?.register ?? { members: [], confirmations: [] }
    const count = nationalCount(indicator, view, source, times.on)
    const programme = view.programme(indicator.programme)
    const { judgement } = judged(indicator, { programme, view, on: times.on }, entries)
    const national = judgement.beside.find(({ source }) => source === 'national')
    return { ...found, count, beside: national ?? publishedBefore(indicator.sourceOfRecord, judgement.actual) }
  }

  return {
    list: async (asked: AskedTimes) => {
      const knownSeq = await knownSeqOf(store, asked)
      return store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        const registers = []
        let on = todayOf(sources)
        const totals = await countRegisterCases(reading)
        for (const register of view.registers) {
          const { count, times, indicator } = await counted(reading, register.id, asked, knownSeq)
          on = times.on
          registers.push({
            ...registerWire(register, view),
            count: measuredWire(count.figure, indicator.decimals),
            reported: count.reported,
            cases: totals.get(register.id) ?? 0,
          })
        }
        return { on, registers }
      })
    },

    cases: async (person: Person, id: string, asked: AskedTimes): Promise<CaseList> => {
      const knownSeq = await knownSeqOf(store, asked)
      return store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        const register = view.register(id)
        const { count, beside, times, indicator } = await counted(reading, id, asked, knownSeq)
        const rows = await threadsOf(reading, id, (row) => maySee(person, row, view), mostCases)
        return {
          register: registerWire(register, view),
          on: times.on,
          count: measuredWire(count.figure, indicator.decimals),
          reported: count.reported,
          cases: await cases.told(reading, person, rows, times.on),
          beside:
            beside === null || beside.on === null
              ? null
              : {
                  figure: measuredWire(beside.figure, indicator.decimals),
                  on: beside.on,
                  difference: measuredWire(beside.difference, indicator.decimals),
                },
        }
      })
    },

    duplicates: (
      person: Person,
      id: string,
      asked: {
        readonly code?: string | undefined
        readonly name?: string | undefined
        readonly except?: string | undefined
      },
    ) =>
      store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        const register = view.register(id)
        // What another unit is still writing is its own business; that it stands there is told by the refusal of a second one.
        const rows = await threadsOf(reading, id, (row) => maySee(person, row, view), mostCases)
        const found = rows.flatMap((row) => {
          const because = row.thread === asked.except ? null : sameness(register, bodyOf(row).fields, row.title, asked)
          return because === null ? [] : [{ row, because }]
        })
        const shown = found.slice(0, 10)
        const wires = await cases.told(
          reading,
          person,
          shown.map(({ row }) => row),
        )
        return {
          duplicates: wires.map((wire, index) => ({ case: wire, because: shown[index]?.because ?? 'like-name' })),
        }
      }),

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
        const rows = await threadsOf(reading, id, () => true, mostCases)
        return rows.filter(({ unitId, state }) => unitId === unit.id && state === 'approved').length
      })
      const { code, endsOn } = period
      const confirmation = { register: id, unitId: unit.id, period: code, endsOn, caseCount: row }
      const made = await confirmRegister(store, asking.actor, confirmation)
      return store.read(async (reading) => first(await confirmationsWire(reading, [made], view)))
    },

    confirmations: (person: Person, id: string) =>
      store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        const indicator = view.indicator(view.register(id).id)
        const rows = await listConfirmations(reading, id)
        // A month that ends today is not over yet.
        const { code, endsOn } = lastEndedMonth(addDays(todayOf(sources), -1))
        const mine = registerUnits(indicator, view, endsOn)
          .filter((unit) => reaches(person, 'register:confirm', unit.id, view.units))
          .map(({ id: unitId, name }) => ({
            unit: { id: unitId, name },
            period: code,
            confirmed: rows.some((row) => row.unitId === unitId && row.period === code),
          }))
        return { confirmations: await confirmationsWire(reading, rows, view), mine }
      }),
  }
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

async function confirmationsWire(reading: Reading, rows: readonly ConfirmationRow[], view: CatalogueView) {
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
  }))
}

function first<Item>([item]: readonly Item[]): Item {
  if (item === undefined) throw new Error('what was just made is told')
  return item
}

type Sameness = 'same-code' | 'same-name' | 'like-name'

/** Why two things may be the same: one code, one name, or one name inside the other. */
function sameness(
  register: Register,
  fields: Readonly<Record<string, string | number>>,
  title: string,
  asked: { readonly code?: string | undefined; readonly name?: string | undefined },
): Sameness | null {
  const codes = register.fields
    .filter(({ kind }) => kind === 'credit-code')
    .map(({ id }) => plain(String(fields[id] ?? '')))
  const code = plain(asked.code ?? '')
  if (code.length >= 6 && codes.includes(code)) return 'same-code'
  const [own, other] = [plain(title), plain(asked.name ?? '')]
  if (other.length < 2) return null
  if (own === other) return 'same-name'
  return other.length >= 4 && (own.includes(other) || (own.length >= 4 && other.includes(own))) ? 'like-name' : null
}

/** A name without what people write differently: width, case, space and brackets. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()·.,-]/g, '')

/** Until its register is opened a goal may stand on what was published: that is said beside the register already. */
const publishedBefore = (source: Source | null, actual: Judgement['actual']) =>
  source === 'national' && actual.known
    ? { figure: actual, on: actual.on ?? null, difference: unknown('register-not-open') }
    : null
