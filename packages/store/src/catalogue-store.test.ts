import type { Catalogue } from '@xushi/domain'
import { canonicalJson } from '@xushi/domain'
import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { castOf, catalogue, cell } from './cast.fixture.ts'
import {
  approveEntry,
  bringUpToDate,
  catalogueOn,
  draftEntry,
  getEntry,
  ledgerHead,
  loadCatalogue,
  regionalTotals,
  submitEntry,
} from './index.ts'

const text = (word: string) => ({ zh: word, en: word })

/** The catalogue with another target for `flow`, with or without the decision that changed it. */
const raised = (value: number, from: number | null): Catalogue => ({
  ...catalogue,
  indicators: catalogue.indicators.map((indicator) =>
    indicator.id === 'flow' && indicator.target !== null
      ? { ...indicator, target: { ...indicator.target, comparator: { is: 'at-least', value } } }
      : indicator,
  ),
  changes:
    from === null
      ? []
      : [
          {
            programme: 'notice',
            kind: 'target',
            subject: 'flow',
            decidedBy: text('部'),
            reason: text('调整'),
            documentNumber: '2号',
            effectiveOn: '2020-07-01',
            was: { comparator: { is: 'at-least', value: from }, basis: 'level', perRegion: false, assumed: false },
          },
        ],
})

describe.each(engines)('bringing a store up to date on %s', (engine) => {
  let room: StoreRoom
  beforeEach(async () => {
    room = await openRoom(engine)
    await bringUpToDate(room.store, catalogue)
  })
  afterEach(() => room.close())

  const head = async () => (await room.store.read(({ db, t }) => ledgerHead(db, t))).seq
  const targetOn = async (on: string, knownSeq: number | null = null) => {
    const stored = await room.store.read((reading) => loadCatalogue(reading, knownSeq))
    return catalogueOn(stored, on).indicators.find(({ id }) => id === 'flow')?.target?.comparator.value
  }

  it('changes nothing the second time and leaves no event', async () => {
    const before = await head()
    expect(await bringUpToDate(room.store, catalogue)).toEqual({
      added: 0,
      changed: 0,
      ended: 0,
      decided: 0,
      drift: [],
    })
    expect(await head()).toBe(before)
  })

  it('gives back what it was given', async () => {
    const stored = await room.store.read((reading) => loadCatalogue(reading, null))
    expect(catalogueOn(stored, '2020-10-29').indicators).toEqual(catalogue.indicators)
  })

  it('follows the order of the data, which is no event', async () => {
    const before = await head()
    const reversed = { ...catalogue, indicators: catalogue.indicators.toReversed() }
    expect(await bringUpToDate(room.store, reversed)).toMatchObject({ added: 0, changed: 0, ended: 0, decided: 0 })
    const stored = await room.store.read((reading) => loadCatalogue(reading, null))
    expect(stored.definitions.indicators.map(({ id }) => id)).toEqual(['flag', 'stock', 'flow'])
    expect(await head()).toBe(before)
  })

  it('changes a target by its decision, from its effective date, and knows the old one', async () => {
    const before = await head()
    expect(await bringUpToDate(room.store, raised(120, 100))).toMatchObject({ decided: 1, drift: [] })
    expect(await targetOn('2020-06-30')).toBe(100)
    expect(await targetOn('2020-07-01')).toBe(120)
    expect(await targetOn('2020-07-01', before)).toBe(100)
  })

  it('leaves a target without a decision as it is and says so', async () => {
    const { drift, decided } = await bringUpToDate(room.store, raised(120, null))
    expect(decided).toBe(0)
    expect(drift).toMatchObject([{ subject: 'flow', part: 'target' }])
    expect(await targetOn('2020-12-31')).toBe(100)
  })

  it('never overwrites what was decided on the page', async () => {
    await room.store.write(({ db, t }) =>
      db
        .update(t.decision)
        .set({ origin: 'page', body: canonicalJson({ comparator: { is: 'at-least', value: 90 } }) })
        .where(eq(t.decision.subject, 'flow')),
    )
    const { drift } = await bringUpToDate(room.store, raised(120, 100))
    expect(drift.some(({ subject, part }) => subject === 'flow' && part === 'target')).toBe(true)
    expect(await targetOn('2020-12-31')).toBe(90)
  })

  it('adds up anew what a changed definition adds up otherwise', async () => {
    const { zhou, chen } = await castOf(room.store)
    const approve = async (region: string, month: string, value: number) => {
      const draft = await draftEntry(room.store, zhou, cell('flow', region, month), { value, note: '' })
      const sent = await submitEntry(room.store, zhou, draft.id, draft.version)
      await approveEntry(room.store, chen, sent.id, sent.version, { reviewsInside: false })
    }
    const byStock: Catalogue = {
      ...catalogue,
      indicators: catalogue.indicators.map((indicator) =>
        indicator.id === 'flow' ? { ...indicator, aggregation: { time: 'last', regions: 'sum' } } : indicator,
      ),
    }
    const totals = async (knownSeq: number | null) =>
      (await room.store.read((reading) => regionalTotals(reading, byStock.indicators, knownSeq))).get('flow')

    await approve('320000', '04', 5)
    await approve('110000', '05', 7)
    expect(await bringUpToDate(room.store, byStock)).toMatchObject({ changed: 1 })
    expect((await totals(null))?.map(({ total, carried }) => [total, carried])).toEqual([
      [5, 0],
      [12, 1],
    ])
    expect(await totals(null)).toEqual(await totals(await head()))
    // What is recorded from now on adds up in the new way too.
    await approve('320000', '06', 1)
    expect(await totals(null)).toEqual(await totals(await head()))
  })

  const without = (gone: string): Catalogue => ({
    ...catalogue,
    indicators: catalogue.indicators.filter(({ id }) => id !== gone),
  })

  it('ends a definition that is gone, and knows what it was', async () => {
    const before = await head()
    expect(await bringUpToDate(room.store, without('flow'))).toMatchObject({ ended: 1, drift: [] })
    expect(await targetOn('2020-12-31')).toBeUndefined()
    expect(await targetOn('2020-12-31', before)).toBe(100)
    expect(await bringUpToDate(room.store, catalogue)).toMatchObject({ added: 1 })
    expect(await targetOn('2020-12-31')).toBe(100)
  })

  it('keeps a definition that entries speak of, says so each time, and leaves no event', async () => {
    const { zhou } = await castOf(room.store)
    const { id } = await draftEntry(room.store, zhou, cell('flow', '320000', '04'), { value: 5, note: '' })
    const before = await head()
    for (const _ of ['first', 'second']) {
      const { ended, drift } = await bringUpToDate(room.store, without('flow'))
      expect(ended).toBe(0)
      expect(drift).toMatchObject([{ subject: 'flow', part: 'indicator', inForce: { id: 'flow' }, inData: null }])
    }
    expect(await head()).toBe(before)
    expect(await targetOn('2020-12-31')).toBe(100)
    expect(await room.store.read((reading) => getEntry(reading, id))).toMatchObject({ value: 5 })
  })
})
