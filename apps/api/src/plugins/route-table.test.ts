import type { RouteContract } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { matrices } from '../../test/matrices/all.ts'
import { contracts } from '../contracts.ts'

/** Routes that have nothing of anybody's to be tried on, and why. */
const without: Readonly<Record<string, readonly string[]>> = {
  // Told to anybody, or to everybody who may read figures: the same for all.
  public: [
    'healthz',
    'readyz',
    'showInstallation',
    'listProgrammes',
    'listRegions',
    'listUnits',
    'showDashboard',
    'showIndicator',
    'showDerivation',
    'showSeries',
    'showAmbiguities',
    'showGroups',
    'showMilestones',
    'showRegionsStanding',
    // A stream of numbers, and what a wall shows to its token.
    'listenEvents',
    'showScreen',
    'startDisplay',
  ],
  // Of oneself alone: no id is asked for.
  own: [
    'signIn',
    'showSession',
    'signOut',
    'listSessions',
    'endOtherSessions',
    'changePassword',
    'createFirstAdministrator',
    'showChecklist',
    'listMessages',
    'readMessages',
  ],
  // Many things at once, each only for whom it is: read-scope.test.ts looks into every one.
  list: [
    'listProgress',
    'exportProgress',
    'showRecordingDesk',
    'showRecordingCell',
    'showRecordingGrid',
    'showReviewDesk',
    'listOpenFilings',
    'listRegisters',
    'listCases',
    'exportCases',
    'showEntryChecks',
    'findDuplicates',
    'listConfirmations',
    'listMilestoneEvents',
    'listNarratives',
    'listPublishedFigures',
    'showCalendar',
    'showReporting',
    'showReminders',
    'listReports',
  ],
  // The ledger is whole or not at all.
  ledger: ['listAuditEvents', 'showLedgerChain', 'verifyLedgerChain', 'listAuditPeople'],
}

const nameOf = ({ schema }: RouteContract) => schema.operationId
/** The nouns of the matrices that try a route, and the reason where none has to. */
const claims = new Map<string, readonly string[]>(
  contracts.map((route) => [
    nameOf(route),
    [
      ...matrices.flatMap(({ noun, moves }) =>
        Object.values(moves).some((move) => move.route === route) ? [noun] : [],
      ),
      ...Object.entries(without).flatMap(([why, names]) => (names.includes(nameOf(route)) ? [why] : [])),
    ],
  ]),
)

describe('every route', () => {
  it.each(contracts)('$schema.operationId is tried by a matrix, or has nothing to be tried on', (route) => {
    const by = claims.get(nameOf(route))
    expect([nameOf(route), by]).toEqual([nameOf(route), [expect.any(String)]])
  })

  it('that is excused is there', () => {
    const there = new Set(contracts.map(nameOf))
    expect(Object.values(without).flatMap((names) => names.filter((name) => !there.has(name)))).toEqual([])
  })
})

describe('every matrix', () => {
  it.each(matrices)('of $noun names only moves and people that it has', ({ moves, rows }) => {
    const named = rows.flatMap(({ allowed, tries = [] }) => [...Object.keys(allowed), ...tries])
    expect(named.filter((name) => !(name in moves))).toEqual([])
    // A move that nobody makes in any row would prove nothing.
    const made = Object.keys(moves).filter((name) => rows.some(({ allowed }) => (allowed[name] ?? []).length > 0))
    expect(made).toEqual(Object.keys(moves))
  })
})
