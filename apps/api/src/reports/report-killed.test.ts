import { setTimeout as soon } from 'node:timers/promises'
import type { ReportPage } from '@xushi/contract'
import { startProduct } from '@xushi/testkit'
import { describe, expect, it } from 'vitest'

const asked = { programme: 'miit-2020-8', kind: 'monthly', on: '2020-10-31' }

describe('a server that is killed while it makes a report', () => {
  it('makes it after it was started again', async () => {
    const first = await startProduct({ XUSHI_DEMO: '1' })
    const cookie = await first.cookieOf('recorder')
    const headers = { cookie, origin: first.address, 'content-type': 'application/json' }
    const answer = await fetch(`${first.address}/api/reports`, { method: 'POST', headers, body: JSON.stringify(asked) })
    expect(answer.status).toBe(201)
    const { id }: { id: string } = JSON.parse(await answer.text())
    const making = async (address: string): Promise<ReportPage['making']> => {
      const shown = await fetch(`${address}/api/reports/${id}`, { headers: { cookie } })
      const report: ReportPage = JSON.parse(await shown.text())
      return report.making
    }
    while ((await making(first.address)).state === 'queued') await soon(20)
    process.kill(first.pid, 'SIGKILL')
    await soon(200)

    const second = await startProduct({ XUSHI_DEMO: '1', XUSHI_HOME: first.home })
    expect((await making(second.address)).state).toBe('making')
    for (;;) {
      const { state, failure } = await making(second.address)
      if (state === 'ready') break
      if (state === 'failed') throw new Error(failure ?? 'it failed')
      await soon(200)
    }
    const file = await fetch(`${second.address}/api/reports/${id}/file?format=pdf`, { headers: { cookie } })
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    await second.remove()
  }, 120_000)
})
