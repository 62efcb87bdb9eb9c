import type { Handle } from './kit.ts'

/** What a store asks of an engine. */
export type Engine = {
  readonly name: 'sqlite' | 'postgres'
  /** Runs a unit in one transaction; resolves when it is on disk. */
  readonly write: <Result>(unit: (handle: Handle) => Promise<Result>) => Promise<Result>
  /** Runs reads on one snapshot. */
  readonly read: <Result>(reads: (handle: Handle) => Promise<Result>) => Promise<Result>
  /** Tells when another instance has written, where there can be others. */
  readonly listen: (heard: () => void) => Promise<void>
  readonly tell: () => Promise<void>
  readonly close: () => Promise<void>
}
