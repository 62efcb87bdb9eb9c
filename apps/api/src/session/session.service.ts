import { type OwnSession, type Session, usernameShape } from '@xushi/contract'
import { actionsOf, DomainError, type SecurityEventKind } from '@xushi/domain'
import {
  type AccountRow,
  accountById,
  accountByName,
  closeOwnSessions,
  closeSession,
  createFirstAdministrator,
  noteFailedSignIn,
  openSession,
  ownSessions,
  type Store,
  setPassword,
} from '@xushi/store'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import type { Clock } from '../clock.ts'
import type { PasswordPolicy } from '../config.ts'
import { checkPassword, isPassword, passwordHash } from './password.ts'
import type { Person } from './person.ts'
import { idleMinutes, type SessionMemory, sessionHours } from './session-memory.ts'
import { comparedUsername, signInLimit } from './sign-in-limit.ts'

type Credentials = { readonly username: string; readonly password: string }
type NewAdministrator = Credentials & { readonly token: string; readonly displayName: string }

export type SessionService = ReturnType<typeof sessionService>

type Parts = {
  readonly store: Store
  readonly clock: Clock
  readonly sessions: SessionMemory
  readonly passwordPolicy: PasswordPolicy
}

/** Signing in and out, and one's own password. `origin` is the address a request came from. */
export function sessionService({ store, clock, sessions, passwordPolicy }: Parts) {
  const limit = signInLimit(clock)
  const later = (milliseconds: number) => new Date(Date.parse(clock()) + milliseconds).toISOString()

  const refuse = (origin: string, username: string, what: SecurityEventKind) =>
    noteFailedSignIn(store, { origin, username, what })
  const open = async (account: AccountRow, previous: string | null, origin: string): Promise<string> => {
    // A token from before the sign-in may be known to somebody else; it is worth nothing afterwards.
    if (previous !== null) await closeSession(store, previous)
    sessions.forget()
    return openSession(store, account.id, later(sessionHours * 3_600_000), origin)
  }

  const own = ({ accountId }: Person) =>
    store.read((reading) => ownSessions(reading, accountId, clock(), later(-idleMinutes * 60_000)))

  return {
    /** One's own sessions that still hold. */
    list: async (person: Person): Promise<OwnSession[]> =>
      (await own(person)).map(({ id, origin, createdAt, lastSeenAt, tokenHash }) => {
        return { id, origin, createdAt, lastSeenAt, current: tokenHash === person.sessionHash }
      }),

    /** Ends one session of one's own. @throws DomainError not-found */
    end: async (person: Person, id: string, origin: string): Promise<void> => {
      const found = (await own(person)).find((session) => session.id === id)
      if (found === undefined) throw new DomainError('not-found')
      await closeOwnSessions(store, { ...person, origin }, [found.tokenHash])
      sessions.forget()
    },

    /** Ends all sessions of one's own but the one that asks. */
    endOthers: async (person: Person, origin: string): Promise<void> => {
      const others = (await own(person)).map(({ tokenHash }) => tokenHash)
      await closeOwnSessions(
        store,
        { ...person, origin },
        others.filter((hash) => hash !== person.sessionHash),
      )
      sessions.forget()
    },

    /** @throws DomainError wrong-credentials, too-many-attempts */
    signIn: async ({ username, password }: Credentials, origin: string, previous: string | null): Promise<string> => {
      const seconds = limit.begin(origin, username)
      if (seconds > 0) {
        await refuse(origin, nameTried(username, null), 'too-many-attempts')
        throw new DomainError('too-many-attempts', { seconds })
      }
      const account = await store.read((reading) => accountByName(reading, comparedUsername(username)))
      const right = await isPassword(password, account?.passwordHash ?? null)
      if (account === null || !right || account.disabledAt !== null) {
        await refuse(origin, nameTried(username, account), 'wrong-credentials')
        throw new DomainError('wrong-credentials')
      }
      limit.succeeded(origin, username)
      return open(account, previous, origin)
    },

    signOut: async (token: string, origin: string): Promise<void> => {
      await closeSession(store, token, origin)
      sessions.forget()
    },

    /** @throws DomainError wrong-credentials, too-many-attempts, weak-password */
    changePassword: async (
      person: Person,
      { current, next }: { readonly current: string; readonly next: string },
      origin: string,
    ): Promise<void> => {
      const seconds = limit.begin(origin, person.username)
      if (seconds > 0) {
        await refuse(origin, person.username, 'too-many-attempts')
        throw new DomainError('too-many-attempts', { seconds })
      }
      const account = await store.read((reading) => accountById(reading, person.accountId))
      if (!(await isPassword(current, account.passwordHash))) {
        await refuse(origin, person.username, 'wrong-current-password')
        throw new DomainError('wrong-credentials')
      }
      limit.succeeded(origin, person.username)
      checkPassword(passwordPolicy, next, person.username, current)
      const actor = { accountId: person.accountId, unitId: person.unitId, origin }
      const hash = await passwordHash(next)
      await setPassword(store, actor, person.accountId, { hash, mustChange: false, keep: person.sessionHash })
      sessions.forget()
    },

    /** @throws DomainError first-administrator-closed, weak-password */
    createFirstAdministrator: async (
      { token, username, displayName, password }: NewAdministrator,
      unitId: string,
      origin: string,
    ): Promise<string> => {
      checkPassword(passwordPolicy, password, username)
      const hash = await passwordHash(password)
      const account = await createFirstAdministrator(store, origin, token, {
        username,
        displayName,
        unitId,
        passwordHash: hash,
      })
      return open(account, null, origin)
    },
  }
}

/** Who is signed in, as the wire tells it. */
export function sessionWire(person: Person | null, view: CatalogueView): Session {
  if (person === null) return { user: null, idleMinutes }
  const { accountId: id, username, displayName, role, unitId, unitIds, mustChangePassword, lastVisitAt } = person
  const { name, region } = view.unit(unitId)
  return {
    user: {
      id,
      username,
      displayName,
      role,
      unit: { id: unitId, name, region },
      otherUnits: unitIds.slice(1).map((other) => ({ id: other, name: view.unit(other).name })),
      mustChangePassword,
      lastVisitAt,
      actions: [...actionsOf(role)],
    },
    idleMinutes,
  }
}

/** People type their password where the name belongs: what is no account's name and cannot be one is not kept. */
const nameTried = (typed: string, account: AccountRow | null): string =>
  account?.username ?? (usernameShape.test(typed) ? typed : '')
