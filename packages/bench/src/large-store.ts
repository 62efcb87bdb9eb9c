import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'

const months = 375
const rebuild = resolve(import.meta.dirname, '../../../apps/api/src/rebuild-command.ts')

/**
 * Fills a stopped store with entries of many prefectures and years: every prefecture x 375 months up to 2020-12 for each of some
 * indicators, those that regions report first. Each is a copy of an approved entry in a cell of its own, put there by one statement, for
 * recording five million by hand takes hours. The read models are made again by the product's own command.
 *
 * @returns how many entries were added
 */
export function fillStore(home: string, indicators: number): number {
  const db = new Database(join(home, 'xushi.sqlite'))
  try {
    db.pragma('journal_mode = wal')
    db.pragma('synchronous = off')
    const { changes } = db.prepare(entries).run({ indicators, months })
    db.pragma('wal_checkpoint(truncate)')
    db.exec('analyze')
    return changes
  } finally {
    db.close()
  }
}

/** `npm run rebuild`. */
export function rebuildReadModels(home: string): void {
  const settings = { ...process.env, XUSHI_HOME: home, DATABASE_URL: '' }
  const { DATABASE_URL: _, ...env } = settings
  const { status, stderr } = spawnSync(process.execPath, [rebuild], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the read models were not made again: ${stderr}`)
}

const entries = `
  with recursive
  month (n, day) as (
    select 0, date('1989-10-01') union all select n + 1, date(day, '+1 month') from month where n + 1 < @months
  ),
  place as (
    select id as region from catalogue_item
    where kind = 'region' and ended_seq is null and json_extract(body, '$.level') = 'prefecture'
    order by id
  ),
  indicator as (
    select id from catalogue_item
    where kind = 'indicator' and ended_seq is null
    order by json_extract(body, '$.typed.region') is null, id limit @indicators
  ),
  pattern as (
    select * from progress_entry where state = 'approved' and value is not null and region <> '000000' order by id limit 1
  )
  insert into progress_entry (
    id, programme, indicator_id, region, unit_id, period, starts_on, ends_on, value, note, state, version, recorder_id,
    approver_id, created_at, updated_at, submitted_at, decided_at, approved_seq, demo, first_submitted_at, findings
  )
  select
    i.id || ' ' || r.region || ' ' || m.n, p.programme, i.id, r.region, p.unit_id, strftime('%Y-%m', m.day), m.day,
    date(m.day, '+1 month', '-1 day'), 1000 + (m.n * 7 + r.region) % 500, '', 'approved', p.version, p.recorder_id,
    p.approver_id, p.created_at, p.updated_at, p.submitted_at, p.decided_at, p.approved_seq, 1, p.first_submitted_at, '[]'
  from indicator i cross join month m cross join place r cross join pattern p
  where true
  on conflict do nothing`
