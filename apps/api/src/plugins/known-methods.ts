import type { RouteContract } from '@xushi/contract'
import type { FastifyPluginAsync, HTTPMethods } from 'fastify'
import { Refusal } from '../problems/refusal.ts'

const methods: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']

/** Answers a known address with a method it does not take: 405 and the methods it takes, before a body is read. */
export const knownMethods: FastifyPluginAsync<{ readonly contracts: readonly RouteContract[] }> = async (
  app,
  { contracts },
) => {
  for (const [url, taken] of methodsByUrl(contracts, (url) => app.hasRoute({ method: 'HEAD', url }))) {
    const others = methods.filter((method) => !taken.has(method))
    app.route({
      method: others,
      url,
      permission: 'public',
      schema: { hide: true },
      onRequest: (_request, _reply, done) => done(new Refusal('method-not-allowed', { allow: [...taken].join(', ') })),
      handler: () => undefined,
    })
  }
}

function methodsByUrl(
  contracts: readonly RouteContract[],
  takesHead: (url: string) => boolean,
): ReadonlyMap<string, ReadonlySet<HTTPMethods>> {
  const taken = new Map<string, Set<HTTPMethods>>()
  for (const { method, url } of contracts) {
    const known = taken.get(url) ?? new Set()
    known.add(method)
    if (method === 'GET' && takesHead(url)) known.add('HEAD')
    taken.set(url, known)
  }
  return taken
}
