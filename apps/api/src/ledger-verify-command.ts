import { type LedgerVerdict, openStore, verifyLedger } from '@xushi/store'
import { machineClock } from './clock.ts'
import { BadSetting, readConfig } from './config.ts'
import { exitCodes, sayWhy } from './store-sentences.ts'

/*
 * npm run ledger:verify
 * Walks the whole chain of the ledger in the store; ends with 1 where it does not hold.
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
      return 0
    }
    const { zh, en } = reasons[verdict.why]
    process.stdout.write(`台账第 ${verdict.seq} 条${zh}。 Event ${verdict.seq} of the ledger ${en}.\n`)
    return 1
  } finally {
    await store.close()
  }
}

verify().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const code = error instanceof BadSetting ? exitCodes.settings : sayWhy(error)
    if (code !== exitCodes.store) process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(code ?? 1)
  },
)
