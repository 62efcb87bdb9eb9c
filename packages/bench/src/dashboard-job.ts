import type { RunningProduct } from '@xushi/testkit'
import autocannon from 'autocannon'
import fastify from 'fastify'
import type { BenchRow } from './bench-row.ts'

const seconds = 8
const clients = 16

/** The dashboard of a signed-in person against a bare Fastify that sends the same bytes. Requests per second. */
export async function dashboardJob(product: RunningProduct): Promise<BenchRow> {
  const url = `${product.address}/api/programmes/miit-2020-8/dashboard?on=2020-10-29`
  const headers = { cookie: await product.cookieOf('approver'), 'accept-encoding': 'br' }
  const sample = await fetch(url, { headers: { cookie: headers.cookie } })
  const bytes = Buffer.from(await sample.arrayBuffer())

  const bare = fastify()
  bare.get('/bytes', (_request, reply) => reply.type('application/json').send(bytes))
  const bareAddress = await bare.listen({ host: '127.0.0.1', port: 0 })
  try {
    await autocannon({ url, headers, connections: clients, duration: 2 })
    const ours = await autocannon({ url, headers, connections: clients, duration: seconds })
    const theirs = await autocannon({ url: `${bareAddress}/bytes`, connections: clients, duration: seconds })
    if (ours.non2xx > 0) throw new Error(`${ours.non2xx} requests of the dashboard were refused`)
    return {
      job: 'dashboard JSON, signed in',
      ours: `${Math.round(ours.requests.average)} requests/s`,
      against: `bare Fastify, same ${bytes.length} bytes: ${Math.round(theirs.requests.average)} requests/s`,
      ratio: ours.requests.average / theirs.requests.average,
      reach: 'at least 0.5',
    }
  } finally {
    await bare.close()
  }
}
