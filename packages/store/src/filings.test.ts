import { DomainError } from '@xushi/domain'
import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Cast, castOf, catalogue, takeUp } from './cast.fixture.ts'
import {
  approveFiling,
  bringUpToDate,
  catalogueOn,
  correctFiling,
  countedFilings,
  currentFiling,
  draftFiling,
  editFiling,
  eventsOf,
  type FilingContent,
  type FilingRow,
  ledgerHead,
  ledgerPage,
  listFilings,
  loadCatalogue,
  promotionsOf,
  registerMembers,
  returnFiling,
  submitFiling,
  verifyStored,
  withdrawCase,
  withdrawFiling,
} from './index.ts'

const registers = {
  local: { id: 'local-cases', distinctBy: null, round: null },
  leading: { id: 'leading-cases', distinctBy: null, round: null },
  benchmark: { id: 'benchmark', distinctBy: null, round: null },
}
const content = (title: string, key: string | null = title): FilingContent => ({
  region: '320000',
  title,
  uniqueKey: key,
  happenedOn: '2020-05-06',
  validFrom: '2020-06-01',
  validTo: null,
  body: { fields: { enterprise: title }, stages: { publication: '2020-06-01' } },
})
const [flow] = catalogue.indicators
const chosen = {
  ...catalogue,
  indicators: [
    ...catalogue.indicators,
    { ...flow, id: 'benchmark', kind: 'counted', chosenFrom: ['local-cases', 'leading-cases'] },
  ],
} as typeof catalogue

