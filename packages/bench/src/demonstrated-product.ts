import { type RunningProduct, startProduct } from '@xushi/testkit'

/** The product on demonstration data, started again: the process that wrote the history is larger than one that only serves it. */
export async function demonstratedProduct(): Promise<RunningProduct> {
  const { home, stop } = await startProduct({ XUSHI_DEMO: '1' })
  await stop()
  return startProduct({ XUSHI_DEMO: '1', XUSHI_HOME: home })
}
