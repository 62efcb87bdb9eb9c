import type { Role } from '@xushi/domain'

/** Who sends a request: the account behind its session. */
export type Person = {
  readonly accountId: string
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly unitId: string
  readonly mustChangePassword: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where nobody is signed in. */
    person: Person | null
  }
}
