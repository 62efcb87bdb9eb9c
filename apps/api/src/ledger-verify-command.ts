import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { type BrokenLedger, openStore, type StoredDifference, verifyLedger, verifyStored } from '@xushi/store'
import { machineClock } from './clock.ts'
import { BadSetting, readConfig } from './config.ts'
import { ledgerFingerprint } from './ledger/ledger-key.ts'
import { exitCodes, sayWhy } from './store-sentences.ts'

/*
 * npm run ledger:verify [-- FILE [--key FINGERPRINT]]
 * Walks the whole chain of an exported file, or of the ledger in the store and whether every row that comes from events says what they say;
 * ends with 1 where something does not hold.
 */
const reasons: Readonly<Record<BrokenLedger['why'], { zh: string; en: string }>> = {
  missing: { zh: '缺失', en: 'is missing' },
  changed: { zh: '内容被改动', en: 'was changed' },
  'not-chained': { zh: '与前一条不相连', en: 'is not chained to the one before' },
  'head-differs': {
    zh: '与台账末尾记录不符（末尾可能被截断）',
    en: 'is not what the head says (the end may be cut off)',
  },
  rewritten: { zh: '被整体改写', en: 'was written again' },
}

async function verify(): Promise<number> {
  const { databaseUrl, home } = readConfig(process.env)
  const store = await openStore({ databaseUrl, home, clock: machineClock })
  try {
    const fingerprint = ledgerFingerprint(home)
    if (fingerprint !== null) process.stdout.write(`密钥指纹 Key fingerprint: ${fingerprint}\n`)
    const verdict = await verifyLedger(store)
    if (!verdict.holds) {
      const { zh, en } = reasons[verdict.why]
      process.stdout.write(`台账第 ${verdict.seq} 条${zh}。 Event ${verdict.seq} of the ledger ${en}.\n`)
      return 1
    }
    process.stdout.write(`台账完整，共 ${verdict.events} 条。 The ledger holds: ${verdict.events} events.\n`)
    const differences = await verifyStored(store)
    for (const difference of differences) process.stdout.write(differenceLine(difference))
    if (differences.length > 0) return 1
    process.stdout.write('库中各项均与台账一致。 What is stored says what the ledger says.\n')
    return 0
  } finally {
    await store.close()
  }
}

function differenceLine({ kind, id, seq, why, columns }: StoredDifference): string {
  const named = `${kind} ${id}`
  if (why === 'unheard-of') return `${named} 没有任何事件。 ${named} has no event at all.\n`
  if (why === 'gone')
    return `${named} 在台账（第 ${seq} 条）中有，库中没有。 ${named} is in event ${seq} and not in the store.\n`
  const parts = columns.map(({ column, stored, ledgered }) => `  ${column}: ${told(stored)} <> ${told(ledgered)}\n`)
  const line = `${named} 与第 ${seq} 条事件不一致（库中 <> 台账）： ${named} differs from event ${seq} (stored <> ledger):\n`
  return line + parts.join('')
}

/** Long bodies are cut: both sides stand whole in the store. */
const longest = 400
const told = (value: unknown) => {
  const text = JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

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
