import { join } from 'node:path'
import type { RunningProduct } from '@xushi/testkit'
import Database from 'better-sqlite3'
import type { BenchRow } from './bench-row.ts'
import { median } from './median.ts'

const indicator = 'identifier-registrations'
const to = 12

/** The series of an indicator by region, no answer asked for twice, against the same rows by hand-written SQL in this process. Median milliseconds. */
export async function seriesJob(product: RunningProduct): Promise<BenchRow> {
  const headers = { cookie: await product.cookieOf('approver') }
  const db = new Database(join(product.home, 'xushi.sqlite'), { readonly: true })
  const ours: number[] = []
  const theirs: number[] = []
  try {
    const bySql = db.prepare(written)
    for (let month = 1; month <= to; month += 1) {
      const from = `2019-${String(month).padStart(2, '0')}`
      const began = performance.now()
      const response = await fetch(
        `${product.address}/api/indicators/${indicator}/series?by=region&from=${from}&to=2020-12`,
        { headers },
      )
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`the series answered ${response.status}`)
      ours.push(performance.now() - began)

      const start = performance.now()
      JSON.stringify(bySql.all({ indicator, from: `${from}-01`, to: '2020-12-31' }))
      theirs.push(performance.now() - start)
    }
  } finally {
    db.close()
  }
  return {
    job: `series by region of ${indicator}, 13 to 24 months, nothing cached`,
    ours: `p50 ${median(ours).toFixed(1)} ms`,
    against: `hand-written SQL in process, running totals with it: ${median(theirs).toFixed(1)} ms`,
    ratio: median(ours) / median(theirs),
    reach: 'at most 2',
  }
}

const written = `
  select region, period, value,
    sum(case when ends_on > '2020-03-20' then value end) over (partition by region order by ends_on) as running
  from progress_entry
  where indicator_id = @indicator and state = 'approved' and ends_on between @from and @to
  order by region, ends_on`
