import { type DisplayTokenRow, findDisplayToken, type Store, touchDisplayToken } from '@xushi/store'
import type { Clock } from '../clock.ts'
import { type TokenMemory, tokenMemory } from '../session/token-memory.ts'

/** A wall that is signed in by a display token: no person, no role, one scope. */
export type Display = Pick<DisplayTokenRow, 'id' | 'programme' | 'region' | 'expiresAt'>

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where no display is signed in, and where a person is: one request has one principal. */
    display: Display | null
  }
}

export type DisplayMemory = TokenMemory<Display>

const minute = 60_000

/** Knows the display behind a token. */
export function displayMemory(store: Store, clock: Clock): DisplayMemory {
  return tokenMemory(clock, async (token) => {
    const now = clock()
    const row = await store.read((reading) => findDisplayToken(reading, token, now))
    if (row === null) return null
    const { id, programme, region, expiresAt, lastSeenAt } = row
    if (lastSeenAt === null || Date.parse(now) - Date.parse(lastSeenAt) > minute) await touchDisplayToken(store, id)
    return { id, programme, region, expiresAt }
  })
}
