import type { Role } from '@xushi/domain'
import type { Actor } from '@xushi/store'
import type { FastifyRequest } from 'fastify'

/** Who sends a request: the account behind its session. */
export type Person = {
  readonly accountId: string
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly unitId: string
  /** Every unit that the person serves, `unitId` first. */
  readonly unitIds: readonly string[]
  readonly mustChangePassword: boolean
  /** When the account had signed in before this session; null for the first time. */
  readonly lastVisitAt: string | null
  /** Hash of the session's token. */
  readonly sessionHash: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where nobody is signed in. */
    person: Person | null
  }
}

/** Who acts, as the ledger writes it: the account, and the address the request came from. */
export const actorOf = (person: Person, request: FastifyRequest): Actor => ({
  accountId: person.accountId,
  unitId: person.unitId,
  origin: request.ip,
})
