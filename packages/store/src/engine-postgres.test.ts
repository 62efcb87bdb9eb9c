import { inspect } from 'node:util'
import { type FreshDatabase, freshDatabase } from '@xushi/testkit'
import { asc } from 'drizzle-orm'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from './cast.fixture.ts'
import { bringUpToDate, openStore, type Store, StoreProblem } from './index.ts'
import { migrationsOf } from './migrations.ts'

let database: FreshDatabase
let stores: Store[] = []

beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
  await database.drop()
})

const open = async (databaseUrl = database.url): Promise<Store> => {
  const store = await openStore({ databaseUrl, home: '', clock: () => '2020-03-20T01:00:00.000Z' })
  stores = [...stores, store]
  return store
}
const refusal = (databaseUrl?: string) =>
  open(databaseUrl).then(
    () => 'opened',
    (error: unknown) => (error instanceof StoreProblem ? error.kind : error),
  )
const administer = async (statement: string) => {
  const connection = postgres(database.url, { max: 1, onnotice: () => undefined })
  try {
    return await connection.unsafe(statement)
  } finally {
    await connection.end()
  }
}
const elsewhere = (change: (url: URL) => void) => {
  const url = new URL(database.url)
  change(url)
  return url.href
}
const event = {
  actor: { accountId: 'operator', unitId: null, origin: 'system' },
  action: 'decided',
  subjectKind: 'decision',
  subjectId: '1',
  movesFigures: false,
} as const

describe('a PostgreSQL database', () => {
  it('that does not answer or does not exist is called unreachable', async () => {
    expect(await refusal(elsewhere((url) => Object.assign(url, { port: '1' })))).toBe('store-unreachable')
    expect(await refusal(elsewhere((url) => Object.assign(url, { pathname: '/nothing' })))).toBe('store-unreachable')
  })

  it.each([
    { case: 'of a newer version', change: "insert into schema_migration values ('9999-later', 'x', '')", is: 'newer' },
    { case: 'whose migrations read differently', change: "update schema_migration set checksum = ''", is: 'changed' },
  ])('$case is left alone', async ({ change, is }) => {
    await open()
    await administer(change)
    const before = await administer('select * from schema_migration')
    expect(await refusal()).toMatch(is)
    expect(await administer('select * from schema_migration')).toEqual(before)
  })

  it('in which nothing may be made is called read-only', async () => {
    await administer(`alter database ${new URL(database.url).pathname.slice(1)} set default_transaction_read_only = on`)
    expect(await refusal()).toBe('store-read-only')
  })
})

describe('a server that speaks a language', () => {
  it('does not change the order of texts', async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_zh`
    await administer(`create database ${name} template template0 locale_provider icu icu_locale 'zh-Hans-CN'`)
    try {
      const store = await open(elsewhere((url) => Object.assign(url, { pathname: `/${name}` })))
      const ids = ['10', '9', 'A', 'B', '_', 'a', 'b']
      const empty = { at: '', origin: '', username: '', what: '' }
      await store.write(({ db, t }) => db.insert(t.securityLog).values(ids.map((id) => ({ id, ...empty }))))
      const rows = await store.read(({ db, t }) => db.select().from(t.securityLog).orderBy(asc(t.securityLog.id)))
      expect(rows.map(({ id }) => id)).toEqual(ids)
    } finally {
      for (const store of stores.splice(0)) await store.close()
      await administer(`drop database ${name}`)
    }
  })
})

describe('several instances', () => {
  it('migrate an empty database once', async () => {
    await Promise.all([open(), open(), open()])
    expect(await administer('select count(*)::int as n from schema_migration')).toEqual([
      { n: migrationsOf('postgres').length },
    ])
  })

  it('take up the catalogue once', async () => {
    const [one, other] = await Promise.all([open(), open()])
    const updates = await Promise.all([bringUpToDate(one, catalogue), bringUpToDate(other, catalogue)])
    expect(updates.map(({ added }) => added > 0).toSorted()).toEqual([false, true])
  })

  it('hear of each other, again after the line broke', async () => {
    const [one, other] = await Promise.all([open(), open()])
    let heard = 0
    other.onWritten(() => {
      heard += 1
    })
    const hearsAgain = async () => {
      const before = heard
      for (let tries = 0; heard === before && tries < 200; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 10))
      return heard > before
    }
    await one.write(({ event: append }) => append(event))
    expect(heard > 0 || (await hearsAgain())).toBe(true)
    await administer(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    expect(await hearsAgain()).toBe(true)
  })
})

describe('a failed query', () => {
  it('does not repeat the values it was given', async () => {
    const store = await open()
    const account = {
      id: 'a',
      username: 'li',
      displayName: '',
      role: 'recorder',
      unitId: 'u',
      otherUnits: '[]',
      passwordChangedAt: '',
      createdAt: '',
      version: 1,
    }
    const flags = { mustChangePassword: false, demo: false, disabledAt: null }
    const insert = (username: string) =>
      store.write(async ({ db, t }) => {
        await db.insert(t.account).values({ ...account, ...flags, username, passwordHash: 'a-secret-hash' })
      })
    for (const username of ['LI', 'li', 'li']) {
      const error = await insert(username).catch((fault: unknown) => fault)
      if (username === 'LI') expect(String(error)).toContain('account_username_check')
      expect(inspect(error, { depth: 9 })).not.toContain('a-secret-hash')
    }
  })
})
