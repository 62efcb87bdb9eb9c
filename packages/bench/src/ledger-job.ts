import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { RunningProduct } from '@xushi/testkit'
import type { BenchRow } from './bench-row.ts'
import { median } from './median.ts'

const rounds = 5
const checker = path.resolve(import.meta.dirname, '../../../apps/api/src/ledger/verify-ledger-file.mjs')

/** The exported ledger checked by the program that auditors copy, its process included, against one SHA-256 of each line. Milliseconds. */
export async function ledgerJob(product: RunningProduct): Promise<BenchRow> {
  const headers = { cookie: await product.cookieOf('auditor') }
  const began = performance.now()
  const response = await fetch(`${product.address}/api/audit-events?format=ndjson`, { headers })
  const text = await response.text()
  const took = performance.now() - began
  if (!response.ok) throw new Error(`the ledger answered ${response.status}`)
  const file = path.join(product.home, 'bench-ledger.ndjson')
  await writeFile(file, text)
  const lines = text.trimEnd().split('\n')
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    const { status, stdout } = spawnSync(process.execPath, [checker, file], { encoding: 'utf8' })
    ours.push(performance.now() - start)
    if (status !== 0) throw new Error(`the ledger does not hold: ${stdout}`)

    const bare = performance.now()
    for (const line of lines) createHash('sha256').update(line).digest('hex')
    theirs.push(performance.now() - bare)
  }
  const events = lines.length - 1
  return {
    job: `a ledger of ${events} events (${(text.length / 1e6).toFixed(1)} MB) checked offline`,
    ours: `${median(ours).toFixed(0)} ms; exported in ${took.toFixed(0)} ms`,
    against: `SHA-256 of its lines alone: ${median(theirs).toFixed(0)} ms`,
    ratio: median(ours) / median(theirs),
    reach: 'at most 2000 ms for 10,000 events',
  }
}
