import { describe, expect, it } from 'vitest'
import type { ReportingUnit } from './definition.ts'
import { type Action, actions, actionsOf, displayMay, isWithin, may, reachOf } from './permission.ts'
import { type Role, roles } from './role.ts'

/** The whole matrix: `n` over the nation, `o` over the own unit and its descendants, `-` not at all. */
const matrix = `
                  administrator security-officer auditor programme-manager recorder approver regional-recorder unit-reviewer regional-viewer
figures:read      n             n                n       n                 n        n        n                 n             n
progress:read     -             -                n       n                 n        n        n                 n             n
progress:record   -             -                -       -                 n        -        o                 -             -
progress:edit     -             -                -       -                 n        -        o                 -             -
progress:submit   -             -                -       -                 n        -        o                 -             -
progress:approve  -             -                -       -                 -        n        -                 o             -
progress:return   -             -                -       -                 -        n        -                 o             -
progress:correct  -             -                -       -                 n        -        o                 -             -
progress:withdraw -             -                -       n                 n        n        o                 -             -
export:progress   -             -                n       n                 n        n        n                 n             n
register:confirm  -             -                -       -                 n        -        o                 -             -
case:promote      -             -                -       -                 n        -        -                 -             -
published:record  -             -                -       -                 n        -        -                 -             -
calendar:read     -             -                n       n                 n        n        n                 n             n
calendar:manage   -             -                -       n                 -        -        -                 -             -
decision:read     -             -                n       n                 n        n        n                 n             n
decision:propose  -             -                -       n                 -        -        -                 -             -
decision:approve  -             -                -       n                 -        n        -                 -             -
users:read        n             n                n       -                 -        -        -                 -             -
users:manage      n             -                -       -                 -        -        -                 -             -
ledger:read       -             -                n       n                 -        -        -                 -             -
security:read     n             n                n       -                 -        -        -                 -             -
session:own       o             o                o       o                 o        o        o                 o             o
screen:read       n             n                n       n                 n        n        n                 n             n
events:read       n             n                n       n                 n        n        n                 n             n
display:manage    -             -                -       n                 -        -        -                 -             -
report:read       -             -                n       n                 n        n        o                 o             o
report:make       -             -                n       n                 n        n        o                 o             o
report:issue      -             -                -       n                 -        -        -                 -             -
report:schedule   -             -                -       n                 -        -        -                 -             -`
const [header = '', ...rows] = matrix.trim().split('\n')
const columns = header.trim().split(/\s+/)
const cells = rows.flatMap((row) => {
  const [action = '', ...letters] = row.trim().split(/\s+/)
  return letters.map((letter, index) => ({ role: columns[index] as Role, action: action as Action, letter }))
})

const name = { zh: '单位', en: 'unit' }
const unit = (id: string, parent: string | null): ReportingUnit => ({
  id,
  name,
  shortName: name,
  kind: 'industry-authority',
  region: '210000',
  parent,
  reviewsInside: false,
})
const units = [unit('liaoning', null), unit('dalian', 'liaoning'), unit('jinzhou', 'dalian'), unit('jiangsu', null)]

describe('the permission table', () => {
  it('has a cell for every role and action', () => {
    expect(columns).toEqual([...roles])
    expect([...new Set(cells.map(({ action }) => action))].sort()).toEqual([...actions].sort())
    expect(cells).toHaveLength(roles.length * actions.length)
  })

  it.each(cells)('$role $action: $letter', ({ role, action, letter }) => {
    const reach = { n: 'nation', o: 'own', '-': null }[letter]
    expect(reachOf(role, action)).toBe(reach)
    expect(actionsOf(role).includes(action)).toBe(letter !== '-')
    const actor = { id: 'person', role, unitIds: ['dalian'] }
    expect(['dalian', 'jinzhou', 'liaoning', 'jiangsu'].map((of) => may(actor, action, of, units))).toEqual(
      { n: [true, true, true, true], o: [true, true, false, false], '-': [false, false, false, false] }[letter],
    )
    expect(may(actor, action, null, units)).toBe(letter !== '-')
  })

  it('lets nobody record and approve', () => {
    const both = roles.filter((role) => reachOf(role, 'progress:record') && reachOf(role, 'progress:approve'))
    expect(both).toEqual([])
  })

  it('keeps accounts, their guard and the ledger with three roles that touch no figure', () => {
    const guards = ['administrator', 'security-officer', 'auditor'] as const
    const changing = actions.filter((action) => /^progress:(?!read)/.test(action))
    for (const role of guards) expect(changing.filter((action) => reachOf(role, action))).toEqual([])
    expect(roles.filter((role) => reachOf(role, 'users:manage'))).toEqual(['administrator'])
    expect(guards.filter((role) => reachOf(role, 'ledger:read'))).toEqual(['auditor'])
  })
})

describe('somebody who serves two units', () => {
  it('reaches both and what is below them, and nothing else', () => {
    const actor = { id: 'person', role: 'regional-recorder', unitIds: ['dalian', 'jiangsu'] } as const
    const reached = ['liaoning', 'dalian', 'jinzhou', 'jiangsu'].filter((of) =>
      may(actor, 'progress:record', of, units),
    )
    expect(reached).toEqual(['dalian', 'jinzhou', 'jiangsu'])
    expect(may({ ...actor, unitIds: [] }, 'progress:record', 'dalian', units)).toBe(false)
  })
})

describe('isWithin', () => {
  it.each([
    { of: 'liaoning', ancestor: 'liaoning', within: true },
    { of: 'jinzhou', ancestor: 'liaoning', within: true },
    { of: 'liaoning', ancestor: 'jinzhou', within: false },
    { of: 'jiangsu', ancestor: 'liaoning', within: false },
    { of: 'nowhere', ancestor: 'liaoning', within: false },
  ])('$of in $ancestor: $within', ({ of, ancestor, within }) => {
    expect(isWithin(of, ancestor, units)).toBe(within)
  })

  it('ends where parents go in a circle', () => {
    expect(isWithin('a', 'c', [unit('a', 'b'), unit('b', 'a')])).toBe(false)
  })
})

describe('a display', () => {
  it('may read the big screen and hear when figures move, and nothing else', () => {
    expect(actions.filter(displayMay)).toEqual(['screen:read', 'events:read'])
  })
})
