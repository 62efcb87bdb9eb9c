import { startProduct } from '@xushi/testkit'
import type { BenchRow } from './bench-row.ts'
import { dashboardJob } from './dashboard-job.ts'
import { exportJob } from './export-job.ts'
import { ledgerJob } from './ledger-job.ts'
import { memoryJob } from './memory-job.ts'
import { recordJob } from './record-job.ts'
import { startJob } from './start-job.ts'

// Started again: the process that wrote the history is larger than one that only serves it.
const { home, stop } = await startProduct({ XUSHI_DEMO: '1' })
await stop()
const product = await startProduct({ XUSHI_DEMO: '1', XUSHI_HOME: home })
const rows: (BenchRow | null)[] = []
try {
  rows.push(await memoryJob(product, 'idle'))
  rows.push(await dashboardJob(product))
  rows.push(await exportJob(product))
  rows.push(await ledgerJob(product))
  rows.push(await recordJob(product))
  rows.push(await memoryJob(product, 'after load'))
  await product.stop()
  rows.push(await startJob(product.home))
} finally {
  await product.remove()
}
for (const row of rows) {
  if (row !== null) {
    console.log(`${row.job}\n  ${row.ours}; ${row.against}\n  ratio ${row.ratio.toFixed(2)} (reach: ${row.reach})`)
  }
}
