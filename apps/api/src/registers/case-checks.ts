import {
  DomainError,
  type EntryState,
  exitFault,
  isInForce,
  type LocalDate,
  openStates,
  type Register,
  seatOf,
  shanghaiDate,
} from '@xushi/domain'
import {
  countedFilings,
  evidenceOf,
  type FilingRow,
  listFilings,
  type Reading,
  type Stay,
  stayBeside,
  stayRefusal,
  withSources,
} from '@xushi/store'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { bodyOf } from './register.wire.ts'

const all = { cursor: null, limit: 1000 }

/** What a case says once it leaves on a day. @throws DomainError unknown-date, out-of-order */
export function exitContent(row: FilingRow, register: Register, on: string | undefined, today: LocalDate) {
  const body = bodyOf(row)
  const fault = on === undefined ? 'not-a-date' : exitFault(register, body.stages, on, today)
  if (on === undefined || fault === 'not-a-date') throw new DomainError('unknown-date', { value: on ?? '' })
  if (fault === null) return { validTo: on, body: { ...body, stages: { ...body.stages, [register.leavesAt]: on } } }
  const is = fault === 'exit-before-counting' ? 'exit-before-this-case' : fault
  throw new DomainError('out-of-order', { faults: [`/on ${is}`], from: row.validFrom ?? '' })
}

/** What counts of each thread: cases as they stand, choices with their case only. */
export async function countingRows(
  rows: readonly FilingRow[],
  reading: Reading,
  knownSeq: number | null,
): Promise<ReadonlyMap<string, FilingRow>> {
  const threads = [...new Set(rows.map(({ thread }) => thread))]
  if (threads.length === 0) return new Map()
  const counted = await countedFilings(reading, { kinds: ['case', 'promotion'], threads }, knownSeq)
  const chosen = await withSources(
    reading,
    counted.filter(({ kind }) => kind === 'promotion'),
    knownSeq,
  )
  const cases = counted.filter(({ kind }) => kind === 'case')
  return new Map([...cases, ...chosen].map((row) => [row.thread, row]))
}

/** Refuses a choice whose case is not in force on its day; the database would too, with less to say. @throws DomainError not-chosen-from */
export async function checkSource(row: FilingRow, reading: Reading, view: CatalogueView): Promise<void> {
  if (row.kind !== 'promotion' || row.sourceThread === null) return
  const [source] = await countedFilings(reading, { kinds: ['case'], threads: [row.sourceThread] }, null)
  const from = view.indicator(row.subject).chosenFrom
  const on = row.validFrom ?? shanghaiDate(row.submittedAt ?? row.updatedAt)
  if (source === undefined || !from.includes(source.subject) || !isInForce(source, on)) {
    throw new DomainError('not-chosen-from')
  }
}

/** Refuses a second seat of one enterprise, naming the first, whichever source it came through. @throws DomainError seat-taken */
export async function checkSeat(
  reading: Reading,
  register: string,
  source: FilingRow,
  seat: string | null,
  view: CatalogueView,
): Promise<void> {
  if (seat === null) return
  const filter = { kinds: ['promotion'], subjects: [register], states: [...openStates, 'approved'] } as const
  const taken = (await listFilings(reading, filter, all)).rows.filter(
    ({ sourceThread, validTo }) => sourceThread !== source.thread && validTo === null,
  )
  const threads = taken.flatMap(({ sourceThread }) => sourceThread ?? [])
  if (threads.length === 0) return
  for (const one of await countedFilings(reading, { kinds: ['case'], threads }, null)) {
    if (seatOf(view.register(one.subject).fields, bodyOf(one).fields) !== seat) continue
    throw new DomainError('seat-taken', { code: seat, title: one.title, id: one.thread })
  }
}

/** Refuses a case, or a choice, on whose days the same thing is in the register, pointing at the day. @throws DomainError still-in-force, already-filed */
export async function checkKey(reading: Reading, own: Stay, { countsFrom, leavesAt }: Register): Promise<void> {
  const other = await stayBeside(reading, own)
  if (other === null) return
  const refusal = stayRefusal(own, other)
  if (refusal.kind !== 'still-in-force') throw refusal
  // What came first should have left; what came later came too early.
  const stage = (own.validFrom ?? '') < (other.validFrom ?? '') ? leavesAt : countsFrom
  throw new DomainError(refusal.kind, { ...refusal.details, faults: [`/stages/${stage} in-force-already`] })
}

export const isOpen = (state: EntryState) => openStates.some((open) => open === state)

/** A case of a register that asks for evidence is submitted and approved with a file behind it, and not without. @throws DomainError evidence-required */
export async function checkEvidence(row: FilingRow, reading: Reading, view: CatalogueView): Promise<void> {
  if (row.kind !== 'case' || !view.register(row.subject).evidenceRequired) return
  const files = await evidenceOf(reading, { kind: 'filing', id: row.thread })
  if (files.length === 0) throw new DomainError('evidence-required')
}
