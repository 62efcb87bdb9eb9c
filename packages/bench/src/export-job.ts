import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { RunningProduct } from '@xushi/testkit'
import type { BenchRow } from './bench-row.ts'
import { median } from './median.ts'

const rounds = 5

/** A year of entries as CSV, against `sqlite3 -csv` of the same rows. Median milliseconds. Null without the sqlite3 program. */
export async function exportJob(product: RunningProduct): Promise<BenchRow | null> {
  const headers = { cookie: await product.cookieOf('approver') }
  const url = `${product.address}/api/exports/progress-entries?format=csv&from=2020-01&to=2020-12`
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    const response = await fetch(url, { headers })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`the export answered ${response.status}`)
    ours.push(performance.now() - began)

    const start = performance.now()
    const other = spawnSync('sqlite3', [
      '-csv',
      '-readonly',
      databaseOf(product),
      'select * from progress_entry order by period, id',
    ])
    if (other.error !== undefined) return null
    theirs.push(performance.now() - start)
  }
  return {
    job: 'export of a year as CSV',
    ours: `${median(ours).toFixed(1)} ms`,
    against: `sqlite3 -csv, its process included: ${median(theirs).toFixed(1)} ms`,
    ratio: median(ours) / median(theirs),
    reach: 'at most 2',
  }
}

const databaseOf = (product: RunningProduct): string => join(product.home, 'xushi.sqlite')
