import type { BenchRow } from './bench-row.ts'
import { demonstratedProduct } from './demonstrated-product.ts'
import { navigationJob } from './navigation-job.ts'
import { pageJob } from './page-job.ts'

/** The pages as a browser sees them. */
export async function pageRows(): Promise<readonly BenchRow[]> {
  const product = await demonstratedProduct()
  try {
    return [...(await pageJob(product)), ...(await navigationJob(product))]
  } finally {
    await product.remove()
  }
}
