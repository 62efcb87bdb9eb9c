import { createHash } from 'node:crypto'
import { canonicalJson } from '@xushi/domain'
import {
  type EntryRow,
  type EvidenceSubject,
  evidenceOf,
  type FilingRow,
  ledgeredEntry,
  ledgeredFiling,
  type Reading,
} from '@xushi/store'

/**
 * SHA-256 of exactly what a reviewer is shown of an entry: its content as the ledger keeps it, and the files behind it by their own
 * digests. Whoever approves with it approves this and nothing else.
 */
export async function digestOf(reading: Reading, row: EntryRow): Promise<string> {
  const evidence = await filesOf(reading, { kind: 'progress-entry', id: row.id })
  return sha256({ id: row.id, entry: ledgeredEntry(row), evidence })
}

/**
 * The same of a filing. Its own id is in it: the address is the thread's, and the versions of each correction begin at one again. Files
 * stand behind the thread.
 */
export async function filingDigestOf(reading: Reading, row: FilingRow): Promise<string> {
  const evidence = await filesOf(reading, { kind: 'filing', id: row.thread })
  return sha256({ id: row.id, filing: ledgeredFiling(row), evidence })
}

const filesOf = async (reading: Reading, subject: EvidenceSubject) =>
  (await evidenceOf(reading, subject)).map(({ id, name, sha256 }) => ({ id, name, sha256 }))

const sha256 = (shown: object): string => createHash('sha256').update(canonicalJson(shown)).digest('hex')
