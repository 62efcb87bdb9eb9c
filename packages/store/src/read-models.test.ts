import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { asc } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, catalogue, cell, takeUp } from './cast.fixture.ts'
import {
  approveEntry,
  correctEntry,
  draftEntry,
  entriesInCell,
  ledgerHead,
  rebuildReadModels,
  regionalTotals,
  submitEntry,
  withdrawEntry,
} from './index.ts'

type Step = {
  readonly indicator: string
  readonly region: string
  readonly month: string
  readonly value: number | null
  readonly move: string
}

const step: fc.Arbitrary<Step> = fc.record({
  indicator: fc.constantFrom('flow', 'stock', 'flag'),
  region: fc.constantFrom('110000', '320000', '000000'),
  month: fc.constantFrom('03', '04', '05', '06', '07', '08'),
  value: fc.option(fc.constantFrom(0, 1, 7, 2_000_000_000), { freq: 6 }),
  move: fc.constantFrom('approve', 'approve', 'correct', 'withdraw'),
})

describe.each(engines)('the read models on %s', (engine) => {
  let room: StoreRoom
  let cast: Cast

  beforeAll(async () => {
    room = await openRoom(engine)
    await takeUp(room.store)
    cast = await castOf(room.store)
  })
  afterAll(() => room.close())

  const play = async ({ indicator, region, month, value, move }: Step) => {
    const where = cell(indicator, region, month)
    const content =
      value === null ? ({ absence: 'withheld' } as const) : { value: indicator === 'flag' ? value % 2 : value }
    const [standing] = await room.store.read((reading) => entriesInCell(reading, where))
    const { store } = room
    if (standing === undefined) {
      const draft = await draftEntry(store, cast.zhou, where, { ...content, note: '' })
      const sent = await submitEntry(store, cast.zhou, draft.id, draft.version)
      await approveEntry(store, cast.chen, sent.id, sent.version, { reviewsInside: false })
    } else if (move === 'withdraw') {
      await withdrawEntry(store, cast.chen, standing.id, standing.version, '误报')
    } else {
      const draft = await correctEntry(store, cast.zhou, standing.id, standing.version, { reason: '改', content })
      const sent = await submitEntry(store, cast.zhou, draft.id, draft.version)
      await approveEntry(store, cast.chen, sent.id, sent.version, { reviewsInside: false })
    }
  }
  const kept = () =>
    room.store.read(async ({ db, t }) => ({
      standing: await db.select().from(t.standing).orderBy(asc(t.standing.indicatorId), asc(t.standing.region)),
      totals: await db.select().from(t.periodTotal).orderBy(asc(t.periodTotal.indicatorId), asc(t.periodTotal.period)),
    }))

  it('stay equal to a rebuild and to the entries as known now, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const one of steps) await play(one)
        const before = await kept()
        const { seq } = await room.store.read(({ db, t }) => ledgerHead(db, t))
        const now = await room.store.read((reading) => regionalTotals(reading, catalogue.indicators, null))
        const known = await room.store.read((reading) => regionalTotals(reading, catalogue.indicators, seq))
        expect(now).toEqual(known)
        await rebuildReadModels(room.store)
        expect(await kept()).toEqual(before)
      }),
      { numRuns: 12, seed: 20_200_320 },
    )
  })
})
