import type { Status } from '@xushi/domain'
import type { RampStep } from './ramp-steps.ts'

/** How a region reported one period: the squares in its tile. */
export type PeriodMark = 'on-time' | 'late' | 'backfilled' | 'missing'

/** What a tile is drawn on: a step of the ramp, a status, plain, hatched (未报), or an outline (不在填报范围). */
export type TileGround =
  | { readonly is: 'step'; readonly step: RampStep }
  | { readonly is: 'status'; readonly status: Status }
  | { readonly is: 'plain' }
  | { readonly is: 'unreported' }
  | { readonly is: 'outside' }

/** What is drawn in the tile of one region. */
export type Tile = {
  readonly name: string
  readonly ground: TileGround
  /** The figure as text, with its bound; left out where there is none. */
  readonly figure?: string
  /** The day of the figure where it is older than the others', beside the name. */
  readonly dated?: string
  /** A word below the figure: 零报告, 未报, 在新疆内. */
  readonly note?: string
  readonly marks?: readonly PeriodMark[]
  /** A small line; null is a gap. Dates and values side by side. */
  readonly spark?: { readonly on: readonly string[]; readonly value: readonly (number | null)[] }
  /** The whole tile in words, for assistive technology. */
  readonly says: string
}

/** Side of a tile in pixels: on a page, on a wall, on a phone (name alone). */
export type TileSize = 84 | 58 | 36
