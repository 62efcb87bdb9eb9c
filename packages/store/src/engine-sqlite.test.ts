import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from './engine-sqlite.ts'
import { databaseFile, openStore, type Store, StoreProblem } from './index.ts'
import { sqliteKit } from './kit.ts'
import { tables } from './schema.ts'

let home: string
let store: Store | undefined

const open = async (): Promise<Store> => {
  store = await openStore({ databaseUrl: null, home, clock: () => '2020-03-20T01:00:00.000Z' })
  return store
}
const close = async () => {
  await store?.close()
  store = undefined
}
/** Why the store cannot be opened, with the promise that the file is byte for byte what it was. */
const refusal = async () => {
  const before = await readFile(databaseFile(home))
  const kind = await open().then(
    () => 'opened',
    (error: unknown) => (error instanceof StoreProblem ? error.kind : error),
  )
  expect(await readFile(databaseFile(home))).toEqual(before)
  return kind
}

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'xushi-engine-'))
})
afterEach(async () => {
  await close()
  if (home.startsWith(tmpdir())) await rm(home, { recursive: true, force: true })
})

const event = (n: number) =>
  ({
    actor: { accountId: 'operator', unitId: null, origin: 'system' },
    action: 'decided',
    subjectKind: 'decision',
    subjectId: String(n),
    movesFigures: false,
  }) as const

const seqOf = (opened: Store) =>
  opened.read(async ({ db, t }) => (await db.select().from(t.ledgerHead))[0]?.seq ?? Number.NaN)

