import { startProduct } from '@xushi/testkit'
import { answerJob } from './answer-job.ts'
import { dashboard } from './asked-answers.ts'
import type { BenchRow } from './bench-row.ts'
import { demonstratedProduct } from './demonstrated-product.ts'
import { fillStore, rebuildReadModels } from './large-store.ts'
import { memoryJob } from './memory-job.ts'
import { seriesJob } from './series-job.ts'

/**
 * The same answers on demonstration data and on a large store: they may not cost more.
 *
 * @param indicators how many get 123,000 entries each; 8 are a million, 40 are five million
 */
export async function largeRows(indicators: number): Promise<readonly (BenchRow | null)[]> {
  const small = await demonstratedProduct()
  const rows: (BenchRow | null)[] = []
  try {
    rows.push(named('demonstration data', await answerJob(small, dashboard)))
    await small.stop()
    const added = fillStore(small.home, indicators)
    rebuildReadModels(small.home)
    const large = await startProduct({ XUSHI_DEMO: '1', XUSHI_HOME: small.home })
    const size = `${(added / 1e6).toFixed(1)} million entries`
    try {
      rows.push(named(size, await answerJob(large, dashboard)))
      rows.push(named(size, await seriesJob(large)))
      const memory = await memoryJob(large, 'after load')
      rows.push(memory === null ? null : named(size, memory))
    } finally {
      await large.stop()
    }
  } finally {
    await small.remove()
  }
  return rows
}

const named = (size: string, row: BenchRow): BenchRow => ({ ...row, job: `${row.job}, ${size}` })
