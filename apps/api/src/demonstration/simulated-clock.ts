import type { Instant } from '@xushi/domain'
import type { Clock } from '../clock.ts'

/** A clock that can be put back while a history is written, and goes with the machine again afterwards. */
export type SimulatedClock = {
  readonly now: Clock
  readonly set: (instant: Instant) => void
  readonly release: () => void
}

export function simulatedClock(machine: Clock): SimulatedClock {
  let simulated: Instant | null = null
  return {
    now: () => simulated ?? machine(),
    set: (instant) => {
      simulated = instant
    },
    release: () => {
      simulated = null
    },
  }
}
