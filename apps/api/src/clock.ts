import type { Instant } from '@xushi/domain'

/** Tells the present instant. Everything that needs the time is handed one. */
export type Clock = () => Instant

/** The machine's clock: the one place that asks for the present time. */
export const machineClock: Clock = () => new Date().toISOString()
