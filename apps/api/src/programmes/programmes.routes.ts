import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listProgrammes } from '@xushi/contract'
import { type Sources, viewNow } from '../catalogue/catalogue-now.ts'
import { programmeWire } from './programme.wire.ts'

export const programmesRoutes: FastifyPluginAsyncTypebox<{ readonly sources: Sources }> = async (app, { sources }) => {
  app.route({
    ...listProgrammes,
    handler: async () => ({ programmes: (await viewNow(sources)).programmes.map(programmeWire) }),
  })
}
