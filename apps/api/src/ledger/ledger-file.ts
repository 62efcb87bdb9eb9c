import { canonicalJson } from '@xushi/domain'
import { ledgerLines, type Store } from '@xushi/store'
import type { LedgerKey } from './ledger-key.ts'

/**
 * The ledger as a file: one event a line in canonical JSON, and a last line that says how many there are and is signed, so that a
 * missing end is found too. docs/ledger.md tells how to check it.
 */
export async function* ledgerFile(store: Store, key: LedgerKey, now: string): AsyncGenerator<string> {
  let last = { seq: 0, hash: '', at: '' }
  for await (const lines of ledgerLines(store)) {
    const line = lines.at(-1)
    if (line === undefined) continue
    const { seq, hash, at }: typeof last = JSON.parse(line)
    last = { seq, hash, at }
    yield `${lines.join('\n')}\n`
  }
  const head = { ...last, exportedAt: now }
  yield `${canonicalJson({ head, publicKey: key.publicKey, signature: key.signed(canonicalJson(head)) })}\n`
}
