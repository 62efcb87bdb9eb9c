import type { RunningProduct } from '@xushi/testkit'
import type { BenchRow } from './bench-row.ts'
import { emptyCells, insertsPerSecond } from './record-job.ts'

/** An entry recorded, submitted and approved by another person, three durable requests and what its approver reads, by 64 clients at once. */
export async function reviewJob(product: RunningProduct): Promise<BenchRow> {
  const send = async (cookie: string, path: string, body: object) => {
    const response = await fetch(`${product.address}/api/${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as { readonly id: string; readonly version: number }
  }
  const [recorder, approver] = [await product.cookieOf('recorder'), await product.cookieOf('approver')]
  const cells = await emptyCells(product, recorder)
  const began = performance.now()
  await Promise.all(
    cells.map(async ({ indicator, ...body }) => {
      const entry = { ...body, note: 'a note of ordinary length' }
      const draft = await send(recorder, `indicators/${indicator}/progress-entries`, entry)
      const waiting = await send(recorder, `progress-entries/${draft.id}/submission`, { version: draft.version })
      const path = `progress-entries/${draft.id}`
      const shown = await fetch(`${product.address}/api/${path}`, { headers: { cookie: approver } })
      const { digest } = (await shown.json()) as { readonly digest: string }
      await send(approver, `${path}/approval`, { version: waiting.version, digest })
    }),
  )
  const ours = (cells.length / (performance.now() - began)) * 1000
  const theirs = await insertsPerSecond()
  return {
    job: `record, submit and approve an entry, durable, ${cells.length} at once`,
    ours: `${Math.round(ours)}/s`,
    against: `one fsynced insert at a time in process: ${Math.round(theirs)}/s`,
    ratio: ours / theirs,
    reach: 'told, no figure set',
  }
}
