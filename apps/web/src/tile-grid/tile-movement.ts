import { type TilePlace, tilePlaces } from './tile-places.ts'

/** What a key does on the grid; null for a key that is not the grid's. */
export type TileMove = 'left' | 'right' | 'up' | 'down' | 'first' | 'last'

const moves: Readonly<Record<string, TileMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

export const tileMoveOf = (key: string): TileMove | null => moves[key] ?? null

/**
 * The tile that a move leads to: the nearest one in that direction, where a step aside counts as three steps ahead, so that a row or
 * column is followed to its end before it is left. The same tile where nothing lies in that direction.
 */
export function tileAfter(code: string, move: TileMove): string {
  if (move === 'first' || move === 'last') return tilePlaces.at(move === 'first' ? 0 : -1)?.code ?? code
  const from = tilePlaces.find((place) => place.code === code)
  if (from === undefined) return code
  const reachable = tilePlaces
    .map((place) => ({ code: place.code, ...stepsTo(place, from, move) }))
    .filter(({ ahead }) => ahead > 0)
    .sort((a, b) => a.ahead + 3 * a.aside - (b.ahead + 3 * b.aside))
  return reachable[0]?.code ?? code
}

function stepsTo(to: TilePlace, from: TilePlace, move: 'left' | 'right' | 'up' | 'down') {
  const across = to.column - from.column
  const down = to.row - from.row
  switch (move) {
    case 'left':
      return { ahead: -across, aside: Math.abs(down) }
    case 'right':
      return { ahead: across, aside: Math.abs(down) }
    case 'up':
      return { ahead: -down, aside: Math.abs(across) }
    case 'down':
      return { ahead: down, aside: Math.abs(across) }
  }
}
