import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  approveCase,
  askCaseCorrection,
  confirmRegister,
  deleteCase,
  editCase,
  findDuplicates,
  listCases,
  listConfirmations,
  listRegisters,
  mergeCase,
  promoteCase,
  recordCase,
  returnCase,
  showCase,
  submitCase,
  withdrawCase,
} from '@xushi/contract'
import { filingRoutes } from '../filings/filing.routes.ts'
import { signedIn } from '../plugins/permission.ts'
import { asking } from '../progress-entries/progress-entries.routes.ts'
import type { CaseService } from './cases.service.ts'
import type { ConfirmationService } from './confirmations.service.ts'
import type { RegisterService } from './registers.service.ts'

type Parts = {
  readonly registers: RegisterService
  readonly cases: CaseService
  readonly confirmations: ConfirmationService
}

export const registersRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { registers, cases, confirmations }) => {
  app.route({ ...listRegisters, handler: ({ query }) => registers.list(query) })
  app.route({
    ...listCases,
    handler: (request) => registers.cases(signedIn(request), request.params.register, request.query),
  })
  app.route({
    ...findDuplicates,
    handler: (request) => registers.duplicates(signedIn(request), request.params.register, request.query),
  })
  app.route({
    ...listConfirmations,
    handler: (request) => confirmations.list(signedIn(request), request.params.register),
  })
  app.route({
    ...confirmRegister,
    handler: async (request, reply) =>
      reply.code(201).send(await confirmations.confirm(asking(request), request.params.register, request.body)),
  })

  app.route({
    ...recordCase,
    handler: async (request, reply) =>
      reply.code(201).send(await cases.record(asking(request), request.params.register, request.body)),
  })
  app.route({ ...showCase, handler: (request) => cases.show(signedIn(request), request.params.id) })
  app.route({ ...editCase, handler: (request) => cases.edit(asking(request), request.params.id, request.body) })
  filingRoutes(app, cases, {
    submit: submitCase,
    approve: approveCase,
    sendBack: returnCase,
    askCorrection: askCaseCorrection,
    remove: deleteCase,
  })
  app.route({ ...withdrawCase, handler: (request) => cases.leave(asking(request), request.params.id, request.body) })
  app.route({ ...mergeCase, handler: (request) => cases.merge(asking(request), request.params.id, request.body) })
  app.route({
    ...promoteCase,
    handler: async (request, reply) =>
      reply.code(201).send(await cases.promote(asking(request), request.params.id, request.body)),
  })
}
