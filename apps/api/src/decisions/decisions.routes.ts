import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { approveDecision, deleteDecision, listDecisions, proposeDecision, returnDecision } from '@xushi/contract'
import { filingRoutes } from '../filings/filing.routes.ts'
import { signedIn } from '../plugins/permission.ts'
import { asking } from '../progress-entries/progress-entries.routes.ts'
import type { DecisionService } from './decisions.service.ts'

export const decisionsRoutes: FastifyPluginAsyncTypebox<{ readonly decisions: DecisionService }> = async (
  app,
  { decisions },
) => {
  app.route({ ...listDecisions, handler: (request) => decisions.list(signedIn(request), request.query) })
  app.route({
    ...proposeDecision,
    handler: async (request, reply) => reply.code(201).send(await decisions.propose(asking(request), request.body)),
  })
  filingRoutes(app, decisions, { approve: approveDecision, sendBack: returnDecision, remove: deleteDecision })
}