describe('a database file', () => {
  it('that is no database is called corrupt and left alone', async () => {
    await writeFile(databaseFile(home), 'not a database at all, but long enough to have a header of its own'.repeat(40))
    expect(await refusal()).toBe('store-corrupt')
  })

  it('with a torn page is called corrupt and left alone', async () => {
    await open()
    await close()
    const bytes = await readFile(databaseFile(home))
    bytes.fill(0xa5, 4096, 12_288)
    await writeFile(databaseFile(home), bytes)
    expect(await refusal()).toBe('store-corrupt')
  })

  it('of a newer version is left alone', async () => {
    await open()
    await close()
    const raw = new Database(databaseFile(home))
    raw.prepare("insert into schema_migration values ('9999-later', 'x', '2030-01-01')").run()
    raw.pragma('wal_checkpoint(truncate)')
    raw.close()
    expect(await refusal()).toBe('store-newer')
  })

  it('whose migrations read differently now is left alone', async () => {
    await open()
    await close()
    const raw = new Database(databaseFile(home))
    raw.prepare("update schema_migration set checksum = 'other'").run()
    raw.pragma('wal_checkpoint(truncate)')
    raw.close()
    expect(await refusal()).toBe('migration-changed')
  })

  it('that another program holds is called locked', async () => {
    await open()
    await close()
    const holder = spawn(process.execPath, ['-e', holding], {
      cwd: import.meta.dirname,
      env: { ...process.env, HELD: databaseFile(home) },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    try {
      await once(holder.stdout, 'data')
      expect(await refusal()).toBe('store-locked')
    } finally {
      holder.stdin.end()
      await once(holder, 'exit')
    }
  })

  it('that cannot be written is called read-only and left alone', async () => {
    await open()
    await close()
    await chmod(databaseFile(home), 0o400)
    await chmod(home, 0o500)
    const restore = await actAsNobody(home)
    try {
      expect(await refusal()).toBe('store-read-only')
    } finally {
      restore()
      await chmod(home, 0o700)
    }
  })

  it('in a place where nothing can be made is called read-only', async () => {
    const real = home
    home = '/proc/self'
    const kind = await open().then(
      () => 'opened',
      (error: unknown) => (error instanceof StoreProblem ? error.kind : error),
    )
    home = real
    expect(kind).toBe('store-read-only')
  })
})

/** Another program: holds the file until its standard input ends. */
const holding = `
  const raw = require('better-sqlite3')(process.env.HELD)
  raw.exec('begin immediate')
  process.stdout.write('held')
  process.stdin.resume().on('end', () => process.exit(0))`

/** Root may write anywhere: as root, acts as somebody else to whom the folder belongs until restored. */
async function actAsNobody(folder: string): Promise<() => void> {
  if (process.getuid?.() !== 0) return () => undefined
  const nobody = 65_534
  for (const name of await readdir(folder)) await chown(path.join(folder, name), nobody, nobody)
  await chown(folder, nobody, nobody)
  process.seteuid?.(nobody)
  return () => process.seteuid?.(0)
}

describe('every connection', () => {
  const settings = async (reads: Store['read'] | Store['write']) =>
    reads(async ({ db }) => {
      const { $client } = db as unknown as { readonly $client: Database.Database }
      return ['journal_mode', 'synchronous', 'foreign_keys'].map((name) => $client.pragma(name, { simple: true }))
    })

  it('keeps a log and waits for the disk', async () => {
    const opened = await open()
    expect(await settings(opened.write)).toEqual(['wal', 2, 1])
    const readers = await Promise.all(Array.from({ length: 3 }, () => settings(opened.read)))
    for (const reader of readers) expect(reader).toEqual(['wal', 2, 1])
  })
})

describe('the log', () => {
  it('stays bounded while one reader always follows another', async () => {
    const file = databaseFile(home)
    const logBytes = 400_000
    const engine = openSqlite(file, () => '2020-03-20T01:00:00.000Z', { logBytes })
    const t = tables(sqliteKit)
    let over = false
    const reader = async (offset: number) => {
      await new Promise((resolve) => setTimeout(resolve, offset))
      while (!over) {
        await engine.read(async (db) => {
          await db.select().from(t.ledgerHead)
          await new Promise((resolve) => setTimeout(resolve, 6))
        })
      }
    }
    const reading = [reader(0), reader(3)]
    let longest = 0
    for (let n = 0; n < 400; n += 1) {
      await engine.write((db) => db.insert(t.securityLog).values(note(n)))
      longest = Math.max(longest, (await stat(`${file}-wal`)).size)
    }
    over = true
    await Promise.all(reading)
    expect(longest).toBeGreaterThan(logBytes)
    expect(longest).toBeLessThan(4 * logBytes)
    expect(await engine.read((db) => db.select().from(t.securityLog))).toHaveLength(400)
    await engine.close()
  })
})

const note = (n: number) => ({ id: `n${n}`, at: '', origin: 'x'.repeat(6000), username: '', what: '' })

describe('writing', () => {
  it('is on disk when it is acknowledged', async () => {
    const opened = await open()
    await opened.write(({ event: append }) => append(event(1)))
    // What a crash leaves: the files as they are, without a close.
    const copy = path.join(home, 'copy.sqlite')
    await copyFile(databaseFile(home), copy)
    await copyFile(`${databaseFile(home)}-wal`, `${copy}-wal`)
    const raw = new Database(copy)
    expect(raw.prepare('select count(*) as n from ledger_event').get()).toEqual({ n: 1 })
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal')
    raw.close()
  })

  it('keeps the neighbours of a unit that fails', async () => {
    const opened = await open()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        opened.write(async ({ event: append }) => {
          await append(event(n))
          if (n % 5 === 0) throw new Error('this one fails')
        }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4)
    expect(await seqOf(opened)).toBe(16)
  })

  it('never mixes two units, however often they wait', async () => {
    const opened = await open()
    const unit = () =>
      opened.write(async ({ db, t }) => {
        const [before] = await db.select().from(t.ledgerHead)
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
        await db.update(t.ledgerHead).set({ seq: (before?.seq ?? 0) + 1 })
      })
    await Promise.all(Array.from({ length: 40 }, unit))
    expect(await seqOf(opened)).toBe(40)
  })

  it('reads one snapshot while others write', async () => {
    const opened = await open()
    await opened.read(async ({ db, t }) => {
      const first = await db.select().from(t.ledgerHead)
      await new Promise<void>((resolve, reject) => {
        opened.write(({ event: append }) => append(event(1))).then(() => resolve(), reject)
      })
      expect(await db.select().from(t.ledgerHead)).toEqual(first)
    })
    expect(await seqOf(opened)).toBe(1)
  })

  it('rejects everybody of a batch when the disk is full, and goes on afterwards', async () => {
    const opened = await open()
    const raw = new Database(databaseFile(home))
    const pages = Number(raw.pragma('page_count', { simple: true }))
    raw.close()
    const limit = (most: number) =>
      opened.write(async ({ db }) => {
        const handle = db as unknown as { readonly $client: Database.Database }
        handle.$client.pragma(`max_page_count = ${most}`)
      })
    await limit(pages + 2)
    const big = 'x'.repeat(40_000)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) => opened.write(({ event: append }) => append({ ...event(n), after: { big } }))),
    )
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.every((reason) => reason instanceof StoreProblem && reason.kind === 'store-full')).toBe(true)
    const kept = outcomes.length - refused.length
    expect(await seqOf(opened)).toBe(kept)
    await limit(1_000_000)
    await opened.write(({ event: append }) => append(event(99)))
    expect(await seqOf(opened)).toBe(kept + 1)
  })
})
