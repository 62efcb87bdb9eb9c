import fastifyPlugin from 'fastify-plugin'

/**
 * One line for each request: who, what, from where, how it ended. The route's pattern and the path, never the query: what
 * people search for is nobody's business, and a secret in an address would stay in the log.
 */
export const requestLogPlugin = fastifyPlugin(
  async (app) => {
    app.addHook('onResponse', (request, reply, done) => {
      request.log.info(
        {
          method: request.method,
          route: request.routeOptions.url,
          path: request.url.split('?', 1)[0],
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime * 10) / 10,
          from: request.ip,
          account: request.person?.accountId,
          display: request.display?.id,
        },
        'request',
      )
      done()
    })
  },
  { name: 'request-log' },
)
