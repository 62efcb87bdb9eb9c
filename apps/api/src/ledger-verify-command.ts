import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { type LedgerVerdict, openStore, type StoredDifference, verifyLedger, verifyStored } from '@xushi/store'
import { machineClock } from './clock.ts'
import { BadSetting, readConfig } from './config.ts'
import { exitCodes, sayWhy } from './store-sentences.ts'

/*
 * npm run ledger:verify [-- FILE [--key FINGERPRINT]]
 * Walks the whole chain of an exported file, or of the ledger in the store and whether entries and filings say what their events say;
 * ends with 1 where something does not hold.
 */
const reasons: Readonly<Record<Extract<LedgerVerdict, { holds: false }>['why'], { zh: string; en: string }>> = {
  missing: { zh: '缺失', en: 'is missing' },
  changed: { zh: '内容被改动', en: 'was changed' },
  'not-chained': { zh: '与前一条不相连', en: 'is not chained to the one before' },
  'head-differs': {
    zh: '与台账末尾记录不符（末尾可能被截断）',
    en: 'is not what the head says (the end may be cut off)',
  },
}

async function verify(): Promise<number> {
  const { databaseUrl, home } = readConfig(process.env)
  const store = await openStore({ databaseUrl, home, clock: machineClock })
  try {
    const verdict = await store.read(({ db, t }) => verifyLedger(db, t))
    if (verdict.holds) {
      process.stdout.write(`台账完整，共 ${verdict.events} 条。 The ledger holds: ${verdict.events} events.\n`)
      const differences = await store.read(verifyStored)
      for (const difference of differences) process.stdout.write(differenceLine(difference))
      return differences.length === 0 ? 0 : 1
    }
    const { zh, en } = reasons[verdict.why]
    process.stdout.write(`台账第 ${verdict.seq} 条${zh}。 Event ${verdict.seq} of the ledger ${en}.\n`)
    return 1
  } finally {
    await store.close()
  }
}

const differenceLine = ({ kind, id, seq }: StoredDifference) =>
  seq === null
    ? `${kind} ${id} 没有任何事件。 ${kind} ${id} has no event at all.\n`
    : `${kind} ${id} 与第 ${seq} 条事件不一致。 ${kind} ${id} differs from event ${seq}.\n`

/** A file is checked by the same program that auditors may copy; it needs nothing of the store. */
if (process.argv[2] !== undefined) {
  const checker = path.join(import.meta.dirname, 'ledger/verify-ledger-file.mjs')
  const { status } = spawnSync(process.execPath, [checker, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exit(status ?? 1)
}

verify().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const code = error instanceof BadSetting ? exitCodes.settings : sayWhy(error)
    if (code !== exitCodes.store) process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(code ?? 1)
  },
)
