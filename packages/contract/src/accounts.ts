import { type Static, Type } from 'typebox'
import { Version } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, Id, InstantText, Nullable, Problem, RegionCode, RoleName, Stated, Text } from './shapes.ts'

export const usernameShape = /^[a-z0-9][a-z0-9._-]{1,39}$/
export const Username = Type.String({ pattern: usernameShape.source })
export const Password = Type.String({ minLength: 1, maxLength: 200 })
export const DisplayName = Stated(60)

const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
/** A mail address as browsers take one: ASCII, one @, no name, no space and no control character that could begin another header. */
export const mailAddressShape = new RegExp(`^[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]{1,64}@${label}(?:\\.${label})*$`)
const longestMailAddress = 254
const MailAddress = Type.String({ maxLength: longestMailAddress, pattern: mailAddressShape.source })
export const isMailAddress = (text: string): boolean => text.length <= longestMailAddress && mailAddressShape.test(text)

/** Who is signed in, and what they may do: actions of the permission table. */
export const SignedIn = Closed({
  id: Id,
  username: Type.String(),
  displayName: Type.String(),
  role: RoleName,
  unit: Closed({ id: Type.String(), name: Text, region: RegionCode }),
  /** Other units that the person serves. */
  otherUnits: Type.Array(Closed({ id: Type.String(), name: Text })),
  mustChangePassword: Type.Boolean(),
  /** When this person had signed in before; null for the first time. */
  lastVisitAt: Nullable(InstantText),
  actions: Type.Array(Type.String()),
})
export type SignedIn = Static<typeof SignedIn>

export const Session = Closed({ user: Nullable(SignedIn), idleMinutes: Type.Integer() })
export type Session = Static<typeof Session>

export const signIn = {
  method: 'POST',
  url: '/api/session',
  permission: 'public',
  schema: {
    operationId: 'signIn',
    summary: 'Sign in',
    tags: ['session'],
    body: Closed({ username: Type.String({ minLength: 1, maxLength: 200 }), password: Password }),
    response: { 201: Session, '4xx': Problem },
  },
} as const satisfies RouteContract

export const showSession = {
  method: 'GET',
  url: '/api/session',
  permission: 'public',
  schema: {
    operationId: 'showSession',
    summary: 'Who is signed in; user is null for nobody',
    tags: ['session'],
    response: { 200: Session, '4xx': Problem },
  },
} as const satisfies RouteContract

export const signOut = {
  method: 'DELETE',
  url: '/api/session',
  permission: 'session:own',
  schema: {
    operationId: 'signOut',
    summary: 'Sign out',
    tags: ['session'],
    response: { 204: Type.Null(), '4xx': Problem },
  },
} as const satisfies RouteContract

/** A session of one's own, as somebody recognises it. */
export const OwnSession = Closed({
  id: Type.String(),
  /** The network address it was opened from. */
  origin: Type.String(),
  createdAt: InstantText,
  lastSeenAt: InstantText,
  current: Type.Boolean(),
})
export type OwnSession = Static<typeof OwnSession>

export const listSessions = {
  method: 'GET',
  url: '/api/sessions',
  permission: 'session:own',
  schema: {
    operationId: 'listSessions',
    summary: 'One’s own sessions, the one used last first',
    tags: ['session'],
    response: { 200: Closed({ sessions: Type.Array(OwnSession) }), '4xx': Problem },
  },
} as const satisfies RouteContract

export const endSession = {
  method: 'DELETE',
  url: '/api/sessions/:id',
  permission: 'session:own',
  schema: {
    operationId: 'endSession',
    summary: 'End one of one’s own sessions',
    tags: ['session'],
    params: Closed({ id: Type.String({ minLength: 1, maxLength: 40 }) }),
    response: { 204: Type.Null(), '4xx': Problem },
  },
} as const satisfies RouteContract

export const endOtherSessions = {
  method: 'DELETE',
  url: '/api/sessions',
  permission: 'session:own',
  schema: {
    operationId: 'endOtherSessions',
    summary: 'End all of one’s own sessions but this one',
    tags: ['session'],
    response: { 204: Type.Null(), '4xx': Problem },
  },
} as const satisfies RouteContract

export const changePassword = {
  method: 'POST',
  url: '/api/session/password',
  permission: 'session:own',
  schema: {
    operationId: 'changePassword',
    summary: 'Change one’s own password; other sessions end',
    tags: ['session'],
    body: Closed({ current: Password, next: Password }),
    response: { 200: Session, '4xx': Problem },
  },
} as const satisfies RouteContract

