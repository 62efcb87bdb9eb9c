import { type LocalDate, shanghaiDate } from '@xushi/domain'
import { type LedgerHead, ledgerHead, type Reading, type Store } from '@xushi/store'
import type { Clock } from '../clock.ts'
import type { CatalogueMemory } from './catalogue-memory.ts'
import type { CatalogueView } from './catalogue-view.ts'

/** The newest event and the catalogue of today. */
export type Now = { readonly head: LedgerHead; readonly view: CatalogueView; readonly today: LocalDate }

/** What every slice reads with: the store, the clock, the catalogue in memory, and what holds at this moment. */
export type Sources = {
  readonly store: Store
  readonly clock: Clock
  readonly catalogue: CatalogueMemory
  readonly now: () => Promise<Now>
  /** What holds at this moment, if that is known without asking the store. */
  readonly kept: () => Now | null
}

/** Another instance may write without our hearing of it while its message is on the way, or lost; for no longer than this. */
const trustMilliseconds = 1000

/** Puts the sources together. What holds now is read again after each write, of this instance or another one. */
export function sourcesOf(store: Store, clock: Clock, catalogue: CatalogueMemory): Sources {
  let kept: { readonly now: Now; readonly at: number } | null = null
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
    if (asked === generation) kept = { now, at }
    return now
  }
  const moment = () => {
    const instant = clock()
    return { at: Date.parse(instant), today: shanghaiDate(instant) }
  }
  const keptAt = ({ at, today }: ReturnType<typeof moment>): Now | null =>
    kept !== null && kept.now.today === today && Math.abs(at - kept.at) < trustMilliseconds ? kept.now : null

  return {
    store,
    clock,
    catalogue,
    kept: () => keptAt(moment()),
    now: async () => {
      const present = moment()
      return keptAt(present) ?? readNow(present.today, present.at)
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

/** The catalogue as it is now. */
export const viewNow = async (sources: Sources): Promise<CatalogueView> => (await sources.now()).view
