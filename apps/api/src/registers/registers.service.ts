import type { CaseList } from '@xushi/contract'
import { type NameLikeness, nameLikeness, plainName, publishedBeside, type Register } from '@xushi/domain'
import {
  countedFilings,
  countRegisterCases,
  type FilingRow,
  type Reading,
  type StandingFiling,
  threadsOf,
} from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import { entrySources, nationalFigures } from '../figures/evidence.ts'
import { measuredWire } from '../figures/figure.wire.ts'
import { indicatorIn } from '../figures/indicator-asked.ts'
import { countsByRegion, nationalCount } from '../figures/register-count.ts'
import { type AskedTimes, knownSeqOf } from '../figures/times.ts'
import { maySee } from '../progress-entries/entry-rights.ts'
import type { Person } from '../session/person.ts'
import type { CaseService } from './cases.service.ts'
import { bodyOf, registerWire, withUnderway } from './register.wire.ts'

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
    const national = nationalFigures(view.publishedOf(indicator), entries)
    return { ...found, count, source, beside: publishedBeside(indicator, national, count.figure, times.on) }
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
        const { count, source, beside, times, indicator } = await counted(reading, id, asked, knownSeq)
        const sees = (row: FilingRow) => maySee(person, row, view)
        const standing =
          knownSeq === null
            ? await threadsOf(reading, id, sees, mostCases)
            : (await countedThen(reading, id, knownSeq)).filter(({ row }) => sees(row))
        const told = await cases.told(
          reading,
          person,
          standing.map(({ row }) => row),
          { on: times.on, knownSeq },
        )
        return {
          register: registerWire(register, view),
          on: times.on,
          count: measuredWire(count.figure, indicator.decimals),
          reported: count.reported,
          // What was known then is looked at, not moved.
          cases: told.map((one, index) =>
            knownSeq === null ? withUnderway(one, standing[index]?.open?.state ?? null) : { ...one, moves: [] },
          ),
          byRegion: countsByRegion(source, view, times.on),
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
        const standing = await threadsOf(reading, id, (row) => maySee(person, row, view), mostCases)
        const found = standing.flatMap(({ row }) => {
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
  }
}

/** What counted as known at a ledger number, newest change first, as it stood then: nothing was open that everybody may know of. */
async function countedThen(reading: Reading, id: string, knownSeq: number): Promise<StandingFiling[]> {
  const rows = await countedFilings(reading, { kinds: ['case', 'promotion'], subjects: [id] }, knownSeq)
  return rows
    .map((row) => ({ row: { ...row, state: 'approved', endedSeq: null } as const, open: null }))
    .toSorted((a, b) => (b.row.decidedAt ?? '').localeCompare(a.row.decidedAt ?? ''))
}

type Sameness = 'same-code' | NameLikeness

/** Why two things may be the same: one code, or names that are one or alike. */
function sameness(
  register: Register,
  fields: Readonly<Record<string, string | number>>,
  title: string,
  asked: { readonly code?: string | undefined; readonly name?: string | undefined },
): Sameness | null {
  const codes = register.fields
    .filter(({ kind }) => kind === 'credit-code')
    .map(({ id }) => plainName(String(fields[id] ?? '')))
  const code = plainName(asked.code ?? '')
  if (code.length >= 6 && codes.includes(code)) return 'same-code'
  return nameLikeness(title, asked.name ?? '')
}
