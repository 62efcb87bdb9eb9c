import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, cell } from './cast.fixture.ts'
import { countExportRows, draftEntry, exportPages } from './index.ts'

const count = 1300

describe.each(engines)('export pages on %s', (engine) => {
  let room: StoreRoom
  let cast: Cast

  beforeAll(async () => {
    room = await openRoom(engine)
    cast = await castOf(room.store)
    const rows = Array.from({ length: count }, (_, n) => {
      const { region, ...rest } = cell('flow', String(100_000 + n), '04')
      return {
        ...rest,
        id: `entry-${n}`,
        region,
        value: n,
        absence: null,
        note: '',
        findings: '[]',
        state: 'submitted',
        version: 2,
        recorderId: cast.zhou.accountId,
        createdAt: 'x',
        updatedAt: 'x',
        demo: false,
      }
    })
    await room.store.write(async ({ db, t }) => {
      for (let start = 0; start < count; start += 100)
        await db.insert(t.progressEntry).values(rows.slice(start, start + 100))
    })
    await draftEntry(room.store, cast.zhou, cell('flow', '999999', '04'), { value: 1, note: 'a draft' })
  })
  afterAll(() => room.close())

  it('hold every row once, with names, and no draft, while others go on writing', async () => {
    const seen: string[] = []
    let pages = 0
    for await (const page of exportPages(room.store, {}, 200)) {
      pages += 1
      await draftEntry(room.store, cast.zhou, cell('flow', String(900_000 + pages), '05'), { value: 1, note: '' })
      for (const { entry, recorder, approver } of page) {
        seen.push(entry.id)
        expect([recorder, approver]).toEqual(['zhou', null])
      }
    }
    expect(pages).toBe(Math.ceil(count / 200))
    expect(new Set(seen).size).toBe(count)
    expect(seen).toHaveLength(count)
    expect(await countExportRows(room.store, {})).toBe(count)
  })

  it('keep to their filter', async () => {
    expect(await countExportRows(room.store, { region: '100007' })).toBe(1)
    expect(await countExportRows(room.store, { unitIds: [] })).toBe(0)
    expect(await countExportRows(room.store, { from: '2020-05-01' })).toBe(0)
  })
})
