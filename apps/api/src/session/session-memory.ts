import { findSession, type SessionRow, type Store, touchSession, unitsServed } from '@xushi/store'
import type { Clock } from '../clock.ts'
import type { PasswordPolicy } from '../config.ts'
import { isTooOld } from './password.ts'
import type { Person } from './person.ts'

/** How long a session lasts unused, and at most. */
export const idleMinutes = 30
export const sessionHours = 12

const minute = 60_000
/** Another instance may end a session; this one learns of it within a second. */
const trustMilliseconds = 1000
const mostKept = 10_000
const longestToken = 200

type Kept = { readonly person: Person | null; readonly checkedAt: number }

export type SessionMemory = {
  /** The person of a token if it is known without asking the store; undefined when the store has to be asked. */
  readonly remembered: (token: string) => Person | null | undefined
  readonly find: (token: string) => Promise<Person | null>
  /** Forgets everything: a session ended, or an account changed. */
  readonly forget: () => void
}

/** Keeps who is behind a session's token for a second, so that most requests need no query to know it. */
export function sessionMemory(store: Store, clock: Clock, passwordPolicy: PasswordPolicy): SessionMemory {
  const kept = new Map<string, Kept>()
  let generation = 0
  const now = () => Date.parse(clock())
  const before = (milliseconds: number) => new Date(now() - milliseconds).toISOString()

  return {
    remembered: (token) => {
      const known = kept.get(token)
      return known !== undefined && now() - known.checkedAt < trustMilliseconds ? known.person : undefined
    },
    find: async (token) => {
      if (token.length > longestToken) return null
      const asked = generation
      const checkedAt = now()
      const session = await store.read((reading) => findSession(reading, token, clock(), before(idleMinutes * minute)))
      if (session !== null && session.lastSeenAt < before(minute)) await touchSession(store, session.tokenHash)
      const person = session === null ? null : personOf(session, isTooOld(passwordPolicy, ageOf(session), clock()))
      // What was read before somebody signed out may not be remembered after it.
      if (asked === generation) remember(kept, token, { person, checkedAt })
      return person
    },
    forget: () => {
      generation += 1
      kept.clear()
    },
  }
}

function remember(kept: Map<string, Kept>, token: string, entry: Kept): void {
  kept.delete(token)
  kept.set(token, entry)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}

const ageOf = ({ account }: SessionRow) => account.passwordChangedAt || account.createdAt

const personOf = ({ account, tokenHash, previousSignInAt }: SessionRow, isPasswordOld: boolean): Person => ({
  accountId: account.id,
  username: account.username,
  displayName: account.displayName,
  role: account.role as Person['role'],
  unitId: account.unitId,
  unitIds: unitsServed(account),
  // Demonstration accounts are shown to visitors with their passwords; nobody is made to change those.
  mustChangePassword: (account.mustChangePassword || isPasswordOld) && !account.demo,
  lastVisitAt: previousSignInAt,
  sessionHash: tokenHash,
})
