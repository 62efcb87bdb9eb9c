import type { RouteContract } from '@xushi/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { asking } from '../progress-entries/progress-entries.routes.ts'
import type { FilingService } from './filings.service.ts'

const steps = ['submit', 'approve', 'sendBack', 'withdraw', 'askCorrection'] as const
type Step = (typeof steps)[number]

type Moves<Wire> = Pick<FilingService<Wire>, Step | 'remove'>
type Contracts = Readonly<Partial<Record<Step | 'remove', RouteContract>>>

// The contracts of moves have one shape each (an id, a version, perhaps a reason); only their addresses and answers differ. That of an
// approval has a digest too.
const idOf = (request: FastifyRequest) => (request.params as { readonly id: string }).id
const moveOf = (request: FastifyRequest) =>
  request.body as { readonly version: number; readonly reason?: string; readonly digest: string }

/** Puts the moves of one kind of filing at the addresses of their contracts. */
export function filingRoutes<Wire>(app: FastifyInstance, service: Moves<Wire>, contracts: Contracts): void {
  for (const step of steps) {
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
