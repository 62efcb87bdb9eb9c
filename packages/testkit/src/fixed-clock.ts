import type { Instant } from '@xushi/domain'

/** A clock that stands still until a test moves it. */
export type FixedClock = {
  /** The present instant, as every part of the product that needs the time is handed it. */
  (): Instant
  /** Puts the clock at another instant, earlier or later. */
  readonly moveTo: (instant: Instant) => void
}

/** A clock that shows `start` until `moveTo` is called. It never moves by itself, so a test never depends on its own speed. */
export function fixedClock(start: Instant): FixedClock {
  let now = start
  const moveTo = (instant: Instant) => {
    now = instant
  }
  return Object.assign(() => now, { moveTo })
}
