import { type KeyboardEvent, useRef } from 'react'
import { useWords } from '../language/language.tsx'
import type { Tile, TileSize } from './tile.ts'
import { isLongFigure, TileFace } from './tile-face.tsx'
import { tileGridWords } from './tile-grid.words.ts'
import { tileAfter, tileMoveOf } from './tile-movement.ts'
import { outsideCodes, type TilePlace, tileColumns, tilePlaces } from './tile-places.ts'
import './tile-grid.css'

export type TileGridProps = {
  /** What the grid shows, for assistive technology. */
  readonly label: string
  /** What is drawn for each region code; those outside the reporting are outlines unless they are given. */
  readonly tiles: ReadonlyMap<string, Tile>
  readonly size: TileSize
  readonly selected?: string | null
  /** Codes that are marked besides the selected one: those that are compared. */
  readonly marked?: readonly string[]
  /** A tile was chosen by click or by arrow key. Without it the grid is a picture with a list of words. */
  readonly onSelect?: ((code: string) => void) | undefined
  /** Enter, or a second click on the chosen tile: go there. */
  readonly onActivate?: ((code: string) => void) | undefined
  /** Any other key on a tile, such as C to compare. */
  readonly onKey?: ((key: string, code: string) => void) | undefined
}

/**
 * The provincial divisions as equal squares where they roughly lie. Arrow keys lead to the nearest tile, Home and End to the first and
 * the last; one tile is in the tab order. What a tile says is in its label, whatever is drawn.
 */
export function TileGrid({ label, tiles: given, size, selected = null, marked = [], ...acts }: TileGridProps) {
  const says = useWords(tileGridWords)
  // No caller can forget a part of the country; a grid of one region alone has no whole to be part of.
  const tiles = given.size < 2 ? given : new Map([...outsideTiles(says), ...given])
  const places = tilePlaces.filter(({ code }) => tiles.has(code))
  const box = useRef<HTMLDivElement>(null)
  const isLong = [...tiles.values()].some(isLongFigure)
  const inTabOrder = places.find(({ code }) => code === selected)?.code ?? places[0]?.code

  const focus = (code: string) => box.current?.querySelector<HTMLElement>(`[data-code="${code}"]`)?.focus()
  const moved = (event: KeyboardEvent, code: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = tileMoveOf(event.key)
    const to = move === null ? null : tileAfter(code, move)
    if (to === null && event.key !== 'Enter' && event.key !== ' ') {
      acts.onKey?.(event.key, code)
      return
    }
    event.preventDefault()
    if (to === null) {
      if (event.key === 'Enter') acts.onActivate?.(code)
      else acts.onSelect?.(code)
    } else if (tiles.has(to)) {
      focus(to)
      acts.onSelect?.(to)
    }
  }

  const shared = {
    className: 'tile-grid',
    'data-size': size,
    style: { '--tile': `${size}px`, '--tile-columns': tileColumns } as React.CSSProperties,
    'aria-label': label,
  }
  if (acts.onSelect === undefined)
    return (
      <ul {...shared}>
        {places.map((place) => (
          <li key={place.code} {...tileBox(place, tiles.get(place.code))}>
            <TileFace place={place} tile={tiles.get(place.code)} size={size} isLong={isLong} />
            <span className="visually-hidden">{tiles.get(place.code)?.says}</span>
          </li>
        ))}
      </ul>
    )
  return (
    <div {...shared} ref={box} role="listbox">
      {places.map((place) => (
        <div
          key={place.code}
          {...tileBox(place, tiles.get(place.code))}
          role="option"
          aria-selected={place.code === selected}
          data-marked={marked.includes(place.code)}
          tabIndex={place.code === inTabOrder ? 0 : -1}
          onClick={() => (place.code === selected ? acts.onActivate : acts.onSelect)?.(place.code)}
          onKeyDown={(event) => moved(event, place.code)}
        >
          <TileFace place={place} tile={tiles.get(place.code)} size={size} isLong={isLong} />
          <span className="visually-hidden">{tiles.get(place.code)?.says}</span>
        </div>
      ))}
    </div>
  )
}

function tileBox({ code, column, row }: TilePlace, tile: Tile | undefined) {
  const ground = tile?.ground ?? { is: 'plain' }
  return {
    'data-code': code,
    className: `tile tile-${ground.is}`,
    style: {
      gridColumn: column + 1,
      gridRow: row + 1,
      ...(ground.is === 'step' ? { background: `var(--s${ground.step})`, color: `var(--on-s${ground.step})` } : {}),
    },
  }
}

function outsideTiles(says: { readonly outside: string; readonly outsideNames: Readonly<Record<string, string>> }) {
  return outsideCodes.map((code): [string, Tile] => {
    const name = says.outsideNames[code] ?? code
    return [code, { name, ground: { is: 'outside' }, note: says.outside, says: `${name}　${says.outside}` }]
  })
}
