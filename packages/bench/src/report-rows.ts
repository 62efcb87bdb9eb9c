import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as soon } from 'node:timers/promises'
import { asLaunched, startProduct } from '@xushi/testkit'
import type { BenchRow } from './bench-row.ts'

const most = { seconds: 3, megabytes: 300 } as const
const asked = { programme: 'miit-2020-8', kind: 'monthly', on: '2020-10-31' }

type Measured = { readonly seconds: number; readonly megabytes: number; readonly bytes: number }

/** The national monthly report of the demonstration, each format after one run to warm up, in a process of its own that is launched as the server is. */
export async function reportRows(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-bench-report-'))
  const product = await startProduct({ XUSHI_DEMO: '1' })
  try {
    const file = join(folder, 'report.json')
    writeFileSync(file, await madeBy(product.address, await product.cookieOf('recorder')))
    return (['docx', 'pdf', 'xlsx'] as const).flatMap((format) => rowsOf(format, measured(file, format)))
  } finally {
    await product.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

function rowsOf(format: string, { seconds, megabytes, bytes }: Measured): readonly BenchRow[] {
  const job = `national monthly report as ${format.toUpperCase()} (${Math.round(bytes / 1024)} kB)`
  return [
    {
      job: `${job}, time`,
      ours: `${seconds.toFixed(2)} s`,
      against: `goal ${most.seconds} s`,
      ratio: seconds / most.seconds,
      reach: 'at most 1',
    },
    {
      job: `${job}, memory`,
      ours: `${Math.round(megabytes)} MB at the peak`,
      against: `goal ${most.megabytes} MB`,
      ratio: megabytes / most.megabytes,
      reach: 'at most 1',
    },
  ]
}

function measured(file: string, format: string): Measured {
  const program = join(import.meta.dirname, 'report-format-process.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [...asLaunched, program, file, format], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** The JSON file of a report that the product makes. */
async function madeBy(address: string, cookie: string): Promise<string> {
  const headers = { cookie, origin: address, 'content-type': 'application/json' }
  const answer = await fetch(`${address}/api/reports`, { method: 'POST', headers, body: JSON.stringify(asked) })
  if (answer.status !== 201) throw new Error(await answer.text())
  const { id } = await answer.json()
  for (;;) {
    const { making } = await (await fetch(`${address}/api/reports/${id}`, { headers: { cookie } })).json()
    if (making.state === 'ready') break
    if (making.failure !== null) throw new Error(making.failure)
    await soon(200)
  }
  return (await fetch(`${address}/api/reports/${id}/file?format=json`, { headers: { cookie } })).text()
}
