import type { Instant } from '@xushi/domain'

/** Tells the present instant. Everything that needs the time is handed one. */
export type Clock = () => Instant

/** The machine's clock: the one place that asks for the present time. */
export const machineClock: Clock = () => {
  const now = new Date()
  const milliseconds = now.getTime()
  // A request asks several times within one millisecond, and writing an instant down costs more than all else it does with it.
  if (milliseconds !== told.milliseconds) told = { milliseconds, instant: now.toISOString() }
  return told.instant
}

let told: { readonly milliseconds: number; readonly instant: Instant } = { milliseconds: Number.NaN, instant: '' }
