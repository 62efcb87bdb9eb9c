import fastifyCookie, { type CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { type SessionMemory, sessionHours } from '../session/session-memory.ts'

/** The cookie of a session: out of reach of scripts and of other sites, and over TLS bound to this very host. */
export type SessionCookie = { readonly name: string; readonly options: CookieSerializeOptions }

export function sessionCookie(publicUrl: string | null): SessionCookie {
  const secure = publicUrl?.startsWith('https:') ?? false
  return {
    name: secure ? '__Host-xushi' : 'xushi',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  }
}

declare module 'fastify' {
  interface FastifyReply {
    startSession: (token: string) => FastifyReply
    endSession: () => FastifyReply
  }
  interface FastifyRequest {
    /** The session's token as the browser sent it, known or not. */
    sessionToken: string | null
  }
}

type Options = { readonly cookie: SessionCookie; readonly sessions: SessionMemory }

/** Finds out who sends a request, from the cookie of the session. A token that is forged, over or unknown is nobody's. */
export const sessionPlugin = fastifyPlugin<Options>(
  async (app, { cookie, sessions }) => {
    await app.register(fastifyCookie)
    app.decorateRequest('person', null)
    app.decorateRequest('sessionToken', null)
    app.decorateReply('startSession', function (this: FastifyReply, token: string) {
      return this.setCookie(cookie.name, token, { ...cookie.options, maxAge: sessionHours * 3600 })
    })
    app.decorateReply('endSession', function (this: FastifyReply) {
      return this.clearCookie(cookie.name, cookie.options)
    })

    app.addHook('onRequest', (request, _reply, done) => {
      const token = request.headers.cookie === undefined ? undefined : request.cookies[cookie.name]
      if (token === undefined || token === '') {
        done()
        return
      }
      request.sessionToken = token
      const remembered = sessions.remembered(token)
      if (remembered !== undefined) {
        request.person = remembered
        done()
        return
      }
      sessions.find(token).then((person) => {
        request.person = person
        done()
      }, done)
    })
  },
  { name: 'session' },
)
