import { readFile } from 'node:fs/promises'
import type { RunningProduct } from '@xushi/testkit'
import type { BenchRow } from './bench-row.ts'

/** Resident memory of the server process in MB, read from the system; null where /proc is not there. */
export async function memoryJob(product: RunningProduct, when: 'idle' | 'after load'): Promise<BenchRow | null> {
  const status = await readFile(`/proc/${product.pid}/status`, 'utf8').catch(() => null)
  const kilobytes = status === null ? undefined : /VmRSS:\s+(\d+) kB/.exec(status)?.[1]
  if (kilobytes === undefined) return null
  const megabytes = Number(kilobytes) / 1024
  const allowed = when === 'idle' ? 150 : 250
  return {
    job: `memory ${when}`,
    ours: `${Math.round(megabytes)} MB`,
    against: `allowed ${allowed} MB`,
    ratio: megabytes / allowed,
    reach: 'at most 1',
  }
}
