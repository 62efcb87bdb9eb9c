import { setTimeout as soon } from 'node:timers/promises'
import type { ReportPage } from '@xushi/contract'
import type { Someone, WholeApp } from './whole-app.ts'

/** A report once nobody makes it any more: ready, failed or cancelled. */
export async function made(whole: WholeApp, who: Someone, id: string): Promise<ReportPage> {
  for (;;) {
    const { status, body, text } = await whole.as(who).get(`/api/reports/${id}`)
    if (status !== 200) throw new Error(text)
    if (body.making.state !== 'queued' && body.making.state !== 'making') return body
    await soon(50)
  }
}
