import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { showRecordingCell, showRecordingDesk, showRecordingGrid } from '@xushi/contract'
import { signedIn } from '../plugins/permission.ts'
import type { RecordingDeskService } from './recording-desk.service.ts'

export const recordingDeskRoutes: FastifyPluginAsyncTypebox<{ readonly desk: RecordingDeskService }> = async (
  app,
  { desk },
) => {
  app.route({ ...showRecordingDesk, handler: async (request) => desk.show(signedIn(request)) })

  app.route({ ...showRecordingGrid, handler: async (request) => desk.grid(signedIn(request), request.query) })

  app.route({
    ...showRecordingCell,
    handler: async (request) => desk.cell(signedIn(request), { ...request.query, ...request.params }),
  })
}
