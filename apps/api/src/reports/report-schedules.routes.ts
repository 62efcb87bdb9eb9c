import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { changeReportSchedule, createReportSchedule, deleteReportSchedule, listReportSchedules } from '@xushi/contract'
import type { FastifyRequest } from 'fastify'
import { signedIn } from '../plugins/permission.ts'
import { languageOf } from '../problems/language.ts'
import { asking } from '../progress-entries/progress-entries.routes.ts'
import type { ReportScheduleService } from './report-schedules.service.ts'

export const reportSchedulesRoutes: FastifyPluginAsyncTypebox<{ readonly schedules: ReportScheduleService }> = async (
  app,
  { schedules },
) => {
  const language = (request: FastifyRequest) => languageOf(request.headers['accept-language'])
  const acting = (request: FastifyRequest) => ({ ...asking(request), language: language(request) })
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'private, no-store')
    done()
  })

  app.route({
    ...listReportSchedules,
    handler: (request) => schedules.list({ person: signedIn(request), language: language(request) }),
  })
  app.route({
    ...createReportSchedule,
    handler: async (request, reply) => reply.code(201).send(await schedules.create(acting(request), request.body)),
  })
  app.route({
    ...changeReportSchedule,
    handler: (request) => schedules.change(acting(request), request.params.id, request.body),
  })
  app.route({
    ...deleteReportSchedule,
    handler: async (request, reply) => {
      await schedules.remove(acting(request), request.params.id, request.query.version)
      return reply.code(204).send(null)
    },
  })
}
