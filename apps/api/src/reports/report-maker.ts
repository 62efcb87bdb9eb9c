import { DomainError, reportFormats } from '@xushi/domain'
import type { ReportRequest } from '@xushi/report'
import {
  claimReport,
  failReport,
  finishReport,
  numberOf,
  type ReportFailure,
  type ReportRow,
  releaseReport,
  reportFilesKept,
  reportsWait,
  type Store,
  tellReportSteps,
} from '@xushi/store'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../clock.ts'
import type { ContentStore } from '../evidence/content-store.ts'
import { Aborted, type Made, type ReportWorkshop } from './report-workshop.ts'

/** Whoever makes a report is believed to be alive for this long after it was last heard of. */
const leaseMilliseconds = 20_000
/** How often whoever makes a report says that it is alive. */
const aliveMilliseconds = 5_000
/** How often an instance looks for what others left or put in the queue. */
const lookMilliseconds = 5_000

export type ReportMakerParts = {
  readonly store: Store
  readonly clock: Clock
  readonly contents: ContentStore
  readonly workshop: ReportWorkshop
  readonly logger: FastifyBaseLogger
}

/**
 * Makes the reports in the queue of the store, one at a time. The queue is what remembers: a report whose maker was killed is taken up
 * again by whoever looks next, here or on another instance.
 */
export function reportMaker({ store, clock, contents, workshop, logger }: ReportMakerParts) {
  let busy: Promise<void> | null = null
  let again = false
  let closed = false
  let current: string | null = null

  const lease = () => new Date(Date.parse(clock()) + leaseMilliseconds).toISOString()

  const work = async () => {
    while (!closed) {
      again = false
      const row = (await store.read(reportsWait)) ? await claimReport(store, lease()) : null
      if (row !== null) await make(row)
      else if (!again) return
    }
  }

  const make = async (row: ReportRow): Promise<void> => {
    current = row.id
    let step = { done: 0, all: 0 }
    const alive = setInterval(() => void told(row, step), aliveMilliseconds)
    try {
      const made = await workshop.make(orderOf(row, clock()), (next) => {
        step = next
        void told(row, step)
      })
      await keep(row, made)
    } catch (error) {
      if (error instanceof Aborted) await (closed ? releaseReport(store, row) : undefined)
      else await failReport(store, row, failureOf(error, row))
    } finally {
      clearInterval(alive)
      current = null
    }
  }

  const told = async (row: ReportRow, step: { readonly done: number; readonly all: number }) => {
    const wanted = await tellReportSteps(store, row, { ...step, leaseUntil: lease() }).catch(() => true)
    // Another instance was asked to cancel it, or it was written anew.
    if (!wanted && current === row.id) await workshop.abort()
  }

  const keep = async (row: ReportRow, made: Made) => {
    const left = await finishReport(store, row, made)
    await remove(left ?? made.files.map(({ sha256 }) => sha256))
  }

  /** Takes files away that no report stands on. */
  const remove = async (digests: readonly string[]) => {
    if (digests.length === 0) return
    const kept = new Set((await store.read(reportFilesKept)).map(({ sha256 }) => sha256))
    await Promise.all(digests.filter((one) => !kept.has(one)).map((one) => contents.remove(one)))
  }

  const failureOf = (error: unknown, { id }: ReportRow): ReportFailure => {
    if (error instanceof DomainError) return { kind: error.kind, details: error.details }
    logger.error({ err: error, report: id }, 'a report could not be made')
    return { kind: 'fault', details: { reference: id } }
  }

  const wake = (): void => {
    again = true
    if (busy !== null || closed) return
    busy = work()
      .catch((err: unknown) => logger.error({ err }, 'the queue of reports cannot be looked after'))
      .finally(() => {
        busy = null
        // Somebody woke it after it had looked for the last time.
        if (again) wake()
      })
  }
  const look = setInterval(wake, lookMilliseconds).unref()
  wake()

  return {
    /** Looks into the queue now. */
    wake,
    remove,
    /** Gives a report up if it is being made here. */
    giveUp: async (id: string): Promise<void> => {
      if (current === id) await workshop.abort()
    },
    close: async (): Promise<void> => {
      closed = true
      clearInterval(look)
      await workshop.abort()
      await busy
    },
  }
}

export type ReportMaker = ReturnType<typeof reportMaker>

function orderOf(row: ReportRow, now: string) {
  const request: ReportRequest = JSON.parse(row.request)
  const state: 'issued' | 'generated' = row.state === 'issued' ? 'issued' : 'generated'
  const imprint = { number: numberOf(row), state, report: row.id }
  return { is: 'make', now, request, texts: JSON.parse(row.texts), imprint, formats: reportFormats } as const
}
