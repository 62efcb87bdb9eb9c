import { createServer } from 'node:http'
import type { TestProject } from 'vitest/node'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

/*
 * Global setup of a test run. Test files run in processes of their own and none of them may own the server, yet most
 * runs need none: so this process listens, starts one at the first request, and ends it after the last file.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined
  const broker = createServer(async (_request, response) => {
    try {
      server ??= startPostgres()
      response.end((await server).url('postgres'))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve))
  const address = broker.address()
  if (typeof address !== 'object' || address === null) throw new Error('The broker has no port.')
  project.provide('postgresBroker', `http://127.0.0.1:${address.port}`)

  return async () => {
    broker.close()
    await server?.then((started) => started.stop())
  }
}
