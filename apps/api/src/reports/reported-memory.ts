import type { FigureWire } from '../figures/figure.wire.ts'

/** Figures of targets by indicator, in the indicator's unit. */
export type Figures = ReadonlyMap<string, FigureWire>

/** Keeps the figures of a day as known at a moment. */
export type ReportedMemory = {
  /** Those kept under a key, or made now and kept. */
  readonly figures: (key: string, make: () => Promise<Figures>) => Promise<Figures>
}

const mostKept = 48

/**
 * What an issued report told never changes, and what is known of its day not before the next event that moves a figure: both are
 * computed once and serve the overview, every indicator page and the wall.
 */
export function reportedMemory(): ReportedMemory {
  const kept = new Map<string, Figures>()
  return {
    figures: async (key, make) => {
      const figures = kept.get(key) ?? (await make())
      kept.delete(key)
      kept.set(key, figures)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
      return figures
    },
  }
}
