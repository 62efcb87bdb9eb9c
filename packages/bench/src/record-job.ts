import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningProduct } from '@xushi/testkit'
import Database from 'better-sqlite3'
import type { BenchRow } from './bench-row.ts'

const clients = 64
const rounds = 8

/**
 * Recording one entry (a draft and its ledger event, durable, validated) by 64 clients at once, against one fsynced insert at a
 * time through better-sqlite3 in this process. Each round records the drafts of 64 cells and deletes them again, untimed.
 */
export async function recordJob(product: RunningProduct): Promise<BenchRow> {
  const headers = {
    cookie: await product.cookieOf('recorder'),
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
  }
  const cells = await emptyCells(product, headers.cookie)
  let spent = 0
  let recorded = 0
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    const drafts = await Promise.all(
      cells.map(async ({ indicator, ...body }) => {
        const response = await fetch(`${product.address}/api/indicators/${indicator}/progress-entries`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
        })
        if (response.status !== 201) throw new Error(`recording answered ${response.status}: ${await response.text()}`)
        return (await response.json()) as { id: string }
      }),
    )
    spent += performance.now() - began
    recorded += drafts.length
    for (const { id } of drafts) {
      await fetch(`${product.address}/api/progress-entries/${id}`, {
        method: 'DELETE',
        headers: { ...headers, 'content-type': '' },
      })
    }
  }
  const ours = (recorded / spent) * 1000
  const theirs = await insertsPerSecond()
  return {
    job: `record one entry, durable, ${cells.length} cells by up to ${clients} clients`,
    ours: `${Math.round(ours)}/s`,
    against: `one fsynced insert at a time in process: ${Math.round(theirs)}/s`,
    ratio: ours / theirs,
    reach: 'at least 0.7',
  }
}

type Cell = {
  readonly indicator: string
  readonly region: string
  readonly period: string
  readonly unit: string
  readonly value: number
}

/** Cells of the nation without an entry, as many as there are clients. */
export async function emptyCells(product: RunningProduct, cookie: string): Promise<readonly Cell[]> {
  const response = await fetch(`${product.address}/api/recording-desk`, { headers: { cookie } })
  if (!response.ok) throw new Error(`the recording desk answered ${response.status}`)
  const desk = (await response.json()) as {
    assignments: { indicator: string; region: string; unit: { id: string }; yesNo: boolean }[]
  }
  const years = Array.from(
    { length: clients },
    (_, index) => `${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  )
  return desk.assignments
    .filter((assignment) => !assignment.yesNo)
    .flatMap(({ indicator, region, unit }) =>
      years.map((period) => ({ indicator, region, period, unit: unit.id, value: 1 })),
    )
    .slice(0, clients)
}

/** Fsynced inserts a second, one at a time in this process. */
export async function insertsPerSecond(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'xushi-inserts-'))
  const db = new Database(join(folder, 'inserts.sqlite'))
  try {
    db.pragma('journal_mode = wal')
    db.pragma('synchronous = full')
    db.exec('create table entry (id integer primary key, value integer not null, note text not null)')
    const insert = db.prepare('insert into entry (value, note) values (?, ?)')
    const began = performance.now()
    for (let n = 0; n < 4000; n += 1) insert.run(n, 'a note of ordinary length')
    return 4000 / ((performance.now() - began) / 1000)
  } finally {
    db.close()
    await rm(folder, { recursive: true, force: true })
  }
}
