import type { User } from '@xushi/contract'
import type { Role } from '@xushi/domain'
import {
  type AccountChange,
  type AccountRow,
  type Actor,
  changeAccount,
  createAccount,
  listAccounts,
  setPassword,
  unitsServed,
} from '@xushi/store'
import { type Sources, viewNow } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { initialPassword, passwordHash } from '../session/password.ts'
import type { SessionMemory } from '../session/session-memory.ts'

type NewUser = {
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly unit: string
  readonly otherUnits?: readonly string[] | undefined
  readonly email?: string | null | undefined
}
type UserChange = {
  readonly displayName?: string | undefined
  readonly role?: Role | undefined
  readonly unit?: string | undefined
  readonly otherUnits?: readonly string[] | undefined
  readonly email?: string | null | undefined
  readonly disabled?: boolean | undefined
}
type WithPassword = { readonly user: User; readonly initialPassword: string }

export type UserService = ReturnType<typeof userService>

/** Accounts of people: made with an initial password that is told once, changed, disabled, never deleted. */
export function userService(sources: Sources, sessions: SessionMemory) {
  const { store } = sources
  return {
    list: async (): Promise<User[]> => {
      const view = await viewNow(sources)
      const accounts = await store.read(listAccounts)
      return accounts.map((account) => userWire(account, view))
    },

    /** @throws DomainError username-taken, unknown-unit */
    create: async (
      actor: Actor,
      { username, displayName, role, unit, otherUnits = [], email = null }: NewUser,
    ): Promise<WithPassword> => {
      const view = await viewNow(sources)
      const unitId = view.unit(unit).id
      const password = initialPassword()
      const account = await createAccount(store, actor, {
        username,
        displayName: displayName.trim(),
        role,
        unitId,
        otherUnits: otherUnits.map((other) => view.unit(other).id),
        email,
        passwordHash: await passwordHash(password),
        mustChangePassword: true,
      })
      return { user: userWire(account, view), initialPassword: password }
    },

    /** @throws DomainError not-found, version-conflict, last-administrator, unknown-unit */
    change: async (actor: Actor, id: string, version: number, change: UserChange): Promise<User> => {
      const view = await viewNow(sources)
      const account = await changeAccount(store, actor, id, version, accountChange(change, view))
      sessions.forget()
      return userWire(account, view)
    },

    /** @throws DomainError not-found, version-conflict */
    resetPassword: async (actor: Actor, id: string, version: number): Promise<WithPassword> => {
      const password = initialPassword()
      const hash = await passwordHash(password)
      const account = await setPassword(store, actor, id, { hash, mustChange: true, version })
      sessions.forget()
      return { user: userWire(account, await viewNow(sources)), initialPassword: password }
    },
  }
}

function accountChange(
  { displayName, role, unit, otherUnits, email, disabled }: UserChange,
  view: CatalogueView,
): AccountChange {
  return {
    ...(displayName !== undefined && { displayName: displayName.trim() }),
    ...(role !== undefined && { role }),
    ...(unit !== undefined && { unitId: view.unit(unit).id }),
    ...(otherUnits !== undefined && { otherUnits: otherUnits.map((other) => view.unit(other).id) }),
    ...(email !== undefined && { email }),
    ...(disabled !== undefined && { disabled }),
  }
}

function userWire(account: AccountRow, view: CatalogueView): User {
  const { id, username, displayName, role, unitId, email, disabledAt, mustChangePassword, demo, createdAt, version } =
    account
  const { name, region } = view.unit(unitId)
  const others = unitsServed(account).slice(1)
  return {
    id,
    username,
    displayName,
    role: role as Role,
    unit: { id: unitId, name, region },
    otherUnits: others.map((other) => ({ id: other, name: view.unit(other).name })),
    email,
    disabled: disabledAt !== null,
    mustChangePassword,
    demo,
    createdAt,
    version,
  }
}
