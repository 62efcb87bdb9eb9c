import { areApart, DomainError, openStates } from '@xushi/domain'
import { and, asc, eq, inArray, isNull, or } from './drizzle.ts'
import type { FilingRow } from './filings.ts'
import type { Reading } from './store.ts'

/** What is known by a key for a time: a case in its register, a choice in its list. `thread`: null for one that is not filed yet. */
export type Stay = Pick<FilingRow, 'kind' | 'subject' | 'uniqueKey' | 'validFrom' | 'validTo' | 'supersedesId'> & {
  readonly thread: string | null
}

/**
 * Another thing of the same key that a stay does not lie apart from: in force on one of its days, or written as a new one that has not
 * left either. What an enterprise had before it left stands in nobody's way.
 */
export async function stayBeside({ db, t: { filing: f } }: Reading, own: Stay): Promise<FilingRow | null> {
  if (own.uniqueKey === null || (own.kind !== 'case' && own.kind !== 'promotion')) return null
  const standing = or(eq(f.state, 'approved'), and(isNull(f.supersedesId), inArray(f.state, [...openStates])))
  const rows = await db
    .select()
    .from(f)
    .where(and(eq(f.kind, own.kind), eq(f.subject, own.subject), eq(f.uniqueKey, own.uniqueKey), standing))
    .orderBy(asc(f.createdAt), asc(f.id))
  return (rows as FilingRow[]).find((row) => row.thread !== own.thread && isInTheWay(own, row)) ?? null
}

/** Days that are still being written bind nobody; that something new is being written does. */
function isInTheWay(own: Stay, other: FilingRow): boolean {
  if (other.state === 'approved') return !areApart(own, other)
  return own.validTo === null && other.validTo === null
}

/** Why a stay cannot stand beside another one: `still-in-force` with its days, or `already-filed` where it has not left at all. */
export function stayRefusal(own: Stay, other: FilingRow): DomainError {
  const named = { id: other.thread, state: other.state, title: other.title }
  const counts = other.state === 'approved' && other.validFrom !== null
  const isDated = own.supersedesId !== null || other.validTo !== null
  if (!counts || !isDated) return new DomainError('already-filed', named)
  return new DomainError('still-in-force', { ...named, from: other.validFrom ?? '', to: other.validTo ?? '…' })
}

/** @throws DomainError `still-in-force`, `already-filed` */
export async function checkStay(reading: Reading, own: Stay): Promise<void> {
  const other = await stayBeside(reading, own)
  if (other !== null) throw stayRefusal(own, other)
}
