import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { healthz, readyz } from '@xushi/contract'
import { type Sources, viewIn } from '../catalogue/catalogue-now.ts'
import { Refusal } from '../problems/refusal.ts'

export const healthRoutes: FastifyPluginAsyncTypebox<{ readonly sources: Sources }> = async (app, { sources }) => {
  app.route({ ...healthz, handler: async () => ({ status: 'ok' as const }) })

  app.route({
    ...readyz,
    handler: async (request) => {
      const view = await sources.store
        .read((reading) => viewIn(reading, sources))
        .catch((error: unknown) => {
          request.log.error({ err: error }, 'the store does not answer')
          throw new Refusal('not-ready')
        })
      if (view.programmes.length === 0) throw new Refusal('not-ready')
      return { status: 'ready' as const }
    },
  })
}