describe.each(engines)('filings on %s', (engine) => {
  let room: StoreRoom
  let cast: Cast

  beforeEach(async () => {
    room = await openRoom(engine)
    await takeUp(room.store)
    await bringUpToDate(room.store, chosen)
    cast = await castOf(room.store)
  })
  afterEach(() => room.close())

  const kindOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.kind : 'refused by the database'),
    )
  const place = (register: string) =>
    ({ kind: 'case', programme: 'notice', subject: register, unitId: 'communications-320000' }) as const
  const draft = (title: string, register = registers.local.id) =>
    draftFiling(room.store, cast.zhou, place(register), content(title))
  const approve = (row: FilingRow) =>
    approveFiling(room.store, cast.chen, row.id, row.version, { reviewsInside: false })
  const submit = (row: FilingRow) => submitFiling(room.store, cast.zhou, row.id, row.version)
  /** Somebody other than who registered it proposes its exit. */
  const leaving = (row: FilingRow, validTo: string | null) =>
    correctFiling(room.store, cast.wu, row.id, row.version, { reason: '停止运营', content: { validTo } })
  const approved = async (title: string, register = registers.local.id) =>
    approve(await submit(await draft(title, register)))
  const chosenOf = async (source: FilingRow) => {
    const where = { ...place('benchmark'), kind: 'promotion', sourceThread: source.thread } as const
    return submit(await draftFiling(room.store, cast.zhou, where, content(source.title, source.thread)))
  }
  const membersOf = async (register: keyof typeof registers, knownSeq: number | null = null) => {
    const members = await room.store.read((reading) => registerMembers(reading, [registers[register]], knownSeq))
    return members.get(registers[register].id)?.map(({ title, validFrom, validTo }) => [title, validFrom, validTo])
  }

  it('count once a second person approved them, and keep what was known before', async () => {
    const row = await submit(await draft('江南机械'))
    expect(await kindOf(approveFiling(room.store, cast.zhou, row.id, row.version, { reviewsInside: false }))).toBe(
      'same-person',
    )
    const before = await room.store.read(({ db, t }) => ledgerHead(db, t))
    expect(await membersOf('local')).toEqual([])
    await approve(row)
    expect(await membersOf('local')).toEqual([['江南机械', '2020-06-01', null]])
    expect(await membersOf('local', before.seq)).toEqual([])
    const events = await room.store.read(({ db, t }) => eventsOf(db, t, 'case', row.id))
    expect(events.map(({ action }) => action)).toEqual(['case-drafted', 'case-submitted', 'case-approved'])
  })

  it('refuse by the database itself a row whose recorder approved it', async () => {
    const row = await submit(await draft('江南机械'))
    const forged = room.store.write(({ db, t }) =>
      db
        .update(t.filing)
        .set({ state: 'approved', approverId: cast.zhou.accountId, approvedSeq: 1 })
        .where(eq(t.filing.id, row.id)),
    )
    await expect(forged).rejects.toThrow()
  })

  it('take one of two people who register the same enterprise at once, and name it to the other', async () => {
    const both = await Promise.allSettled([
      draft('江南机械'),
      draftFiling(room.store, cast.wu, place(registers.local.id), content('江南机械')),
    ])
    const lost = both.find((one) => one.status === 'rejected')
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(lost?.reason).toMatchObject({ kind: 'already-filed', details: { title: '江南机械', state: 'draft' } })
  })

  it('take one of two approvals of the same filing', async () => {
    const row = await submit(await draft('江南机械'))
    const kinds = await Promise.all([kindOf(approve(row)), kindOf(approve(row))])
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1)
  })

  it('are changed as drafts, returned with a reason, corrected in their thread', async () => {
    const first = await draft('江南机械')
    const edited = await editFiling(room.store, first.id, 1, { title: '江南机械集团' })
    const returned = await submit(edited).then((row) =>
      returnFiling(room.store, cast.chen, row.id, row.version, { reason: '缺佐证材料' }),
    )
    expect(returned).toMatchObject({ state: 'returned', returnReason: '缺佐证材料', title: '江南机械集团' })
    const counted = await approve(await submit(returned))
    const correction = await correctFiling(room.store, cast.zhou, counted.id, counted.version, {
      reason: '名称有误',
      content: { title: '江南重工' },
    })
    expect(correction).toMatchObject({ thread: first.thread, supersedesId: counted.id })
    expect(await membersOf('local')).toEqual([['江南机械集团', '2020-06-01', null]])
    await approve(await submit(correction))
    expect(await membersOf('local')).toEqual([['江南重工', '2020-06-01', null]])
    expect(await room.store.read((reading) => currentFiling(reading, 'case', first.thread))).toMatchObject({
      id: correction.id,
    })
  })

  it('free their key when they are withdrawn', async () => {
    const counted = await approved('江南机械')
    expect(await kindOf(draft('江南机械'))).toBe('already-filed')
    await withdrawFiling(room.store, cast.chen, counted.id, counted.version, '重复登记')
    expect(await kindOf(draft('江南机械'))).toBe('done')
  })

  it('come in pages, newest change first', async () => {
    for (const title of ['甲', '乙', '丙']) await draft(title)
    const page = (cursor: string | null) =>
      room.store.read((reading) => listFilings(reading, { kinds: ['case'] }, { cursor, limit: 2 }))
    const first = await page(null)
    const second = await page(first.next)
    expect([first.total, first.rows.length, second.rows.length, second.next]).toEqual([3, 2, 1, null])
    expect(new Set([...first.rows, ...second.rows].map(({ title }) => title)).size).toBe(3)
  })

  describe('a promotion', () => {
    it('is chosen out of an approved case of its sources, and of nothing else', async () => {
      const waiting = await submit(await draft('江南机械'))
      expect(await kindOf(chosenOf(waiting))).toBe('refused by the database')
      const elsewhere = await approved('别处', 'pilot-projects')
      expect(await kindOf(chosenOf(elsewhere))).toBe('refused by the database')
      const source = await approved('江南重工', registers.leading.id)
      await approve(await chosenOf(source))
      expect(await membersOf('benchmark')).toEqual([['江南重工', '2020-06-01', null]])
    })

    it('stays with the case it was filed for, whatever is written past the product', async () => {
      const source = await approved('江南机械')
      const other = await approved('江南重工')
      const waiting = await draft('江南轻工')
      const chosenOne = await approve(await chosenOf(source))
      const candidate = await chosenOf(other)
      const forge = (row: FilingRow, columns: Partial<FilingRow>) =>
        room.store.write(({ db, t }) => db.update(t.filing).set(columns).where(eq(t.filing.id, row.id)))
      for (const [row, columns] of [
        [chosenOne, { sourceThread: 'nowhere' }],
        [candidate, { sourceThread: 'nowhere' }],
        [chosenOne, { sourceThread: waiting.thread }],
        // One that could be chosen as well: whoever chooses it files and approves a choice of its own.
        [chosenOne, { sourceThread: other.thread }],
        [chosenOne, { subject: registers.local.id }],
        [chosenOne, { thread: 'another' }],
        [chosenOne, { kind: 'case', sourceThread: null }],
        [other, { kind: 'promotion', sourceThread: 'nowhere' }],
        [waiting, { kind: 'promotion', sourceThread: source.thread }],
        [source, { thread: 'another' }],
        [source, { subject: registers.leading.id }],
        [source, { state: 'draft' }],
      ] as const) {
        await expect(forge(row, columns)).rejects.toThrow()
      }
      const all = room.store.write(({ db, t }) =>
        db.update(t.filing).set({ sourceThread: 'nowhere' }).where(eq(t.filing.kind, 'promotion')),
      )
      await expect(all).rejects.toThrow()
      const gone = room.store.write(({ db, t }) => db.delete(t.filing).where(eq(t.filing.id, source.id)))
      await expect(gone).rejects.toThrow()
      expect(await membersOf('benchmark')).toEqual([['江南机械', '2020-06-01', null]])
      expect(await verifyStored(room.store)).toEqual([])
    })

    it('counts from no day on which its source does not, and the database holds both to it', async () => {
      const source = await approved('江南机械')
      const dated = (validFrom: string) =>
        draftFiling(
          room.store,
          cast.zhou,
          { ...place('benchmark'), kind: 'promotion', sourceThread: source.thread },
          { ...content(source.title, source.thread), validFrom },
        )
      const early = await submit(await dated('2020-05-31'))
      expect(await kindOf(approve(early))).toBe('refused by the database')
      const back = await returnFiling(room.store, cast.chen, early.id, early.version, { reason: '早于来源' })
      const chosen = await approve(
        await submit(await editFiling(room.store, back.id, back.version, { validFrom: '2020-06-15' })),
      )
      expect(await membersOf('benchmark')).toEqual([['江南机械', '2020-06-15', null]])
      const forged = room.store.write(({ db, t }) =>
        db.update(t.filing).set({ validFrom: '2020-05-01' }).where(eq(t.filing.id, chosen.id)),
      )
      await expect(forged).rejects.toThrow()

      const corrected = async (row: FilingRow, validFrom: string | null) =>
        approve(
          await submit(
            await correctFiling(room.store, cast.zhou, row.id, row.version, {
              reason: '公示推迟',
              content: { validFrom },
            }),
          ),
        )
      const later = await corrected(source, '2020-07-01')
      expect(await membersOf('benchmark')).toEqual([['江南机械', '2020-07-01', null]])
      await corrected(later, null)
      expect(await membersOf('benchmark')).toEqual([['江南机械', null, null]])
    })

    it('is made once', async () => {
      const source = await approved('江南机械')
      await chosenOf(source)
      expect(await kindOf(chosenOf(source))).toBe('already-filed')
    })

    it('leaves with its source, while what was said of earlier days stays', async () => {
      const source = await approved('江南机械')
      await approve(await chosenOf(source))
      const { seq } = await room.store.read(({ db, t }) => ledgerHead(db, t))
      const exit = await submit(await leaving(source, '2020-11-10'))
      expect(await membersOf('benchmark')).toEqual([['江南机械', '2020-06-01', null]])
      expect(await kindOf(approveFiling(room.store, cast.wu, exit.id, exit.version, { reviewsInside: false }))).toBe(
        'same-person',
      )
      const { seq: before } = await room.store.read(({ db, t }) => ledgerHead(db, t))
      const gone = await approve(exit)
      expect(gone).toMatchObject({ validTo: '2020-11-10', recorderId: cast.wu.accountId })
      expect(await membersOf('local')).toEqual([['江南机械', '2020-06-01', '2020-11-10']])
      expect(await membersOf('benchmark')).toEqual([['江南机械', '2020-06-01', '2020-11-10']])
      expect(await membersOf('benchmark', seq)).toEqual([['江南机械', '2020-06-01', null]])
      const [ended] = await room.store.read((reading) => promotionsOf(reading, source.thread))
      expect(ended).toMatchObject({
        validTo: '2020-11-10',
        recorderId: cast.wu.accountId,
        approverId: cast.chen.accountId,
        correctionReason: '停止运营',
      })
      // Nobody is named for what another did.
      const events = await room.store.read(({ db, t }) => ledgerPage(db, t, { before: null, limit: 10 }))
      expect(events.flatMap(({ seq, action, actor }) => (seq > before ? [[action, actor]] : []))).toEqual([
        ['promotion-approved', cast.chen.accountId],
        ['case-approved', cast.chen.accountId],
      ])
      expect(await verifyStored(room.store)).toEqual([])
    })

    it('goes on ending with its source when that day was mistaken, and goes where it would begin later', async () => {
      const source = await approved('江南机械')
      await approve(await chosenOf(source))
      const gone = await approve(await submit(await leaving(source, '2020-11-10')))
      const mended = await approve(await submit(await leaving(gone, '2020-12-10')))
      expect(await membersOf('benchmark')).toEqual([['江南机械', '2020-06-01', '2020-12-10']])
      const stays = await approve(await submit(await leaving(mended, null)))
      expect(await membersOf('benchmark')).toEqual([['江南机械', '2020-06-01', null]])
      const [promotion] = await room.store.read((reading) => promotionsOf(reading, source.thread))
      const later = { reason: '公示推迟', content: { validFrom: '2020-12-18' } }
      const moved = await correctFiling(room.store, cast.zhou, promotion?.id ?? '', promotion?.version ?? 0, later)
      const exit = await submit(await leaving(stays, '2020-12-18'))
      expect(await kindOf(approve(exit))).toBe('cell-taken')
      await approve(await submit(moved))
      await approve(exit)
      expect(await membersOf('benchmark')).toEqual([])
      expect(await verifyStored(room.store)).toEqual([])
    })

    it('goes before a case that never counted goes, and the database holds the case until then', async () => {
      const source = await approved('江南机械')
      await approve(await chosenOf(source))
      expect(await kindOf(withdrawFiling(room.store, cast.chen, source.id, source.version, '误报'))).toBe(
        'refused by the database',
      )
      const mistaken = ({ id, version }: FilingRow) =>
        withdrawCase(room.store, cast.chen, id, { version, reason: '误报' })
      expect(await kindOf(mistaken(source))).toBe('wrong-state')
      const unpublished = { reason: '未公示', content: { validFrom: null } }
      const correction = await correctFiling(room.store, cast.zhou, source.id, source.version, unpublished)
      const corrected = await approve(await submit(correction))
      const again = { reason: '名称有误', content: { title: '江南重工' } }
      const open = await correctFiling(room.store, cast.zhou, corrected.id, corrected.version, again)
      const waiting = await submit(open)
      expect(await kindOf(mistaken(corrected))).toBe('cell-taken')
      await returnFiling(room.store, cast.chen, waiting.id, waiting.version, { reason: '整条撤回' })
      await mistaken(corrected)
      const events = await room.store.read(({ db, t }) => eventsOf(db, t, 'case', open.id))
      expect(events.at(-1)).toMatchObject({ action: 'case-deleted', actor: cast.chen.accountId })
      expect(await membersOf('benchmark')).toEqual([])
      expect(await room.store.read((reading) => promotionsOf(reading, source.thread))).toEqual([])
    })
  })

  it('of a decision take effect when a second person approves, and no catalogue overwrites them', async () => {
    const opening = { openedOn: '2020-04-01', balance: 3, balanceSource: '摸底' }
    const decision = {
      region: '000000',
      title: '台账启用',
      uniqueKey: null,
      happenedOn: '2020-04-01',
      validFrom: null,
      validTo: null,
      body: { part: 'opening', value: opening, reason: '台账启用', documentNumber: null, effectiveOn: '2020-04-01' },
    }
    const where = { kind: 'decision', programme: 'notice', subject: 'benchmark', unitId: 'department' } as const
    const row = await submit(await draftFiling(room.store, cast.zhou, where, decision))
    const openingOn = async (on: string) => {
      const stored = await room.store.read((reading) => loadCatalogue(reading, null))
      return catalogueOn(stored, on).indicators.find(({ id }) => id === 'benchmark')
    }
    expect(await openingOn('2020-12-31')).toMatchObject({ opening: null, sourceOfRecord: 'regions' })
    await approve(row)
    const { drift } = await bringUpToDate(room.store, chosen)
    expect(drift).toEqual([])
    expect(await openingOn('2020-03-31')).toMatchObject({ opening: null, sourceOfRecord: 'regions' })
    expect(await openingOn('2020-04-01')).toMatchObject({ opening, sourceOfRecord: 'register' })
    const rows = await room.store.read((reading) => countedFilings(reading, { kinds: ['decision'] }, null))
    expect(rows).toHaveLength(1)
  })
})
