import { recordCases, startProduct } from '@xushi/testkit'
import { answerJob } from './answer-job.ts'
import { dashboard, desks, longRegister } from './asked-answers.ts'
import type { BenchRow } from './bench-row.ts'
import { exportJob } from './export-job.ts'
import { ledgerJob } from './ledger-job.ts'
import { memoryJob } from './memory-job.ts'
import { recordJob } from './record-job.ts'
import { reviewJob } from './review-job.ts'
import { scrollJob } from './scroll-job.ts'
import { startJob } from './start-job.ts'

// Started again: the process that wrote the history is larger than one that only serves it.
const { home, stop } = await startProduct({ XUSHI_DEMO: '1' })
await stop()
const product = await startProduct({ XUSHI_DEMO: '1', XUSHI_HOME: home })
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
for (const row of rows) {
  if (row !== null) {
    console.log(
      `${row.job}\n  ${row.ours}; ${row.against}\n  ratio ${row.ratio < 0.1 ? row.ratio.toPrecision(2) : row.ratio.toFixed(2)} (reach: ${row.reach})`,
    )
  }
}
