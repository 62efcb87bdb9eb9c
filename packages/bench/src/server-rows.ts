import { recordCases } from '@xushi/testkit'
import { answerJob } from './answer-job.ts'
import { dashboard, desks, longRegister } from './asked-answers.ts'
import type { BenchRow } from './bench-row.ts'
import { demonstratedProduct } from './demonstrated-product.ts'
import { exportJob } from './export-job.ts'
import { ledgerJob } from './ledger-job.ts'
import { memoryJob } from './memory-job.ts'
import { recordJob } from './record-job.ts'
import { reviewJob } from './review-job.ts'
import { scrollJob } from './scroll-job.ts'
import { startJob } from './start-job.ts'

/** What the server does, on demonstration data. */
export async function serverRows(): Promise<readonly (BenchRow | null)[]> {
  const product = await demonstratedProduct()
  const rows: (BenchRow | null)[] = []
  try {
    rows.push(await memoryJob(product, 'idle'))
    rows.push(await answerJob(product, dashboard))
    for (const asked of desks) rows.push(await answerJob(product, asked))
    rows.push(await exportJob(product))
    rows.push(await ledgerJob(product))
    rows.push(await recordJob(product))
    rows.push(await reviewJob(product))
    rows.push(await memoryJob(product, 'after load'))
    await recordCases(product, 'local-enterprise-cases', 1000, (number) => `江南造船${number}号车间`)
    rows.push(await answerJob(product, longRegister))
    rows.push(await scrollJob(product))
    await product.stop()
    rows.push(await startJob(product.home))
  } finally {
    await product.remove()
  }
  return rows
}
