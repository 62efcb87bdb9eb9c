import fastifyCookie, { type CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { DisplayMemory } from '../displays/display.ts'
import { type SessionMemory, sessionHours } from '../session/session-memory.ts'
import type { TokenMemory } from '../session/token-memory.ts'

/** A cookie that carries a token: out of reach of scripts and of other sites, and over TLS bound to this very host. */
export type TokenCookie = { readonly name: string; readonly options: CookieSerializeOptions }

/** The cookie of a person's session, and that of a display: no link from another site may bring the latter along. */
export function tokenCookies(publicUrl: string | null): {
  readonly person: TokenCookie
  readonly display: TokenCookie
} {
  const secure = publicUrl?.startsWith('https:') ?? false
  const prefix = secure ? '__Host-' : ''
  const options = { path: '/', httpOnly: true, secure } as const
  return {
    person: { name: `${prefix}xushi`, options: { ...options, sameSite: 'lax' } },
    display: { name: `${prefix}xushi-display`, options: { ...options, sameSite: 'strict' } },
  }
}

declare module 'fastify' {
  interface FastifyReply {
    startSession: (token: string) => FastifyReply
    endSession: () => FastifyReply
    startDisplay: (token: string, seconds: number) => FastifyReply
  }
  interface FastifyRequest {
    /** The session's token as the browser sent it, known or not. */
    sessionToken: string | null
  }
}

type Options = {
  readonly publicUrl: string | null
  readonly sessions: SessionMemory
  readonly displays: DisplayMemory
}

/**
 * Finds out who sends a request, from the cookies: a person by their session, or a display by its token. A person comes first, and one
 * request is never both. A token that is forged, over or unknown is nobody's.
 */
export const sessionPlugin = fastifyPlugin<Options>(
  async (app, { publicUrl, sessions, displays }) => {
    const cookies = tokenCookies(publicUrl)
    await app.register(fastifyCookie)
    app.decorateRequest('person', null)
    app.decorateRequest('display', null)
    app.decorateRequest('sessionToken', null)
    app.decorateReply('startSession', function (this: FastifyReply, token: string) {
      return this.setCookie(cookies.person.name, token, { ...cookies.person.options, maxAge: sessionHours * 3600 })
    })
    app.decorateReply('endSession', function (this: FastifyReply) {
      return this.clearCookie(cookies.person.name, cookies.person.options)
    })
    app.decorateReply('startDisplay', function (this: FastifyReply, token: string, seconds: number) {
      return this.setCookie(cookies.display.name, token, { ...cookies.display.options, maxAge: seconds })
    })

    app.addHook('onRequest', (request, _reply, done) => {
      if (request.headers.cookie === undefined) {
        done()
        return
      }
      request.sessionToken = request.cookies[cookies.person.name] || null
      whoIs(sessions, request.sessionToken, done, (person) => {
        request.person = person
        const token = person === null ? request.cookies[cookies.display.name] || null : null
        whoIs(displays, token, done, (display) => {
          request.display = display
          done()
        })
      })
    })
  },
  { name: 'session' },
)

/** Tells who a token stands for, at once where that is remembered: a promise in the way of every request would cost more than the rest. */
function whoIs<Who>(
  memory: TokenMemory<Who>,
  token: string | null,
  failed: (error: Error) => void,
  told: (who: Who | null) => void,
): void {
  const remembered = token === null ? null : memory.remembered(token)
  if (token === null || remembered !== undefined) told(remembered ?? null)
  else memory.find(token).then(told, failed)
}
