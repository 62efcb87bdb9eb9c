import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastifyPlugin from 'fastify-plugin'

/** Describes the API from its contracts: `/openapi.json` for programs, `/docs` for people. Registered before the routes. */
export const documentationPlugin = fastifyPlugin<{ readonly version: string }>(
  async (app, { version }) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: '序时 Xushi',
          version,
          description: '通知目标的填报、审定与序时进度 · goals of a programme, recorded and approved',
        },
      },
    })
    await app.register(async (pages) => {
      pages.addHook('onRoute', (route) => {
        route.permission = 'public'
      })
      await pages.register(swaggerUi, { routePrefix: '/docs', uiConfig: { docExpansion: 'list' } })
      pages.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
    })
  },
  { name: 'documentation' },
)
