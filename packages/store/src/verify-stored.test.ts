import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aroundTheProduct as change } from './around-the-product.fixture.ts'
import { castOf, cell, takeUp } from './cast.fixture.ts'
import {
  approveEntry,
  approveFiling,
  correctEntry,
  draftEntry,
  draftFiling,
  editEntry,
  returnEntry,
  submitEntry,
  submitFiling,
  verifyStored,
  withdrawEntry,
} from './index.ts'

const freely = { reviewsInside: false }

describe.each(engines)('what is stored, held against the ledger on %s', (engine) => {
  let room: StoreRoom
  let ids: Readonly<
    Record<'approved' | 'superseded' | 'corrected' | 'withdrawn' | 'returned' | 'draft' | 'case', string>
  >

  beforeEach(async () => {
    room = await openRoom(engine)
    const { store } = room
    await takeUp(store)
    const { zhou, chen } = await castOf(store)
    const counted = async (period: string) => {
      const draft = await draftEntry(store, zhou, cell('flow', '320000', period), { value: 5, note: '' })
      const submitted = await submitEntry(store, zhou, draft.id, draft.version)
      return approveEntry(store, chen, draft.id, submitted.version, freely)
    }
    const approved = await counted('04')
    const superseded = await counted('05')
    const correction = await correctEntry(store, zhou, superseded.id, superseded.version, {
      content: { value: 6 },
      reason: '漏报',
    })
    const mended = await submitEntry(store, zhou, correction.id, correction.version)
    await approveEntry(store, chen, correction.id, mended.version, freely)
    const ended = await counted('06')
    await withdrawEntry(store, chen, ended.id, ended.version, '重复')
    const back = await draftEntry(store, zhou, cell('flow', '320000', '07'), { value: 1, note: '' })
    const sent = await submitEntry(store, zhou, back.id, back.version)
    const returned = await returnEntry(store, chen, back.id, sent.version, { reason: '核对' })
    await editEntry(store, back.id, returned.version, { content: { value: 2 }, note: '改' })
    const draft = await draftEntry(store, zhou, cell('flow', '320000', '08'), { value: 3, note: '' })
    await editEntry(store, draft.id, draft.version, { content: { value: 4 } })
    const place = { kind: 'case', programme: 'notice', subject: 'thousand', unitId: 'communications-320000' } as const
    const content = { title: '厂', uniqueKey: null, happenedOn: null, validFrom: '2020-04-01', validTo: null }
    const filed = await draftFiling(store, zhou, place, { ...content, region: '320000', body: { a: 1 } })
    const handedIn = await submitFiling(store, zhou, filed.id, filed.version)
    await approveFiling(store, chen, filed.id, handedIn.version, freely)
    ids = {
      approved: approved.id,
      superseded: superseded.id,
      corrected: correction.id,
      withdrawn: ended.id,
      returned: back.id,
      draft: draft.id,
      case: filed.id,
    }
  })
  afterEach(() => room.close())

  it('agrees, whatever was typed into a draft or a returned one', async () => {
    expect(await verifyStored(room.store)).toEqual([])
  })

  it.each([
    ['approved', 'a value', "update progress_entry set value = 500 where id = '$'", ['value']],
    ['approved', 'a note', "update progress_entry set note = 'x' where id = '$'", ['note']],
    [
      'approved',
      'an approver',
      "update progress_entry set approver_id = null, state = 'submitted', approved_seq = null, decided_at = null where id = '$'",
      ['state', 'approver', 'approvedSeq'],
    ],
    [
      'approved',
      'when it began to count',
      "update progress_entry set approved_seq = 1 where id = '$'",
      ['approvedSeq'],
    ],
    [
      'approved',
      'that it still counts',
      "update progress_entry set state = 'withdrawn', ended_seq = 2 + approved_seq where id = '$'",
      ['state', 'endedSeq'],
    ],
    ['superseded', 'that it counts again', "update progress_entry set ended_seq = 1000 where id = '$'", ['endedSeq']],
    ['withdrawn', 'when it ended', "update progress_entry set ended_seq = 1000 where id = '$'", ['endedSeq']],
    [
      'returned',
      'whose it is',
      "update progress_entry set recorder_id = (select id from account where username = 'wu') where id = '$'",
      ['recorder'],
    ],
    [
      'draft',
      'its state',
      "update progress_entry set state = 'submitted' where id = '$'",
      ['value', 'state', 'version'],
    ],
    ['case', 'from when it is in force', "update filing set valid_from = '2020-01-01' where id = '$'", ['validFrom']],
    ['case', 'what it says', "update filing set body = '{\"a\":2}' where id = '$'", ['body']],
  ] as const)('of one %s: shows a change of %s', async (which, _, statement, fields) => {
    await change(room.store, statement.replace('$', ids[which]))
    const found = await verifyStored(room.store)
    expect(found).toMatchObject([{ id: ids[which], why: 'differs', seq: expect.any(Number) }])
    const columns = found[0]?.columns ?? []
    expect(columns.map(({ column }) => column).toSorted()).toEqual(fields.toSorted())
    for (const { stored, ledgered } of columns) expect(stored).not.toEqual(ledgered)
  })

  it('shows one that was taken away', async () => {
    await change(room.store, `delete from progress_entry where id = '${ids.draft}'`)
    await change(room.store, `delete from filing where id = '${ids.case}'`)
    expect(await verifyStored(room.store)).toMatchObject([
      { kind: 'progress-entry', id: ids.draft, why: 'gone' },
      { kind: 'case', id: ids.case, why: 'gone' },
    ])
  })

  it('shows one that nobody recorded', async () => {
    await change(room.store, `update progress_entry set id = 'smuggled' where id = '${ids.draft}'`)
    expect(await verifyStored(room.store)).toMatchObject([
      { id: 'smuggled', seq: null, why: 'unheard-of' },
      { id: ids.draft, why: 'gone' },
    ])
  })
})