/** What the start page needs before anybody is signed in. */
export const Installation = Closed({
  version: Type.String(),
  demo: Type.Boolean(),
  needsFirstAdministrator: Type.Boolean(),
})
export type Installation = Static<typeof Installation>

export const showInstallation = {
  method: 'GET',
  url: '/api/installation',
  permission: 'public',
  schema: {
    operationId: 'showInstallation',
    summary: 'Version, demonstration mark, and whether the first administrator is still to be made',
    tags: ['session'],
    response: { 200: Installation, '4xx': Problem },
  },
} as const satisfies RouteContract

export const createFirstAdministrator = {
  method: 'POST',
  url: '/api/first-administrator',
  permission: 'public',
  schema: {
    operationId: 'createFirstAdministrator',
    summary: 'Make the first administrator with the single-use secret and sign in',
    tags: ['session'],
    body: Closed({
      token: Type.String({ minLength: 20, maxLength: 200 }),
      username: Username,
      displayName: DisplayName,
      password: Password,
    }),
    response: { 201: Session, '4xx': Problem },
  },
} as const satisfies RouteContract

/** The first steps of a new installation: two people, one entry, one approval. */
export const Checklist = Closed({
  recorders: Type.Integer(),
  approvers: Type.Integer(),
  entries: Type.Integer(),
  approvals: Type.Integer(),
})
export type Checklist = Static<typeof Checklist>

export const showChecklist = {
  method: 'GET',
  url: '/api/checklist',
  permission: 'session:own',
  schema: {
    operationId: 'showChecklist',
    summary: 'How far a new installation has come',
    tags: ['session'],
    response: { 200: Checklist, '4xx': Problem },
  },
} as const satisfies RouteContract

const OtherUnits = Type.Array(Type.String({ maxLength: 80 }), { maxItems: 20 })

export const User = Closed({
  id: Id,
  username: Type.String(),
  displayName: Type.String(),
  role: RoleName,
  unit: Closed({ id: Type.String(), name: Text, region: RegionCode }),
  /** Other units that the person serves. */
  otherUnits: Type.Array(Closed({ id: Type.String(), name: Text })),
  /** Where mail goes; null where none was given. */
  email: Nullable(Type.String()),
  disabled: Type.Boolean(),
  mustChangePassword: Type.Boolean(),
  demo: Type.Boolean(),
  createdAt: InstantText,
  version: Version,
})
export type User = Static<typeof User>

export const listUsers = {
  method: 'GET',
  url: '/api/users',
  permission: 'users:read',
  schema: {
    operationId: 'listUsers',
    summary: 'All accounts',
    tags: ['users'],
    response: { 200: Closed({ users: Type.Array(User) }), '4xx': Problem },
  },
} as const satisfies RouteContract

/** The initial password is answered once and must be changed at the first sign-in. */
export const UserWithPassword = Closed({ user: User, initialPassword: Type.String() })

export const createUser = {
  method: 'POST',
  url: '/api/users',
  permission: 'users:manage',
  schema: {
    operationId: 'createUser',
    summary: 'Create an account',
    tags: ['users'],
    body: Closed({
      username: Username,
      displayName: DisplayName,
      role: RoleName,
      unit: Type.String({ maxLength: 80 }),
      otherUnits: Type.Optional(OtherUnits),
      email: Type.Optional(Nullable(MailAddress)),
    }),
    response: { 201: UserWithPassword, '4xx': Problem },
  },
} as const satisfies RouteContract

export const changeUser = {
  method: 'PATCH',
  url: '/api/users/:id',
  permission: 'users:manage',
  schema: {
    operationId: 'changeUser',
    summary: 'Rename, move, change the role of, disable or enable an account; its sessions end',
    tags: ['users'],
    params: Closed({ id: Id }),
    body: Closed({
      version: Version,
      displayName: Type.Optional(DisplayName),
      role: Type.Optional(RoleName),
      unit: Type.Optional(Type.String({ maxLength: 80 })),
      otherUnits: Type.Optional(OtherUnits),
      email: Type.Optional(Nullable(MailAddress)),
      disabled: Type.Optional(Type.Boolean()),
    }),
    response: { 200: User, '4xx': Problem },
  },
} as const satisfies RouteContract

export const resetPassword = {
  method: 'POST',
  url: '/api/users/:id/password-reset',
  permission: 'users:manage',
  schema: {
    operationId: 'resetPassword',
    summary: 'Give an account a new initial password; its sessions end',
    tags: ['users'],
    params: Closed({ id: Id }),
    body: Closed({ version: Version }),
    response: { 200: UserWithPassword, '4xx': Problem },
  },
} as const satisfies RouteContract
