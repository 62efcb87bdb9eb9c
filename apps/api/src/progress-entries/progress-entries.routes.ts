import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  approveManyProgress,
  approveProgress,
  askProgressCorrection,
  correctProgress,
  deleteProgress,
  editProgress,
  listProgress,
  recordProgress,
  returnManyProgress,
  returnProgress,
  showEntryChecks,
  showProgress,
  submitProgress,
  withdrawProgress,
} from '@xushi/contract'
import type { FastifyRequest } from 'fastify'
import { signedIn } from '../plugins/permission.ts'
import { languageOf } from '../problems/language.ts'
import { actorOf } from '../session/person.ts'
import type { Asking, ProgressService } from './progress-entries.service.ts'

export const progressEntriesRoutes: FastifyPluginAsyncTypebox<{ readonly progress: ProgressService }> = async (
  app,
  { progress },
) => {
  app.route({
    ...recordProgress,
    handler: async (request, reply) =>
      reply.code(201).send(await progress.record(asking(request), request.params.indicator, request.body)),
  })

  app.route({
    ...listProgress,
    handler: async (request) => progress.list(signedIn(request), request.query),
  })

  app.route({
    ...showProgress,
    handler: async (request) => progress.show(signedIn(request), request.params.id),
  })

  app.route({
    ...showEntryChecks,
    handler: async (request) => progress.checks(signedIn(request), request.params.id),
  })

  app.route({
    ...editProgress,
    handler: async (request) => progress.edit(asking(request), request.params.id, request.body),
  })

  app.route({
    ...deleteProgress,
    handler: async (request, reply) => {
      await progress.remove(asking(request), request.params.id, request.query.version ?? null)
      return reply.code(204).send(null)
    },
  })

  app.route({
    ...submitProgress,
    handler: async (request) => progress.submit(asking(request), request.params.id, request.body),
  })

  app.route({
    ...approveProgress,
    handler: async (request) => progress.approve(asking(request), request.params.id, request.body),
  })

  app.route({
    ...returnProgress,
    handler: async (request) => progress.sendBack(asking(request), request.params.id, request.body),
  })

  app.route({
    ...approveManyProgress,
    handler: async (request) => progress.approveMany(asking(request), request.body.entries, spoken(request)),
  })

  app.route({
    ...returnManyProgress,
    handler: async (request) =>
      progress.sendBackMany(asking(request), request.body.entries, request.body.reason, spoken(request)),
  })

  app.route({
    ...askProgressCorrection,
    handler: async (request) => progress.askCorrection(asking(request), request.params.id, request.body),
  })

  app.route({
    ...correctProgress,
    handler: async (request, reply) =>
      reply.code(201).send(await progress.correct(asking(request), request.params.id, request.body)),
  })

  app.route({
    ...withdrawProgress,
    handler: async (request) => progress.withdraw(asking(request), request.params.id, request.body),
  })
}

const spoken = (request: FastifyRequest) => languageOf(request.headers['accept-language'])

export const asking = (request: FastifyRequest): Asking => {
  const person = signedIn(request)
  return { person, actor: actorOf(person, request) }
}
