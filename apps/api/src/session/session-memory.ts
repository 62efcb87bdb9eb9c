import { findSession, type SessionRow, type Store, touchSession, unitsServed } from '@xushi/store'
import type { Clock } from '../clock.ts'
import type { PasswordPolicy } from '../config.ts'
import { isTooOld } from './password.ts'
import type { Person } from './person.ts'
import { type TokenMemory, tokenMemory } from './token-memory.ts'

/** How long a session lasts unused, and at most. */
export const idleMinutes = 30
export const sessionHours = 12

const minute = 60_000

export type SessionMemory = TokenMemory<Person>

/** The instant since which a session must have been used to hold. */
export const idleSince = (now: string): string => new Date(Date.parse(now) - idleMinutes * minute).toISOString()

/** Knows the person behind a session's token. */
export function sessionMemory(store: Store, clock: Clock, passwordPolicy: PasswordPolicy): SessionMemory {
  return tokenMemory(clock, async (token) => {
    const now = clock()
    const session = await store.read((reading) => findSession(reading, token, now, idleSince(now)))
    if (session === null) return null
    if (Date.parse(now) - Date.parse(session.lastSeenAt) > minute) await touchSession(store, session.tokenHash)
    return personOf(session, isTooOld(passwordPolicy, ageOf(session), now))
  })
}

const ageOf = ({ account }: SessionRow) => account.passwordChangedAt || account.createdAt

const personOf = ({ account, tokenHash, lastVisitAt }: SessionRow, isPasswordOld: boolean): Person => ({
  accountId: account.id,
  username: account.username,
  displayName: account.displayName,
  role: account.role as Person['role'],
  unitId: account.unitId,
  unitIds: unitsServed(account),
  // Demonstration accounts are shown to visitors with their passwords; nobody is made to change those.
  mustChangePassword: (account.mustChangePassword || isPasswordOld) && !account.demo,
  lastVisitAt,
  sessionHash: tokenHash,
})
