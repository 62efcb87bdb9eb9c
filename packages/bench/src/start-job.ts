import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { answers, freePort, startProduct } from '@xushi/testkit'
import type { BenchRow } from './bench-row.ts'
import { median } from './median.ts'

const rounds = 5

/** Start to first answer on existing data, against node starting an empty Fastify. Median milliseconds; the ratio is ours / theirs. */
export async function startJob(home: string): Promise<BenchRow> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const product = await startProduct({ XUSHI_HOME: home, XUSHI_DEMO: '1' })
    ours.push(product.readyAfter)
    await product.stop()
    theirs.push(await emptyFastify())
  }
  return {
    job: 'start to first answer, existing data',
    ours: `${Math.round(median(ours))} ms`,
    against: `an empty Fastify: ${Math.round(median(theirs))} ms; difference ${Math.round(median(ours) - median(theirs))} ms`,
    ratio: median(ours) / median(theirs),
    reach: 'at most 1000 ms more',
  }
}

async function emptyFastify(): Promise<number> {
  const port = await freePort()
  const program = `import fastify from 'fastify'; const app = fastify(); app.get('/readyz', () => ({ status: 'ready' })); await app.listen({ host: '127.0.0.1', port: ${port} })`
  const began = performance.now()
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: new URL('..', import.meta.url).pathname,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answers(`http://127.0.0.1:${port}/readyz`, () => {
    if (child.exitCode !== null) throw new Error('the empty Fastify ended before it answered')
  })
  const took = performance.now() - began
  child.kill('SIGTERM')
  await once(child, 'exit')
  return took
}
