/** What the ledger is narrowed by, as it stands in the address; `before` is where an older page begins. */
export type LedgerSearch = {
  readonly actor?: string | undefined
  readonly subjectKind?: string | undefined
  readonly subjectId?: string | undefined
  readonly action?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly before?: string | undefined
}

/** The parts of the address that narrow it. */
export const ledgerFilters = ['actor', 'subjectKind', 'subjectId', 'action', 'from', 'to'] as const

/** The texts of an address that narrow the ledger; what is no number of an event begins with the newest. */
export function ledgerSearchOf(raw: Record<string, unknown>): LedgerSearch {
  const search: Record<string, string | undefined> = {}
  for (const key of ledgerFilters)
    search[key] = raw[key] === undefined || raw[key] === '' ? undefined : String(raw[key])
  const before = String(raw.before ?? '')
  return { ...search, before: /^[1-9]\d{0,14}$/.test(before) ? before : undefined }
}
