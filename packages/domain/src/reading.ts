import type { Ambiguity, Baseline, Target, Text } from './definition.ts'

/** What another reading makes of a goal: the parts that it gives another value. Values in smallest units. */
export type ReadingEffect = { readonly goal: string; readonly target?: Target; readonly baseline?: Baseline }

/** Another reading (口径) of what a text leaves open, with what it would change and where it comes from. */
export type Alternative = {
  readonly id: string
  readonly reading: Text
  readonly source: Text
  readonly effects: readonly ReadingEffect[]
}

/**
 * The alternative whose words are the reading in force; null where the first reading of the data holds, or words that no alternative has,
 * which then change no figure.
 *
 * Source: docs/methods/reading.md
 */
export function alternativeInForce({ alternatives, reading }: Ambiguity): Alternative | null {
  return (alternatives ?? []).find((alternative) => alternative.reading.zh === reading.zh) ?? null
}
