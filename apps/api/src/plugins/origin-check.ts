import type { FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { Refusal } from '../problems/refusal.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

/**
 * Refuses a request that changes something and carries a cookie, unless the browser says that a page of this address sent
 * it: by `Origin`, or where that is absent by `Sec-Fetch-Site`. A request without a cookie has nobody's rights to misuse.
 */
export const originCheckPlugin = fastifyPlugin<{ readonly publicUrl: string | null }>(
  async (app, { publicUrl }) => {
    app.addHook('onRequest', (request, _reply, done) => {
      if (reading.has(request.method) || request.headers.cookie === undefined || isSameOrigin(request, publicUrl)) {
        done()
        return
      }
      done(new Refusal('foreign-origin'))
    })
  },
  { name: 'origin-check' },
)

function isSameOrigin({ headers }: FastifyRequest, publicUrl: string | null): boolean {
  const { origin, host } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin'
  if (publicUrl !== null && origin === publicUrl) return true
  // The proxy before PUBLIC_URL may rewrite Host, so there only the address itself counts.
  return publicUrl === null && URL.canParse(origin) && new URL(origin).host === host
}
