import type { RouteContract } from '@xushi/contract'
import { DomainError, displayMay, reachOf } from '@xushi/domain'
import type { FastifyRequest, onRequestHookHandler, RouteOptions } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Person } from '../session/person.ts'

export type Permission = RouteContract['permission']

declare module 'fastify' {
  interface RouteShorthandOptions {
    /** The action of the permission table that the route asks for, or `public`. */
    permission?: Permission
  }
}

/**
 * Guards every route by the permission that its contract names, before a body is read. A route that names none stops the
 * start: forgetting it must not open a door.
 */
export const permissionPlugin = fastifyPlugin(
  async (app) => {
    const routes: RouteOptions[] = []
    app.addHook('onRoute', (route) => {
      routes.push(route)
      route.onRequest = [...hooksOf(route.onRequest), guard(route)]
    })
    app.addHook('onReady', (done) => {
      const open = routes.find(({ permission }) => permission === undefined)
      done(open && new Error(`${open.method} ${open.url} names no permission and is not declared public.`))
    })
  },
  { name: 'permission' },
)

const hooksOf = (hooks: RouteOptions['onRequest']): onRequestHookHandler[] =>
  hooks === undefined ? [] : Array.isArray(hooks) ? hooks : [hooks]

function guard(route: RouteOptions): onRequestHookHandler {
  return (request, _reply, done) => {
    const { permission } = route
    const refusal = permission === 'public' ? null : refusalFor(request, permission)
    done(refusal ?? undefined)
  }
}

function refusalFor(
  { person, display }: FastifyRequest,
  permission: Exclude<Permission, 'public'> | undefined,
): DomainError | null {
  if (person === null && display === null) return new DomainError('sign-in-required')
  if (permission === undefined) return new DomainError('forbidden')
  if (person === null) return displayMay(permission) ? null : new DomainError('forbidden')
  if (reachOf(person.role, permission) === null) return new DomainError('forbidden')
  if (person.mustChangePassword && permission !== 'session:own') return new DomainError('password-change-required')
  return null
}

/** Who is signed in, on a route that only signed-in people reach. */
export function signedIn(request: FastifyRequest): Person {
  if (request.person === null) throw new DomainError('sign-in-required')
  return request.person
}
