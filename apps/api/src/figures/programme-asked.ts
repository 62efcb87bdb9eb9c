import { ledgerHead, type Reading } from '@xushi/store'
import { type Now, type Sources, todayOf } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { type AskedTimes, resolveTimes, type Times } from './times.ts'
import type { AnswerVersion, Question } from './versioned-reply.ts'

export type AskedProgramme = AskedTimes & { readonly programme: string }

/** A page about one programme, as its version and its contents. */
export type ProgrammePage = {
  readonly name: string
  /** What else the answer depends on: the scope of its reader. */
  readonly scope: readonly (string | boolean)[]
  /** Whether things that wait for a decision are in it: then any event may change it, not only those that move figures. */
  readonly hasWaiting: boolean
  readonly value: (reading: Reading, view: CatalogueView, times: Times) => Promise<unknown>
}

/**
 * A question about one programme as a versioned answer: the answer and its version come out of one snapshot.
 *
 * @throws DomainError unknown-programme, unknown-date
 */
export const programmeQuestion =
  (sources: Sources, asked: AskedProgramme, page: ProgrammePage): Question =>
  (now, knownSeq) => ({
    version: versionOf(asked, page, now, timesIn(now, asked, knownSeq)),
    answer: () =>
      sources.store.read(async (reading) => {
        const head = await ledgerHead(reading.db, reading.t)
        const today = todayOf(sources)
        const then = { head, today, view: await sources.catalogue.view(reading, head.figuresSeq, null, today) }
        const times = timesIn(then, asked, knownSeq)
        const view = await sources.catalogue.view(reading, times.figuresSeq, knownSeq, times.on)
        return { version: versionOf(asked, page, then, times), value: await page.value(reading, view, times) }
      }),
  })

const timesIn = ({ head, view, today }: Now, asked: AskedProgramme, knownSeq: number | null): Times =>
  resolveTimes(asked, knownSeq, { programme: view.programme(asked.programme), today, head })

const versionOf = (
  { programme }: AskedProgramme,
  { name, scope, hasWaiting }: ProgrammePage,
  { head }: Now,
  { figuresSeq, on, onDefaulted, knownSeq }: Times,
): AnswerVersion => [
  name,
  programme,
  figuresSeq,
  on,
  onDefaulted,
  knownSeq,
  ...scope,
  ...(hasWaiting ? [head.seq] : []),
]
