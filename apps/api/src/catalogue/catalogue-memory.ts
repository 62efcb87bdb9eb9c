import type { LocalDate } from '@xushi/domain'
import {
  catalogueOn,
  catalogueSeq,
  loadCatalogue,
  type Reading,
  type ReadingsChosen,
  type StoredCatalogue,
} from '@xushi/store'
import { type CatalogueView, catalogueView } from './catalogue-view.ts'

export type CatalogueMemory = {
  /**
   * The catalogue on a date, as known at a ledger number (null: now). Definitions that were not there yet at that moment are
   * taken as they are now; figures and decisions are not.
   *
   * @param figuresSeq the snapshot's last event that moves figures: while it stands, so does the catalogue
   */
  readonly view: (
    reading: Reading,
    figuresSeq: number,
    knownSeq: number | null,
    on: LocalDate,
    /** Readings on trial in place of those in force. */
    under?: ReadingsChosen,
  ) => Promise<CatalogueView>
}

const mostKept = 24

/** Keeps the catalogue in memory until an event changes it; entries that are approved do not. */
export function catalogueMemory(): CatalogueMemory {
  const loaded = new Map<string, StoredCatalogue>()
  const views = new Map<string, CatalogueView>()

  const stored = async (reading: Reading, seq: number, knownSeq: number | null): Promise<StoredCatalogue> => {
    const key = `${seq} ${knownSeq}`
    const kept = loaded.get(key)
    if (kept !== undefined) return kept
    const fresh = await loadCatalogue(reading, knownSeq)
    const complete = knownSeq === null ? fresh : withDefinitions(fresh, await stored(reading, seq, null))
    keep(loaded, key, complete)
    return complete
  }
  let newest: { readonly figuresSeq: number; readonly seq: number } = { figuresSeq: -1, seq: -1 }
  const seqAt = async (reading: Reading, figuresSeq: number): Promise<number> => {
    if (newest.figuresSeq !== figuresSeq) newest = { figuresSeq, seq: await catalogueSeq(reading) }
    return newest.seq
  }
  return {
    view: async (reading, figuresSeq, knownSeq, on, under = new Map()) => {
      const seq = await seqAt(reading, figuresSeq)
      // At any later moment the catalogue was what it is now.
      const known = knownSeq === null || knownSeq >= seq ? null : knownSeq
      const key = `${seq} ${known} ${on} ${JSON.stringify([...under])}`
      const kept = views.get(key)
      if (kept !== undefined) return kept
      const view = catalogueView(catalogueOn(await stored(reading, seq, known), on, under))
      keep(views, key, view)
      return view
    },
  }
}

function withDefinitions(then: StoredCatalogue, now: StoredCatalogue): StoredCatalogue {
  const { programmes, indicators, regions, units } = then.definitions
  if (programmes.length > 0 && indicators.length > 0 && regions.length > 0 && units.length > 0) return then
  return {
    definitions: { ...now.definitions, publishedFigures: then.definitions.publishedFigures },
    decisions: then.decisions.length > 0 ? then.decisions : now.decisions,
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > mostKept && oldest !== undefined) map.delete(oldest)
}
