import { type LocalDate, shanghaiDate } from '@xushi/domain'
import { type LedgerHead, ledgerHead, type Reading, type Store } from '@xushi/store'
import type { Clock } from '../clock.ts'
import type { ContentStore } from '../evidence/content-store.ts'
import { type ReportedMemory, reportedMemory } from '../reports/reported-memory.ts'
import type { CatalogueMemory } from './catalogue-memory.ts'
import type { CatalogueView } from './catalogue-view.ts'

/** The newest event and the catalogue of today. */
export type Now = { readonly head: LedgerHead; readonly view: CatalogueView; readonly today: LocalDate }

/** What every slice reads with: the store, the clock, the catalogue in memory, the files, and what holds at this moment. */
export type Sources = {
  readonly store: Store
  readonly clock: Clock
  readonly catalogue: CatalogueMemory
  /** The files behind entries and filings. */
  readonly contents: ContentStore
  /** What issued reports told. */
  readonly reported: ReportedMemory
  readonly now: () => Promise<Now>
  /** What holds at this moment, if that is known without asking the store. */
  readonly kept: () => Now | null
  /** What held within the last second, whatever was written since. */
  readonly recently: () => Promise<Now>
}

/** Another instance may write without our hearing of it while its message is on the way, or lost; for no longer than this. */
const trustMilliseconds = 1000

/** What was read, and when. */
type Known = { readonly now: Now; readonly at: number }

/** Puts the sources together. What holds now is read again after each write, of this instance or another one. */
export function sourcesOf(store: Store, clock: Clock, catalogue: CatalogueMemory, contents: ContentStore): Sources {
  let kept: Known | null = null
  let last: Known | null = null
  let generation = 0
  store.onWritten(() => {
    generation += 1
    kept = null
  })
  const readNow = async (today: LocalDate, at: number): Promise<Now> => {
    const asked = generation
    const now = await store.read(async (reading) => {
      const head = await ledgerHead(reading.db, reading.t)
      return { head, view: await catalogue.view(reading, head.figuresSeq, null, today), today }
    })
    // What was read before a write may not stand for what holds after it.
    last = { now, at }
    if (asked === generation) kept = last
    return now
  }
  const moment = () => {
    const instant = clock()
    return { at: Date.parse(instant), today: shanghaiDate(instant) }
  }
  const fresh = (known: Known | null, { at, today }: ReturnType<typeof moment>): Now | null =>
    known !== null && known.now.today === today && Math.abs(at - known.at) < trustMilliseconds ? known.now : null

  return {
    store,
    clock,
    catalogue,
    contents,
    reported: reportedMemory(),
    kept: () => fresh(kept, moment()),
    now: async () => {
      const present = moment()
      return fresh(kept, present) ?? readNow(present.today, present.at)
    },
    recently: async () => {
      const present = moment()
      return fresh(last, present) ?? readNow(present.today, present.at)
    },
  }
}

/** Today in Asia/Shanghai. */
export const todayOf = ({ clock }: Pick<Sources, 'clock'>): LocalDate => shanghaiDate(clock())

/** The catalogue as it is now, inside a snapshot. */
export async function viewIn(reading: Reading, sources: Sources): Promise<CatalogueView> {
  const head = await ledgerHead(reading.db, reading.t)
  return sources.catalogue.view(reading, head.figuresSeq, null, todayOf(sources))
}

/** The catalogue as it is now, or was a second ago: for what only asks which words exist, and not for figures. */
export const viewNow = async (sources: Sources): Promise<CatalogueView> => (await sources.recently()).view
