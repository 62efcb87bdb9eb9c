import { useLanguage } from '../language/language.tsx'
import { linePath } from '../sparkline/sparkline.tsx'
import { StatusShape } from '../status/status-glyph.tsx'
import type { PeriodMark, Tile, TileSize } from './tile.ts'
import type { TilePlace } from './tile-places.ts'

const lineBox = { width: 84, height: 24, edge: 4 }

/** A figure longer than this does not fit its tile in the large size. */
const longFigure = 6

export const isLongFigure = ({ figure = '' }: Tile): boolean => figure.length > longFigure

type TileFaceProps = {
  readonly place: TilePlace
  readonly tile: Tile | undefined
  readonly size: TileSize
  /** Whether the figures of this grid are set small: one size for all of them. */
  readonly isLong: boolean
}

/** The inside of a tile: name and figure, line, one square for each period. Small tiles show less, never smaller. */
export function TileFace({ place, tile, size, isLong }: TileFaceProps) {
  const { language } = useLanguage()
  if (tile === undefined) return null
  const { ground, figure, note, marks, spark, dated } = tile
  return (
    <span className="tile-face" aria-hidden="true">
      <span className="tile-name">
        {ground.is === 'status' && size !== 84 && <StatusShape status={ground.status} size={12} />}
        {language === 'en' && size !== 84 ? place.letters : tile.name}
        {size === 84 && dated !== undefined && <span className="tile-dated">{dated}</span>}
      </span>
      {size !== 36 && (figure !== undefined || note !== undefined) && (
        <span className="tile-words">
          {figure !== undefined && (
            <b className="tile-figure" data-long={isLong}>
              {figure}
            </b>
          )}
          {ground.is === 'status' && size === 84 && <StatusShape status={ground.status} size={12} />}
          {note !== undefined && <span className="tile-note">{note}</span>}
        </span>
      )}
      {size === 84 && spark !== undefined && (
        <svg
          className="tile-line"
          viewBox={`0 0 ${lineBox.width} ${lineBox.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path
            d={linePath(spark.on, spark.value, lineBox)}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      )}
      {size === 84 && marks !== undefined && marks.length > 0 && <PeriodMarks marks={marks} />}
    </span>
  )
}

/** One square a period: filled on time, hollow late, a stroke at the bottom missing; a dot for what was made up (补录). */
export function PeriodMarks({ marks }: { marks: readonly PeriodMark[] }) {
  const step = Math.min(11, 72 / Math.max(1, marks.length))
  const side = Math.min(5, step - 1.5)
  return (
    <svg className="tile-marks" viewBox="0 0 84 8" aria-hidden="true">
      {marks.map((mark, index) => (
        <rect
          // The place in the row is the period.
          // biome-ignore lint/suspicious/noArrayIndexKey: the periods stand in a fixed order
          key={index}
          x={6.5 + index * step}
          y={mark === 'missing' ? 1.5 + side : 1.5}
          width={side}
          height={mark === 'missing' ? 0.5 : side}
          rx={mark === 'backfilled' ? side / 2 : 0}
          fill={mark === 'late' ? 'none' : 'currentColor'}
          stroke="currentColor"
          strokeWidth={mark === 'missing' ? 0.6 : 1}
        />
      ))}
    </svg>
  )
}
