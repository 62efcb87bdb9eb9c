import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { closePeriod, grantException, reopenPeriod, showCalendar, showReporting } from '@xushi/contract'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { asking } from '../progress-entries/progress-entries.routes.ts'
import type { CalendarService } from './calendar.service.ts'
import { reporting } from './reporting.service.ts'

type Parts = { readonly calendar: CalendarService; readonly sources: Sources }

export const calendarRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { calendar, sources }) => {
  app.route({ ...showCalendar, handler: ({ query }) => calendar.show(query.programme) })
  app.route({ ...showReporting, handler: ({ query }) => reporting(sources, query) })
  app.route({
    ...closePeriod,
    handler: async (request, reply) => reply.code(201).send(await calendar.close(asking(request), request.body)),
  })
  app.route({
    ...reopenPeriod,
    handler: async (request, reply) => reply.code(201).send(await calendar.reopen(asking(request), request.body)),
  })
  app.route({
    ...grantException,
    handler: async (request, reply) => reply.code(201).send(await calendar.except(asking(request), request.body)),
  })
}
