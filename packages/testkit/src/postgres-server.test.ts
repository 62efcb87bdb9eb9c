import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { startPostgres } from './postgres-server.ts'

describe('startPostgres', () => {
  it('runs PostgreSQL 18 with the settings asked for, and is gone after stop', async () => {
    const server = await startPostgres({ max_connections: '7' })
    const sql = postgres(server.url('postgres'), { max: 1, connect_timeout: 2 })
    const [row] =
      await sql`select current_setting('server_version') as version, current_setting('max_connections') as most`
    await sql.end()
    await server.stop()

    expect(row).toMatchObject({ version: expect.stringMatching(/^18\./), most: '7' })
    const late = postgres(server.url('postgres'), { max: 1, connect_timeout: 2, backoff: false })
    await expect(late`select 1`).rejects.toThrow('ECONNREFUSED')
    await late.end()
  })
})

describe('freshDatabase', () => {
  let first: FreshDatabase
  let second: FreshDatabase
  beforeAll(async () => {
    ;[first, second] = await Promise.all([freshDatabase(), freshDatabase()])
  })
  afterAll(async () => {
    await Promise.all([first.drop(), second.drop()])
  })

  it('keeps each caller by itself and Chinese text whole', async () => {
    const one = postgres(first.url, { max: 1 })
    const two = postgres(second.url, { max: 1 })
    await one`create table region (name text)`
    await one`insert into region values ('新疆生产建设兵团')`
    const names = await one`select name, char_length(name) as letters from region`
    const tables = await two`select count(*)::int as number from pg_tables where tablename = 'region'`
    await Promise.all([one.end(), two.end()])

    expect([...names]).toEqual([{ name: '新疆生产建设兵团', letters: 8 }])
    expect([...tables]).toEqual([{ number: 0 }])
  })
})
