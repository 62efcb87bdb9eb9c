import { useQuery } from '@tanstack/react-query'
import type { RegionsStanding } from '@xushi/contract'
import { shortAmount, statusOrder, statusWords, whyWords } from '@xushi/wording'
import { regionsQuery } from '../api/queries.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { RampLegend } from '../tile-grid/ramp-legend.tsx'
import type { Ramp } from '../tile-grid/ramp-steps.ts'
import type { Tile, TileSize } from '../tile-grid/tile.ts'
import { TileGrid } from '../tile-grid/tile-grid.tsx'
import { tileGridWords } from '../tile-grid/tile-grid.words.ts'
import { corpsCode } from '../tile-grid/tile-places.ts'
import { olderDay, rampFor, type TileWords, tileOf } from './region-tiles.ts'
import { regionsWords } from './regions.words.ts'
import type { RegionView } from './regions-search.ts'

type RegionGridProps = {
  readonly standing: RegionsStanding
  readonly view: RegionView
  readonly size: TileSize
  readonly selected: string | null
  readonly compared: readonly string[]
  readonly onSelect: (region: string) => void
  readonly onOpen: (region: string) => void
  readonly onCompare: (region: string) => void
}

/** Everything a tile may have to say, in the language in use. */
export function useTileWords(): TileWords {
  const { language } = useLanguage()
  const says = useWords(regionsWords)
  const grid = useWords(tileGridWords)
  const why = useWords(whyWords)
  const status = useWords(statusWords)
  return { language, says, why, status, outside: grid.outside, periods: grid.periods }
}

/** The tiles of one view with their legend. 港澳台 stand among them and do not report. */
export function RegionGrid({ standing, view, size, selected, compared, ...acts }: RegionGridProps) {
  const says = useWords(regionsWords)
  const grid = useWords(tileGridWords)
  const text = useText()
  const words = useTileWords()
  const all = useQuery(regionsQuery).data?.regions ?? []
  const ramp = rampFor(standing, view)
  const outside = all
    .filter(({ level, reporting }) => level === 'province' && !reporting)
    .map(({ code, shortName }): [string, Tile] => {
      const name = text(shortName)
      return [code, { name, ground: { is: 'outside' }, note: grid.outside, says: `${name}，${grid.outside}` }]
    })
  const inside = standing.regions.map((row): [string, Tile] => {
    const tile = tileOf(row, standing, view, ramp, words)
    const isCorps = row.region === corpsCode && tile.figure === undefined
    return [row.region, isCorps ? { ...tile, note: `${grid.insideXinjiang} ${tile.note ?? ''}` } : tile]
  })
  const reports = new Set(standing.regions.map(({ region }) => region))
  const label = says.grid(`${standing.indicator.goal} ${text(standing.indicator.name)}`, says[view])
  return (
    <>
      <TileGrid
        label={label}
        tiles={new Map([...inside, ...outside])}
        size={size}
        selected={selected}
        marked={compared}
        onSelect={(code) => reports.has(code) && acts.onSelect(code)}
        onActivate={(code) => reports.has(code) && acts.onOpen(code)}
        onKey={(key, code) => (key === 'c' || key === 'C') && acts.onCompare(code)}
      />
      {standing.total.reporting !== null && <Legend standing={standing} view={view} ramp={ramp} />}
      <p className="label regions-note">{grid.note}</p>
    </>
  )
}

function Legend({ standing, view, ramp }: { standing: RegionsStanding; view: RegionView; ramp: Ramp }) {
  const says = useWords(regionsWords)
  const grid = useWords(tileGridWords)
  const text = useText()
  const { language } = useLanguage()
  const { indicator, periods, on } = standing
  const isShare = view !== 'value' || indicator.kind === 'yes-no'
  const write = (limit: number) =>
    isShare ? `${Math.round(limit * 100)}%` : shortAmount(limit, indicator.decimals, language)
  const values = standing.regions.flatMap(({ figure }) => (figure.known ? [Math.abs(figure.value)] : []))
  const isWhole = !isShare && indicator.decimals === 0 && Math.max(0, ...values) < 10_000
  const marked = periods.slice(-9)
  const [first, last] = [marked[0]?.period, marked.at(-1)?.period]
  return (
    <div className="regions-legend">
      {ramp.length > 0 &&
        !(indicator.kind === 'yes-no' && view === 'value' && indicator.reportingLevel !== 'prefecture') && (
          <RampLegend ramp={ramp} text={write} whole={isWhole} most={isShare ? 1 : null} />
        )}
      {view === 'status' &&
        statusOrder
          .filter((status) => standing.regions.some((row) => row.expected && row.status === status))
          .map((status) => <StatusMark key={status} status={status} />)}
      <span>
        {isShare ? says.asOf(on) : says.units(text(indicator.unit), standing.total.figureOn ?? on)}
        {!isShare && standing.regions.some((row) => olderDay(row, standing) !== null) && says.olderMarked}
      </span>
      {view !== 'status' && (
        <span>
          <i className="legend-unreported" aria-hidden="true" />
          {grid.unreported}
        </span>
      )}
      {view === 'value' && indicator.kind !== 'yes-no' && (
        <span>
          <b>0</b> {grid.zero}
        </span>
      )}
      {first !== undefined && last !== undefined && (
        <span>
          {says.marks(first, last)}
          <i className="legend-mark" data-mark="on-time" aria-hidden="true" />
          {says.onTime}
          <i className="legend-mark" data-mark="late" aria-hidden="true" />
          {says.late}
          <i className="legend-mark" data-mark="missing" aria-hidden="true" />
          {says.missing}
          {marked.some(({ backfill }) => backfill) && (
            <>
              <i className="legend-mark" data-mark="backfilled" aria-hidden="true" />
              {says.backfilled}
            </>
          )}
        </span>
      )}
    </div>
  )
}
