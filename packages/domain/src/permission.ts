import type { ReportingUnit } from './definition.ts'
import type { Role } from './role.ts'

/** Everything a route may ask for. One permission table decides who has it, and over what. */
export const actions = [
  'figures:read',
  'progress:read',
  'progress:record',
  'progress:edit',
  'progress:submit',
  'progress:approve',
  'progress:return',
  'progress:correct',
  'progress:withdraw',
  'export:progress',
  'register:confirm',
  'case:promote',
  'published:record',
  'calendar:read',
  'calendar:manage',
  'decision:read',
  'decision:propose',
  'decision:approve',
  'users:read',
  'users:manage',
  'ledger:read',
  'security:read',
  'session:own',
  'screen:read',
  'events:read',
  'display:manage',
  'report:read',
  'report:make',
  'report:issue',
  'report:schedule',
] as const
export type Action = (typeof actions)[number]

/** `own`: the person's unit and its descendants. `nation`: everything. A missing cell means: not at all. */
export type Reach = 'own' | 'nation'

type Row = Readonly<Partial<Record<Action, Reach>>>

/** What everybody with an account sees, and hears of when it moves. */
const everybody: Row = {
  'figures:read': 'nation',
  'session:own': 'own',
  'screen:read': 'nation',
  'events:read': 'nation',
}

const reader: Row = {
  ...everybody,
  'progress:read': 'nation',
  'export:progress': 'nation',
  'decision:read': 'nation',
  'calendar:read': 'nation',
  'report:read': 'nation',
  'report:make': 'nation',
}

/** Reports of the own region are theirs to make, and theirs to read beside those of the nation. */
const regionalReader: Row = { ...reader, 'report:read': 'own', 'report:make': 'own' }

/**
 * The permission table (权限表): role x action -> reach. The three administrators are separate people (三权分立): one manages
 * accounts, one guards them, one reads the ledger; none of them touches a figure. Source: docs/methods/permission.md
 */
export const permissionTable: Readonly<Record<Role, Row>> = {
  administrator: { ...everybody, 'users:read': 'nation', 'users:manage': 'nation', 'security:read': 'nation' },
  'security-officer': { ...everybody, 'users:read': 'nation', 'security:read': 'nation' },
  auditor: { ...reader, 'users:read': 'nation', 'ledger:read': 'nation', 'security:read': 'nation' },
  'programme-manager': {
    ...reader,
    'progress:withdraw': 'nation',
    'calendar:manage': 'nation',
    'decision:propose': 'nation',
    'decision:approve': 'nation',
    'ledger:read': 'nation',
    'display:manage': 'nation',
    'report:issue': 'nation',
    'report:schedule': 'nation',
  },
  recorder: {
    ...reader,
    'progress:record': 'nation',
    'progress:edit': 'nation',
    'progress:submit': 'nation',
    'progress:correct': 'nation',
    'progress:withdraw': 'nation',
    'register:confirm': 'nation',
    'case:promote': 'nation',
    'published:record': 'nation',
  },
  approver: {
    ...reader,
    'progress:approve': 'nation',
    'progress:return': 'nation',
    'progress:withdraw': 'nation',
    'decision:approve': 'nation',
  },
  'regional-recorder': {
    ...regionalReader,
    'progress:record': 'own',
    'progress:edit': 'own',
    'progress:submit': 'own',
    'progress:correct': 'own',
    'progress:withdraw': 'own',
    'register:confirm': 'own',
  },
  'unit-reviewer': { ...regionalReader, 'progress:approve': 'own', 'progress:return': 'own' },
  'regional-viewer': regionalReader,
}

/** All that a display (大屏) may do: it is no person and has no role. Its own scope narrows what it reads. */
const displayActions: readonly Action[] = ['screen:read', 'events:read']

/** Whether a display may do something: read the big screen of its scope and hear when figures move. */
export function displayMay(action: Action): boolean {
  return displayActions.includes(action)
}

/** Who acts: role and unit are enough to decide; the person matters only for the separation of recorder and approver. */
export type Actor = { readonly id: string; readonly role: Role; readonly unitIds: readonly string[] }

/** How far an actor's role carries an action; null for not at all. */
export function reachOf(role: Role, action: Action): Reach | null {
  return permissionTable[role][action] ?? null
}

/**
 * Whether an actor may do something to an object of a reporting unit.
 *
 * @param unitId the unit the object belongs to; null where the object belongs to nobody in particular
 * @param units  all units, for the line from the object's unit up to the actor's
 */
export function may(actor: Actor, action: Action, unitId: string | null, units: readonly ReportingUnit[]): boolean {
  const reach = reachOf(actor.role, action)
  if (reach === null) return false
  if (reach === 'nation' || unitId === null) return true
  return serves(actor.unitIds, unitId, units)
}

/** Whether somebody who serves units serves another one too: it is one of them, or below one of them. */
export function serves(unitIds: readonly string[], unitId: string, units: readonly ReportingUnit[]): boolean {
  return unitIds.some((own) => isWithin(unitId, own, units))
}

/** Whether a unit is another one or one of its descendants. */
export function isWithin(unitId: string, ancestorId: string, units: readonly ReportingUnit[]): boolean {
  const seen = new Set<string>()
  let current: string | null = unitId
  while (current !== null && !seen.has(current)) {
    if (current === ancestorId) return true
    seen.add(current)
    const id: string = current
    current = units.find((unit) => unit.id === id)?.parent ?? null
  }
  return false
}

/** The actions of a role, in the table's order; what a page may offer. */
export function actionsOf(role: Role): readonly Action[] {
  return actions.filter((action) => reachOf(role, action) !== null)
}
