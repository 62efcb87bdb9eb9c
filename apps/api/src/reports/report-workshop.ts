import { Worker } from 'node:worker_threads'
import { DomainError, type RefusalDetails, type RefusalKind, type ReportFormat } from '@xushi/domain'
import type { Difference, ReportImprint, ReportInFile, ReportRequest } from '@xushi/report'
import type { ReportFileRow } from '@xushi/store'

/** Where a thread that makes reports finds what it works with. */
export type Bench = { readonly databaseUrl: string | null; readonly home: string; readonly build: string }

/** A report that is to be made or verified. `now` is the time that it takes for the present. */
type Wanted = {
  readonly now: string
  readonly request: ReportRequest
  readonly texts: Readonly<Record<string, string>>
}
export type Order =
  | (Wanted & {
      readonly is: 'make'
      readonly imprint: Omit<ReportImprint, 'digest' | 'build'>
      readonly formats: readonly ReportFormat[]
    })
  | (Wanted & {
      readonly is: 'verify'
      readonly imprint: Omit<ReportImprint, 'build'>
      /** A file that somebody holds. */
      readonly found: { readonly bytes: Uint8Array; readonly format: ReportFormat } | null
      /** The model as it was kept when the report was issued, as its JSON file. */
      readonly kept: Uint8Array | null
    })
  /** Which report a file is, whoever holds it: the bytes of strangers are read outside the server's own thread. */
  | { readonly is: 'read'; readonly now: string; readonly bytes: Uint8Array }
export type OrderOf<Is extends Order['is']> = Extract<Order, { readonly is: Is }>

export type Made = {
  readonly title: string
  readonly digest: string
  readonly demo: boolean
  readonly files: readonly ReportFileRow[]
}
export type Verified = {
  /** Of the model as it is made from the ledger now. */
  readonly digest: string
  /** Of the file that was given; null where none was. */
  readonly state: 'same-bytes' | 'written-again' | 'differs' | null
  readonly differences: readonly Difference[]
  readonly more: number
}

export type Reply =
  | { readonly is: 'step'; readonly done: number; readonly all: number }
  | { readonly is: 'made'; readonly made: Made }
  | { readonly is: 'verified'; readonly verified: Verified }
  | { readonly is: 'read'; readonly read: ReportInFile }
  | { readonly is: 'refused'; readonly kind: RefusalKind; readonly details: RefusalDetails }
  | { readonly is: 'fault'; readonly error: string }

/** Thrown where an order was given up because the thread was told to stop. */
export class Aborted extends Error {}

/** The thread is kept for this long after its last order: the next report then begins at once. */
const idleMilliseconds = 120_000
/** What one report may take of memory before the thread is ended, in megabytes. */
const mostMegabytes = 512

/** The thread in which reports are made, one order after the other; it begins with the first and ends when nobody wants any more. */
export function reportWorkshop(bench: Bench) {
  let worker: Worker | null = null
  let giveUp: (error: Error) => void = () => undefined
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const stop = async () => {
    clearTimeout(idle)
    const ended = worker
    worker = null
    await ended?.terminate()
  }

  const run = (order: Order, heard: (step: { readonly done: number; readonly all: number }) => void) => {
    clearTimeout(idle)
    const current = worker ?? begun(bench)
    worker = current
    current.ref()
    return new Promise<Reply>((resolve, reject) => {
      giveUp = reject
      const answer = (reply: Reply) => (reply.is === 'step' ? heard(reply) : resolve(reply))
      current.removeAllListeners()
      current.on('message', answer)
      current.on('error', reject)
      current.on('exit', () => reject(new Aborted('the thread ended')))
      current.postMessage(order)
    })
      .catch(async (error: unknown) => {
        await stop()
        throw error
      })
      .finally(() => {
        current.unref()
        idle = setTimeout(() => void stop(), idleMilliseconds).unref()
      })
  }

  /** One after the other: a thread has one order at a time. */
  const ordered = (order: Order, heard: Parameters<typeof run>[1] = () => undefined): Promise<Reply> => {
    const turn = last.then(() => run(order, heard))
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    /** @throws DomainError what the report is refused for; Aborted; and faults */
    make: async (order: OrderOf<'make'>, heard: Parameters<typeof run>[1]): Promise<Made> => {
      const reply = await ordered(order, heard)
      if (reply.is === 'made') return reply.made
      throw refusal(reply)
    },
    /** @throws DomainError what the report is refused for; Aborted; and faults */
    verify: async (order: OrderOf<'verify'>): Promise<Verified> => {
      const reply = await ordered(order)
      if (reply.is === 'verified') return reply.verified
      throw refusal(reply)
    },
    /** @throws DomainError not-a-report */
    read: async (order: OrderOf<'read'>): Promise<ReportInFile> => {
      const reply = await ordered(order)
      if (reply.is === 'read') return reply.read
      throw refusal(reply)
    },
    /** Gives up what is under way. */
    abort: async (): Promise<void> => {
      giveUp(new Aborted('it was cancelled'))
      await stop()
    },
    close: stop,
  }
}

export type ReportWorkshop = ReturnType<typeof reportWorkshop>

const begun = (bench: Bench): Worker =>
  new Worker(new URL('./report-worker.ts', import.meta.url), {
    workerData: bench,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })

const refusal = (reply: Reply): Error =>
  reply.is === 'refused'
    ? new DomainError(reply.kind, reply.details)
    : new Error(reply.is === 'fault' ? reply.error : `a thread answered ${reply.is}`)
