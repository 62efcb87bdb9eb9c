import { DomainError } from '@xushi/domain'
import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Cast, castOf, catalogue, cell, takeUp } from './cast.fixture.ts'
import {
  approveEntry,
  correctEntry,
  countedEntries,
  deleteEntry,
  draftEntry,
  type EntryRow,
  editEntry,
  eventsOf,
  getEntry,
  ledgerHead,
  listEntries,
  nationalEntries,
  regionalTotals,
  returnEntry,
  submitEntry,
  withdrawEntry,
} from './index.ts'

describe.each(engines)('progress entries on %s', (engine) => {
  let room: StoreRoom
  let cast: Cast

  beforeEach(async () => {
    room = await openRoom(engine)
    await takeUp(room.store)
    cast = await castOf(room.store)
  })
  afterEach(() => room.close())

  const draft = (value = 5, month = '04', indicator = 'flow', region = '320000') =>
    draftEntry(room.store, cast.zhou, cell(indicator, region, month), { value, note: '' })
  const submitted = async (value = 5, month = '04', indicator = 'flow', region = '320000') => {
    const { id, version } = await draft(value, month, indicator, region)
    return submitEntry(room.store, cast.zhou, id, version)
  }
  const approve = (entry: EntryRow) =>
    approveEntry(room.store, cast.chen, entry.id, entry.version, { reviewsInside: false })
  const approved = async (value = 5, month = '04', indicator = 'flow', region = '320000') =>
    approve(await submitted(value, month, indicator, region))
  const kindOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.kind : error),
    )
  const totalOf = async (knownSeq: number | null = null) => {
    const totals = await room.store.read((reading) => regionalTotals(reading, catalogue.indicators, knownSeq))
    return totals.get('flow')?.map(({ period, total, reported }) => [period, total, reported])
  }

  it('take one of two recorders for a cell and tell the other', async () => {
    const both = await Promise.all([
      kindOf(draft()),
      kindOf(draftEntry(room.store, cast.wu, cell('flow', '320000', '04'), { value: 6, note: '' })),
    ])
    expect(both.toSorted()).toEqual(['cell-taken', 'done'])
    const { rows } = await room.store.read((reading) => listEntries(reading, {}, { cursor: null, limit: 10 }))
    expect(rows).toHaveLength(1)
  })

  it('are approved once, however many try at the same time', async () => {
    const entry = await submitted()
    const tries = await Promise.all(Array.from({ length: 50 }, () => kindOf(approve(entry))))
    expect(tries.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(tries.every((outcome) => ['done', 'version-conflict', 'wrong-state'].includes(String(outcome)))).toBe(true)
    const events = await room.store.read(({ db, t }) => eventsOf(db, t, 'progress-entry', entry.id))
    expect(events.map(({ action }) => action)).toEqual(['entry-drafted', 'entry-submitted', 'entry-approved'])
  })

  it('are never approved by the one who recorded them', async () => {
    const entry = await submitted()
    const own = approveEntry(room.store, cast.zhou, entry.id, entry.version, { reviewsInside: false })
    expect(await kindOf(own)).toBe('same-person')
    const behindTheBack = room.store.write(({ db, t }) =>
      db.update(t.progressEntry).set({ approverId: cast.zhou.accountId }).where(eq(t.progressEntry.id, entry.id)),
    )
    await expect(behindTheBack).rejects.toThrow()
    expect((await room.store.read((reading) => getEntry(reading, entry.id))).approverId).toBeNull()
  })

  it('leave no gap between an open and an approved entry for a second draft of the cell', async () => {
    const entry = await submitted()
    let begun: () => void = () => undefined
    const approving = new Promise<void>((resolve) => {
      begun = resolve
    })
    const approval = room.store.write(async ({ db, t }) => {
      const approvedColumns = { state: 'approved', approverId: cast.chen.accountId, approvedSeq: 1 } as const
      await db.update(t.progressEntry).set(approvedColumns).where(eq(t.progressEntry.id, entry.id))
      begun()
      // Long enough for the draft to look at the cell and to wait for this unit.
      await new Promise((resolve) => setTimeout(resolve, 150))
    })
    await approving
    const second = kindOf(draftEntry(room.store, cast.wu, cell('flow', '320000', '04'), { value: 6, note: '' }))
    await approval
    expect(await second).toBe('cell-taken')
  })

  it('need three people where the unit reviews inside', async () => {
    const entry = await submitted()
    const reviewed = await approveEntry(room.store, cast.liang, entry.id, entry.version, { reviewsInside: true })
    expect(reviewed.state).toBe('unit-reviewed')
    const twice = approveEntry(room.store, cast.liang, entry.id, reviewed.version, { reviewsInside: true })
    expect(await kindOf(twice)).toBe('same-person')
    expect(await totalOf()).toEqual([])
    await approve(reviewed)
    expect(await totalOf()).toEqual([['2020-04', 5, 1]])
  })

  it('cannot be approved when returned, and can after they were mended', async () => {
    const entry = await submitted(50)
    const back = await returnEntry(room.store, cast.chen, entry.id, entry.version, { reason: '多填一位' })
    expect(back).toMatchObject({ state: 'returned', returnReason: '多填一位' })
    expect(await kindOf(approve(back))).toBe('wrong-state')
    const mended = await editEntry(room.store, back.id, back.version, { content: { value: 5 } })
    const again = await submitEntry(room.store, cast.zhou, mended.id, mended.version)
    expect(await approve(again)).toMatchObject({ state: 'approved', value: 5 })
  })

  it('refuse a version that is not the newest, and lose nothing', async () => {
    const entry = await draft()
    const newer = await editEntry(room.store, entry.id, entry.version, { content: { value: 7 } })
    expect(await kindOf(editEntry(room.store, entry.id, entry.version, { content: { value: 8 } }))).toBe(
      'version-conflict',
    )
    expect(await kindOf(deleteEntry(room.store, cast.zhou, entry.id, entry.version))).toBe('version-conflict')
    expect((await room.store.read((reading) => getEntry(reading, entry.id))).value).toBe(7)
    expect(await kindOf(deleteEntry(room.store, cast.zhou, entry.id, newer.version))).toBe('done')
    expect(await kindOf(draft())).toBe('done')
  })

  it('count the old value until its correction is approved, and keep both in the history', async () => {
    const first = await approved(5)
    const before = (await room.store.read(({ db, t }) => ledgerHead(db, t))).seq
    const fix = await correctEntry(room.store, cast.zhou, first.id, first.version, {
      reason: '重复',
      content: { value: 3 },
    })
    expect(await totalOf()).toEqual([['2020-04', 5, 1]])
    expect(await kindOf(correctEntry(room.store, cast.zhou, first.id, first.version, { reason: '又' }))).toBe(
      'cell-taken',
    )
    await approve(await submitEntry(room.store, cast.zhou, fix.id, fix.version))
    expect(await totalOf()).toEqual([['2020-04', 3, 1]])
    expect(await totalOf(before)).toEqual([['2020-04', 5, 1]])
    expect((await room.store.read((reading) => getEntry(reading, first.id))).state).toBe('superseded')
    const then = await room.store.read((reading) => countedEntries(reading, { indicatorId: 'flow', knownSeq: before }))
    expect(then.map(({ value }) => value)).toEqual([5])
  })

  it('refuse another period over the same time, which would count twice', async () => {
    await approved(5, '04')
    const quarter = { ...cell('flow', '320000', '04'), period: '2020-Q2', endsOn: '2020-06-30' }
    const record = () => kindOf(draftEntry(room.store, cast.zhou, quarter, { value: 9, note: '' }))
    expect(await record()).toBe('period-overlaps')
    const next = { ...quarter, period: '2020-Q3', startsOn: '2020-07-01', endsOn: '2020-09-30' }
    expect(await kindOf(draftEntry(room.store, cast.zhou, next, { value: 9, note: '' }))).toBe('done')
  })

  it('stop counting when withdrawn with a reason, and free their cell', async () => {
    const entry = await approved(5)
    expect(await kindOf(withdrawEntry(room.store, cast.chen, entry.id, entry.version, null))).toBe('reason-required')
    await withdrawEntry(room.store, cast.chen, entry.id, entry.version, '误报')
    expect(await totalOf()).toEqual([])
    expect(await kindOf(approved(6))).toBe('done')
    expect(await totalOf()).toEqual([['2020-04', 6, 1]])
  })

  it('are not withdrawn while a correction of them is open', async () => {
    const entry = await approved(5)
    const fix = await correctEntry(room.store, cast.zhou, entry.id, entry.version, {
      reason: '改',
      content: { value: 4 },
    })
    expect(await kindOf(withdrawEntry(room.store, cast.chen, entry.id, entry.version, '误报'))).toBe('cell-taken')
    await deleteEntry(room.store, cast.zhou, fix.id, fix.version)
    expect(await kindOf(withdrawEntry(room.store, cast.chen, entry.id, entry.version, '误报'))).toBe('done')
  })

  it('stand in the ledger as they stand in the store, also after a return', async () => {
    const entry = await submitted(50)
    const back = await returnEntry(room.store, cast.chen, entry.id, entry.version, { reason: '多填一位' })
    const again = await submitEntry(room.store, cast.zhou, back.id, back.version)
    const row = await approve(again)
    const [last] = (await room.store.read(({ db, t }) => eventsOf(db, t, 'progress-entry', entry.id))).slice(-1)
    const { version, state, value, returnReason } = row
    expect(JSON.parse(last?.after ?? '{}')).toMatchObject({
      version,
      state,
      value,
      returnReason,
      approver: row.approverId,
    })
  })

  it('go back to the drafts when their recorder takes them back', async () => {
    const entry = await submitted()
    expect(await withdrawEntry(room.store, cast.zhou, entry.id, entry.version, null)).toMatchObject({ state: 'draft' })
  })

  it.each([0, 2_000_000_000, 690_000_000_000, Number.MAX_SAFE_INTEGER])('keep %d to the last digit', async (value) => {
    await approved(value)
    expect(await totalOf()).toEqual([['2020-04', value, 1]])
  })

  it('keep zero, withheld and unreported apart', async () => {
    await approved(0, '04')
    const held = await draftEntry(room.store, cast.zhou, cell('flow', '320000', '06'), {
      absence: 'withheld',
      note: '',
    })
    await approve(await submitEntry(room.store, cast.zhou, held.id, held.version))
    expect(await totalOf()).toEqual([
      ['2020-04', 0, 1],
      ['2020-05', null, 0],
      ['2020-06', null, 1],
    ])
  })

  it('keep SQL and HTML in a note as they were typed', async () => {
    const note = `'); drop table progress_entry; -- "><svg onload=x>\u0000`.replace('\u0000', '')
    const { id } = await draftEntry(room.store, cast.zhou, cell('flow', '320000', '04'), { value: 1, note })
    expect((await room.store.read((reading) => getEntry(reading, id))).note).toBe(note)
  })

  it('are listed in pages without a loss or a double', async () => {
    for (const month of ['04', '05', '06', '07', '08']) await draft(1, month)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await room.store.read((reading) => listEntries(reading, {}, { cursor, limit: 2 }))
      seen.push(...page.rows.map(({ id }) => id))
      expect(page.total).toBe(5)
      cursor = page.next
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(5)
    const nobody = await room.store.read((reading) => listEntries(reading, { unitIds: [] }, { cursor: null, limit: 9 }))
    expect(nobody.rows).toEqual([])
  })

  it('of the nation stay out of the regions', async () => {
    await approved(99, '04', 'flow', '000000')
    expect(await totalOf()).toEqual([])
    const national = await room.store.read((reading) => nationalEntries(reading, ['flow'], null))
    expect(national.map(({ value }) => value)).toEqual([99])
  })
})
