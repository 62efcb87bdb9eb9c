import { canonicalJson } from '@xushi/domain'
import type { Store } from './store.ts'
import { verifyReviewed } from './verify-reviewed.ts'
import { verifyTables } from './verify-tables.ts'

/** What one column of a row holds, and what the ledger says of it. */
export type ColumnApart = { readonly column: string; readonly stored: unknown; readonly ledgered: unknown }

/** A stored row that is not what the ledger says of it. */
export type StoredDifference = {
  readonly kind: string
  readonly id: string
  /** Its newest event; null where there is none. */
  readonly seq: number | null
  /** `gone`: the ledger knows it and the store does not; `unheard-of`: the other way round. */
  readonly why: 'differs' | 'gone' | 'unheard-of'
  /** What of it differs, as the ledger names it. */
  readonly columns: readonly ColumnApart[]
}

/** Whatever a row or an event says, by name. */
export type Said = Readonly<Record<string, unknown>>

/** Every row that disagrees with its events: something was changed, added or taken away around the product. */
export async function verifyStored(store: Store): Promise<readonly StoredDifference[]> {
  return [...(await verifyReviewed(store)), ...(await verifyTables(store))]
}

/** What of some names is not the same on both sides. */
export const columnsApart = (names: Iterable<string>, stored: Said, ledgered: Said): readonly ColumnApart[] =>
  [...names]
    .filter((name) => canonicalJson(stored[name] ?? null) !== canonicalJson(ledgered[name] ?? null))
    .map((column) => ({ column, stored: stored[column] ?? null, ledgered: ledgered[column] ?? null }))
