import { parsePeriod, singleActions } from '@xushi/domain'
import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aroundTheProduct } from './around-the-product.fixture.ts'
import { castOf, catalogue, cell, takeUp } from './cast.fixture.ts'
import {
  attachEvidence,
  bringUpToDate,
  changeAccount,
  closePeriod,
  confirmRegister,
  createAccount,
  createDisplayToken,
  draftEntry,
  grantException,
  removeEvidence,
  reopenPeriod,
  revokeDisplayToken,
  setPassword,
  verifyStored,
} from './index.ts'
import { ledgeredTables } from './ledgered-tables.ts'

const june = parsePeriod('2020-06')
const july = parsePeriod('2020-07')
if (june === null || july === null) throw new Error('these are months')

describe('the tables whose rows come from events', () => {
  it('hear every action that is no move of a review', () => {
    const heard = ledgeredTables.flatMap(({ events }) => Object.keys(events))
    expect(heard.toSorted()).toEqual(singleActions.toSorted())
  })
})

describe.each(engines)('rows of tables, held against their events on %s', (engine) => {
  let room: StoreRoom
  let ids: Readonly<Record<'zhou' | 'wu' | 'kept' | 'confirmed' | 'exception' | 'wall', string>>

  beforeEach(async () => {
    room = await openRoom(engine)
    const { store } = room
    await takeUp(store)
    const [programme] = catalogue.programmes
    if (programme === undefined) throw new Error('the catalogue has a programme')
    const otherwise = { ...programme, thresholds: { ...programme.thresholds, slightlyBehind: 0.7 }, completeness: 0.5 }
    const [flow, stock] = catalogue.indicators
    if (flow === undefined || stock === undefined) throw new Error('the catalogue has indicators')
    await bringUpToDate(store, { ...catalogue, programmes: [otherwise], indicators: [flow, stock] })
    const { zhou, wu, chen } = await castOf(store)
    const operator = { accountId: 'operator', unitId: null, origin: 'system' }
    const keys = { passwordHash: '$argon2id$keys', mustChangePassword: false, unitId: 'ministry' }
    await createAccount(store, operator, { ...keys, username: 'keys', displayName: 'keys', role: 'administrator' })
    const wuNow = await changeAccount(store, chen, wu.accountId, 1, { role: 'approver', otherUnits: ['ministry'] })
    await setPassword(store, chen, wuNow.id, { hash: '$argon2id$another', mustChange: true })
    await setPassword(store, chen, zhou.accountId, { hash: '$argon2id$own', mustChange: false })
    const draft = await draftEntry(store, zhou, cell('flow', '320000', '08'), { value: 3, note: '' })
    const subject = { kind: 'progress-entry', id: draft.id } as const
    const file = { name: '证明.pdf', mediaType: 'application/pdf', size: 10 }
    const kept = await attachEvidence(store, zhou, subject, { ...file, sha256: 'a'.repeat(64) })
    const removed = await attachEvidence(store, zhou, subject, { ...file, sha256: 'b'.repeat(64) })
    await removeEvidence(store, zhou, removed.id)
    const confirmation = { register: 'hundred', unitId: 'communications-320000', period: '2020-06' }
    const confirmed = await confirmRegister(store, zhou, { ...confirmation, endsOn: '2020-06-30', caseCount: 4 })
    await closePeriod(store, chen, { programme: 'notice', period: june, reason: '半年总结' })
    await reopenPeriod(store, chen, { programme: 'notice', period: '2020-06', reason: '漏报' })
    await closePeriod(store, chen, { programme: 'notice', period: june, reason: '再次锁定' })
    await closePeriod(store, chen, { programme: 'notice', period: july, reason: '锁定' })
    const later = { indicatorId: 'flow', unitId: 'communications-320000', untilOn: '2020-09-30', reason: '汛情' }
    const exception = await grantException(store, chen, { ...later, period: june })
    const wall = { name: '大厅', programme: 'notice', region: null, expiresAt: '2021-01-01T00:00:00.000Z' }
    const { row } = await createDisplayToken(store, chen, wall)
    const { row: revoked } = await createDisplayToken(store, chen, { ...wall, name: '门口' })
    await revokeDisplayToken(store, chen, revoked.id)
    ids = {
      zhou: zhou.accountId,
      wu: wu.accountId,
      kept: kept.id,
      confirmed: confirmed.id,
      exception: exception.id,
      wall: row.id,
    }
  })
  afterEach(() => room.close())

  it('agree after every kind of change', async () => {
    expect(await verifyStored(room.store)).toEqual([])
  })

  it.each([
    [
      'a decision',
      `update decision set body = replace(body, '"value":100', '"value":90') where subject = 'flow' and part = 'target'`,
      'decision',
      [{ column: 'body', stored: expect.stringContaining(':90'), ledgered: expect.stringContaining(':100') }],
    ],
    [
      'when a decision holds',
      "update decision set effective_on = '2019-01-01' where subject = 'flow' and part = 'due'",
      'decision',
      [{ column: 'effectiveOn', stored: '2019-01-01', ledgered: '2020-03-20' }],
    ],
    [
      'a confirmation',
      'update register_confirmation set case_count = 40',
      'confirmation',
      [{ column: 'caseCount', stored: 40, ledgered: 4 }],
    ],
    [
      'a file',
      `update evidence set sha256 = '${'c'.repeat(64)}' where removed_seq is null`,
      'evidence',
      [{ column: 'sha256', stored: 'c'.repeat(64), ledgered: 'a'.repeat(64) }],
    ],
    [
      'that a file was removed',
      'update evidence set removed_seq = null where removed_seq is not null',
      'evidence',
      [{ column: 'removedSeq', stored: null, ledgered: expect.any(Number) }],
    ],
    [
      'a role and a unit',
      "update account set role = 'administrator', unit_id = 'ministry' where username = 'zhou'",
      'account',
      [
        { column: 'role', stored: 'administrator', ledgered: 'recorder' },
        { column: 'unitId', stored: 'ministry', ledgered: 'communications-320000' },
      ],
    ],
    [
      'other units',
      "update account set other_units = '[]' where username = 'wu'",
      'account',
      [{ column: 'otherUnits', stored: '[]', ledgered: '["ministry"]' }],
    ],
    [
      'that somebody is locked out',
      "update account set disabled_at = '2020-04-01T00:00:00.000Z' where username = 'liang'",
      'account',
      [{ column: 'disabledAt', stored: '2020-04-01T00:00:00.000Z', ledgered: null }],
    ],
    [
      'that a password must be changed',
      "update account set must_change_password = $false where username = 'wu'",
      'account',
      [{ column: 'mustChangePassword', stored: false, ledgered: true }],
    ],
    [
      'how often an account was changed',
      "update account set version = 9 where username = 'wu'",
      'account',
      [{ column: 'version', stored: 9, ledgered: 3 }],
    ],
    [
      'until when a period was locked',
      "update period_closing set ends_on = '2020-07-01' where period = '2020-07'",
      'closing',
      [{ column: 'endsOn', stored: '2020-07-01', ledgered: '2020-07-31' }],
    ],
    [
      'why a period was opened',
      "update period_closing set reopened_reason = 'x' where ended_seq is not null",
      'closing',
      [{ column: 'reopenedReason', stored: 'x', ledgered: '漏报' }],
    ],
    [
      'an exception',
      "update deadline_exception set until_on = '2020-12-31'",
      'exception',
      [{ column: 'untilOn', stored: '2020-12-31', ledgered: '2020-09-30' }],
    ],
    [
      'a revoked wall',
      'update display_token set revoked_at = null where revoked_at is not null',
      'display',
      [{ column: 'revokedAt', stored: null, ledgered: expect.any(String) }],
    ],
    [
      'a definition',
      `update catalogue_item set body = replace(body, '"kind":"measured"', '"kind":"yes-no"') where id = 'stock'`,
      'catalogue-item',
      [{ column: 'body', stored: expect.any(String), ledgered: expect.any(String) }],
    ],
    [
      'that a definition ended',
      "update catalogue_item set ended_seq = null where id = 'flag'",
      'catalogue-item',
      [{ column: 'endedSeq', stored: null, ledgered: expect.any(Number) }],
    ],
  ])('shows a change of %s with its columns', async (_, statement, kind, columns) => {
    await aroundTheProduct(room.store, statement.replace('$false', engine === 'sqlite' ? '0' : 'false'))
    const found = await verifyStored(room.store)
    expect(found).toEqual([{ kind, id: expect.any(String), seq: expect.any(Number), why: 'differs', columns }])
  })

  it.each([
    ['decision', "delete from decision where subject = 'flow' and part = 'target'"],
    ['confirmation', 'delete from register_confirmation'],
    ['evidence', 'delete from evidence where removed_seq is null'],
    ['account', "delete from account where username = 'liang'"],
    ['closing', "delete from period_closing where period = '2020-07'"],
    ['exception', 'delete from deadline_exception'],
    ['display', 'delete from display_token where revoked_at is null'],
    ['catalogue-item', "delete from catalogue_item where id = 'stock'"],
  ])('shows a %s that was taken away', async (kind, statement) => {
    await aroundTheProduct(room.store, statement)
    expect(await verifyStored(room.store)).toMatchObject([{ kind, seq: expect.any(Number), why: 'gone' }])
  })

  it('shows rows that nobody made', async () => {
    const { store } = room
    const chen = { accountId: ids.zhou, unitId: null, origin: 'test' }
    const extra = { username: 'extra', displayName: 'extra', role: 'recorder', unitId: 'ministry' } as const
    await createAccount(store, chen, { ...extra, passwordHash: 'x', mustChangePassword: false })
    await aroundTheProduct(room.store, "update account set id = 'smuggled' where username = 'extra'")
    await aroundTheProduct(room.store, `update evidence set id = 'smuggled' where id = '${ids.kept}'`)
    expect(await verifyStored(store)).toMatchObject([
      { kind: 'evidence', id: 'smuggled', seq: null, why: 'unheard-of' },
      { kind: 'evidence', id: ids.kept, why: 'gone' },
      { kind: 'account', id: 'smuggled', seq: null, why: 'unheard-of' },
      { kind: 'account', why: 'gone' },
    ])
  })
})
