import type { RouteContract } from '@xushi/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { asking } from '../progress-entries/progress-entries.routes.ts'
import type { FilingService } from './filings.service.ts'

type Moves<Wire> = Pick<FilingService<Wire>, 'submit' | 'approve' | 'sendBack' | 'withdraw' | 'remove'>
type Contracts = Readonly<Partial<Record<'submit' | 'approve' | 'sendBack' | 'withdraw' | 'remove', RouteContract>>>

// The contracts of moves have one shape each (an id, a version, perhaps a reason); only their addresses and answers differ. That of an
// approval has a digest too.
const idOf = (request: FastifyRequest) => (request.params as { readonly id: string }).id
const moveOf = (request: FastifyRequest) =>
  request.body as { readonly version: number; readonly reason?: string; readonly digest: string }

/** Puts the moves of one kind of filing at the addresses of their contracts. */
export function filingRoutes<Wire>(app: FastifyInstance, service: Moves<Wire>, contracts: Contracts): void {
  for (const step of ['submit', 'approve', 'sendBack', 'withdraw'] as const) {
    const contract = contracts[step]
    if (contract === undefined) continue
    app.route({ ...contract, handler: (request) => service[step](asking(request), idOf(request), moveOf(request)) })
  }
  if (contracts.remove === undefined) return
  app.route({
    ...contracts.remove,
    handler: async (request, reply) => {
      const { version } = request.query as { readonly version?: number }
      await service.remove(asking(request), idOf(request), version ?? null)
      return reply.code(204).send(null)
    },
  })
}
