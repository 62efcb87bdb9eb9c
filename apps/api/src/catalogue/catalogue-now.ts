import { type LocalDate, shanghaiDate } from '@xushi/domain'
import { ledgerHead, type Reading, type Store } from '@xushi/store'
import type { Clock } from '../clock.ts'
import type { CatalogueMemory } from './catalogue-memory.ts'
import type { CatalogueView } from './catalogue-view.ts'

/** What every slice reads with: the store, the clock, and the catalogue in memory. */
export type Sources = { readonly store: Store; readonly clock: Clock; readonly catalogue: CatalogueMemory }

/** Today in Asia/Shanghai. */
export const todayOf = ({ clock }: Pick<Sources, 'clock'>): LocalDate => shanghaiDate(clock())

/** The catalogue as it is now, inside a snapshot. */
export async function viewIn(reading: Reading, sources: Sources): Promise<CatalogueView> {
  const head = await ledgerHead(reading.db, reading.t)
  return sources.catalogue.view(reading, head.figuresSeq, null, todayOf(sources))
}

/** The catalogue as it is now. */
export const viewNow = (sources: Sources): Promise<CatalogueView> =>
  sources.store.read((reading) => viewIn(reading, sources))
