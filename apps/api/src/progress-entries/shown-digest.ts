import { createHash } from 'node:crypto'
import { canonicalJson, type EntryRow, evidenceOf, ledgeredEntry, type Reading } from '@xushi/store'

/**
 * SHA-256 of exactly what a reviewer is shown of an entry: its content as the ledger keeps it, and the files behind it by their own
 * digests. Whoever approves with it approves this and nothing else.
 */
export async function digestOf(reading: Reading, row: EntryRow): Promise<string> {
  const files = await evidenceOf(reading, { kind: 'progress-entry', id: row.id })
  const evidence = files.map(({ id, name, sha256 }) => ({ id, name, sha256 }))
  return createHash('sha256')
    .update(canonicalJson({ id: row.id, entry: ledgeredEntry(row), evidence }))
    .digest('hex')
}
