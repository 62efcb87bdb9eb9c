import { DomainError } from '@xushi/domain'
import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Cast, castOf, takeUp } from './cast.fixture.ts'
import {
  approveFiling,
  correctFiling,
  draftFiling,
  editFiling,
  type FilingContent,
  type FilingRow,
  submitFiling,
  verifyStored,
} from './index.ts'

const key = '91320000MA0000001X'
const content = (title: string, validFrom: string | null, more: Partial<FilingContent> = {}): FilingContent => ({
  region: '320000',
  title,
  uniqueKey: key,
  happenedOn: '2020-05-06',
  validFrom,
  validTo: null,
  body: { fields: {}, stages: {} },
  ...more,
})
const place = { kind: 'case', programme: 'notice', subject: 'local-cases', unitId: 'communications-320000' } as const

describe.each(engines)('what is known by one key, on %s', (engine) => {
  let room: StoreRoom
  let cast: Cast

  beforeEach(async () => {
    room = await openRoom(engine)
    await takeUp(room.store)
    cast = await castOf(room.store)
  })
  afterEach(() => room.close())

  const kindOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.kind : 'refused by the database'),
    )
  const draft = (title: string, from: string | null, more: Partial<FilingContent> = {}) =>
    draftFiling(room.store, cast.zhou, place, content(title, from, more))
  const submit = (row: FilingRow) => submitFiling(room.store, cast.zhou, row.id, row.version)
  const approve = (row: FilingRow) =>
    approveFiling(room.store, cast.chen, row.id, row.version, { reviewsInside: false })
  const counted = async (title: string, from: string | null, more: Partial<FilingContent> = {}) =>
    approve(await submit(await draft(title, from, more)))
  const corrected = (row: FilingRow, change: Partial<FilingContent>) =>
    correctFiling(room.store, cast.wu, row.id, row.version, { reason: '核对', content: change })
  const left = async (title: string) =>
    approve(await submit(await corrected(await counted(title, '2020-06-01'), { validTo: '2020-11-10' })))

  it('is registered anew once it left, from a later day, and never twice on one day', async () => {
    await counted('旧厂', '2020-06-01', { uniqueKey: 'other' })
    const first = await left('旧厂')
    expect(await kindOf(draft('新厂', '2020-11-09'))).toBe('still-in-force')
    expect(await kindOf(draft('新厂', '2020-11-10'))).toBe('still-in-force')
    const again = await draft('新厂', null)
    expect(again.thread).not.toBe(first.thread)
    // One that has not left holds the key, though it counts nowhere yet.
    expect(await kindOf(draft('又一家', null))).toBe('already-filed')
    expect(await kindOf(editFiling(room.store, again.id, again.version, { validFrom: '2020-10-01' }))).toBe(
      'still-in-force',
    )
    const approved = await approve(await submit(await editFiling(room.store, again.id, 1, { validFrom: '2020-11-11' })))
    expect(approved).toMatchObject({ state: 'approved', validFrom: '2020-11-11' })
    expect(await kindOf(draft('又一家', '2021-01-01'))).toBe('already-filed')
    expect(await verifyStored(room.store)).toEqual([])
  })

  it('takes one of two who register it anew at once, and names that one to the other', async () => {
    await left('旧厂')
    const both = await Promise.allSettled([draft('甲', null), draft('乙', null)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = both.find((one) => one.status === 'rejected')
    expect(lost?.reason).toMatchObject({ kind: 'already-filed', details: { title: expect.stringMatching(/甲|乙/) } })
  })

  it('refuses to correct its exit away while it is there anew, also where both are decided at once', async () => {
    const first = await left('旧厂')
    const stays = await submit(await corrected(first, { validTo: '2020-12-31' }))
    const again = await submit(await draft('新厂', '2020-11-20'))
    const kinds = await Promise.all([kindOf(approve(stays)), kindOf(approve(again))])
    expect(kinds.toSorted()).toEqual(['done', 'still-in-force'])
  })

  it('names what is there anew to whoever corrects the exit away', async () => {
    const first = await left('旧厂')
    await counted('新厂', '2020-11-20')
    const refused = corrected(first, { validTo: null })
    await expect(refused).rejects.toMatchObject({
      kind: 'still-in-force',
      details: { title: '新厂', from: '2020-11-20', to: '…' },
    })
    expect(await kindOf(corrected(first, { validTo: '2020-11-19' }))).toBe('done')
  })

  it('has a place for an earlier stay that is recorded later', async () => {
    await counted('今厂', '2020-06-01')
    const before = { validTo: '2020-03-31' }
    expect(await counted('旧厂', '2019-06-01', before)).toMatchObject({ state: 'approved', validTo: '2020-03-31' })
    expect(await kindOf(draft('又一家', '2020-03-31', { validTo: '2020-04-30' }))).toBe('still-in-force')
  })

  it('is held apart by the database itself', async () => {
    const first = await left('旧厂')
    const again = await counted('新厂', '2020-11-20')
    for (const [id, columns] of [
      [first.id, { validTo: null }],
      [first.id, { validTo: '2020-11-20' }],
      [again.id, { validFrom: '2020-11-01' }],
    ] as const) {
      const forged = room.store.write(({ db, t }) => db.update(t.filing).set(columns).where(eq(t.filing.id, id)))
      await expect(forged).rejects.toThrow()
    }
  })
})
