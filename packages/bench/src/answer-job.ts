import type { RunningProduct } from '@xushi/testkit'
import autocannon from 'autocannon'
import fastify from 'fastify'
import type { BenchRow } from './bench-row.ts'

const clients = 16

export type Asked = {
  readonly job: string
  /** Address within the product. */
  readonly path: string
  readonly role: string
  readonly reach: string
  readonly seconds?: number
}

/** One answer to a signed-in person against a bare Fastify that sends the same bytes. Requests per second. */
export async function answerJob(
  product: RunningProduct,
  { job, path, role, reach, seconds = 4 }: Asked,
): Promise<BenchRow> {
  const url = `${product.address}${path}`
  const headers = { cookie: await product.cookieOf(role), 'accept-encoding': 'br' }
  const began = performance.now()
  const sample = await fetch(url, { headers: { cookie: headers.cookie } })
  const bytes = Buffer.from(await sample.arrayBuffer())
  const alone = performance.now() - began
  if (!sample.ok) throw new Error(`${path} answered ${sample.status}`)

  const bare = fastify()
  bare.get('/bytes', (_request, reply) => reply.type('application/json').send(bytes))
  const bareAddress = await bare.listen({ host: '127.0.0.1', port: 0 })
  try {
    await autocannon({ url, headers, connections: clients, duration: 2 })
    const ours = await autocannon({ url, headers, connections: clients, duration: seconds })
    const theirs = await autocannon({ url: `${bareAddress}/bytes`, connections: clients, duration: seconds })
    if (ours.non2xx + ours.timeouts > 0)
      throw new Error(`${ours.non2xx + ours.timeouts} requests of ${path} were refused`)
    return {
      job,
      ours: `${rate(ours.requests.average)}; the first alone ${alone.toFixed(0)} ms`,
      against: `bare Fastify, same ${bytes.length} bytes: ${rate(theirs.requests.average)}`,
      ratio: ours.requests.average / theirs.requests.average,
      reach,
    }
  } finally {
    await bare.close()
  }
}

const rate = (average: number) => `${average < 100 ? average.toFixed(1) : Math.round(average)} requests/s`
