import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { showReminders, switchReminders } from '@xushi/contract'
import { signedIn } from '../plugins/permission.ts'
import { actorOf } from '../session/person.ts'
import type { ReminderService } from './reminders.service.ts'

export const remindersRoutes: FastifyPluginAsyncTypebox<{ readonly reminders: ReminderService }> = async (
  app,
  { reminders },
) => {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'private, no-store')
    done()
  })
  app.route({ ...showReminders, handler: ({ query }) => reminders.show(query.programme) })
  app.route({
    ...switchReminders,
    handler: (request) => reminders.turn(actorOf(signedIn(request), request), request.body),
  })
}
