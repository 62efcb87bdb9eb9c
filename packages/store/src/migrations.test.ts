import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freshDatabase } from '@xushi/testkit'
import Database from 'better-sqlite3'
import postgres from 'postgres'
import { afterEach, describe, expect, it } from 'vitest'
import { databaseFile, openStore, type Store, StoreProblem } from './index.ts'
import { migrationsOf, migrationTable } from './migrations.ts'

/** A database as an operator has it before the product is started on it. */
type Bare = {
  readonly run: (sql: string) => Promise<unknown>
  readonly open: () => Promise<Store>
  readonly remove: () => Promise<void>
}
const clock = () => '2020-03-20T01:00:00.000Z'

async function sqlite(): Promise<Bare> {
  const home = await mkdtemp(path.join(tmpdir(), 'xushi-steps-'))
  const raw = new Database(databaseFile(home))
  return {
    run: async (sql) => (/^select/.test(sql) ? raw.prepare(sql).all() : raw.exec(sql)),
    open: () => openStore({ databaseUrl: null, home, clock }),
    remove: async () => {
      raw.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function server(): Promise<Bare> {
  const database = await freshDatabase()
  const connection = postgres(database.url, { max: 1, onnotice: () => undefined })
  return {
    run: async (sql) => [...(await connection.unsafe(sql))],
    open: () => openStore({ databaseUrl: database.url, home: '', clock }),
    remove: async () => {
      await connection.end()
      await database.drop()
    },
  }
}

const code = '91320000MA00000018'

describe.each([
  { engine: 'sqlite', bare: sqlite },
  { engine: 'postgres', bare: server },
] as const)('a store from before stays lay apart, on $engine', ({ engine, bare }) => {
  let database: Bare
  let store: Store | undefined
  afterEach(async () => {
    await store?.close()
    store = undefined
    await database.remove()
  })

  /** The schema as it was before that step, with two who record and approve. */
  const before = async () => {
    database = await bare()
    await database.run(migrationTable)
    for (const { id, sql, checksum } of migrationsOf(engine).filter((step) => step.id < '0023')) {
      await database.run(sql)
      await database.run(`insert into schema_migration values ('${id}', '${checksum}', '')`)
    }
    for (const name of ['li', 'wang'])
      await database.run(`insert into account (id, username, display_name, role, unit_id, password_hash, must_change_password, demo, created_at, version)
        values ('${name}', '${name}', '', 'recorder', 'u', '', false, false, '', 1)`)
  }
  const filed = (id: string, title: string, more: { code?: string; of?: string; state?: string } = {}) => {
    const { code: key = code, of, state = 'approved' } = more
    const decided = state === 'draft' ? 'null, null, null' : `'wang', 1, ${state === 'superseded' ? 2 : 'null'}`
    return database.run(`insert into filing (id, kind, programme, subject, thread, region, unit_id, title, unique_key, valid_from, body,
        state, version, recorder_id, approver_id, approved_seq, ended_seq, supersedes_id, correction_reason, created_at, updated_at, demo)
      values ('${id}', 'case', 'p', 'local-enterprise-cases', '${of ?? id}', '320000', 'u', '${title}', '${key}', '2020-06-01', '{}',
        '${state}', 1, 'li', ${decided}, ${of === undefined ? 'null, null' : `'${of}', 'a typing error'`}, '', '', false)`)
  }
  /** One whose code was corrected to that of another, which was allowed then. */
  const correctedTo = async (key: string) => {
    await filed('b', '乙厂', { code: 'mistyped', state: 'superseded' })
    await filed('b2', '乙厂', { code: key, of: 'b' })
  }
  const opened = () =>
    database.open().then(
      (of) => {
        store = of
        return 'opened'
      },
      (error: unknown) => (error instanceof StoreProblem ? { kind: error.kind, where: error.where } : error),
    )

  it.each(['approved', 'draft'])(
    'names register, code and things where two share a code, one of them %s',
    async (state) => {
      await before()
      await filed('a', '甲厂', { state })
      await correctedTo(code)
      const steps = await database.run('select * from schema_migration order by id')
      expect(await opened()).toEqual({
        kind: 'key-held-twice',
        where: expect.stringMatching(
          new RegExp(`; local-enterprise-cases ${code}: ("甲厂" / "乙厂"|"乙厂" / "甲厂")$`),
        ),
      })
      expect(await database.run('select * from schema_migration order by id')).toEqual(steps)

      // What the sentence asks for lets the next start through.
      await database.run("update filing set valid_to = '2020-10-29' where id = 'b2'")
      expect(await opened()).toBe('opened')
    },
  )

  it('is brought up to date where each has a code of its own', async () => {
    await before()
    await filed('a', '甲厂')
    await correctedTo('91320000MA00000026')
    expect(await opened()).toBe('opened')
  })
})
