import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import { shortDate } from '@xushi/wording'
import { AmountText, PercentText, WhyText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { PeriodMarks } from '../tile-grid/tile-face.tsx'
import { useTileWords } from './region-grid.tsx'
import { RegionState } from './region-state.tsx'
import { figureText, marksOf, olderDay } from './region-tiles.ts'
import { regionsWords } from './regions.words.ts'

type RowProps = {
  readonly row: RegionStanding
  readonly isFolded: boolean
  readonly standing: RegionsStanding
  readonly hasRank: boolean
  readonly isSelected: boolean
  readonly onSelect: () => void
}

/** One region in the list. On a phone its cells take two lines, so that none is left out. */
export function RegionsRow({ row, isFolded, standing, hasRank, isSelected, onSelect }: RowProps) {
  const says = useWords(regionsWords)
  const text = useText()
  const { indicator } = standing
  const olderOn = olderDay(row, standing)
  return (
    <tr data-selected={isSelected} data-region={row.region} className={isFolded ? 'folded' : undefined}>
      {hasRank && <td className="number rank-cell">{row.rank ?? '—'}</td>}
      <th scope="row">
        <button type="button" className="plain-button" onClick={onSelect} aria-current={isSelected}>
          {text(row.name)}
        </button>
      </th>
      <td className="number">
        <RowFigure row={row} standing={standing} />
        {olderOn !== null && <div className="label">{says.asOf(shortDate(olderOn, standing.on.slice(0, 4)))}</div>}
      </td>
      <td className="number" data-label={standing.periods.at(-1)?.period ?? says.change}>
        {row.expected && <AmountText figure={row.change} of={indicator} sense="total" signed unit={false} />}
      </td>
      {indicator.aggregation.regions === 'sum' && (
        <td className="number" data-label={says.shareShort}>
          <ShareText row={row} standing={standing} />
        </td>
      )}
      <td className="number" data-label={says.periods}>
        {row.reporting === null || !row.expected ? '—' : says.counted(row.reporting.counted, row.reporting.expected)}
        <span className="row-marks">
          <PeriodMarks marks={marksOf(row.timings)} />
        </span>
      </td>
      <td className="state-cell">
        {row.timings.length === 0 ? (
          '—'
        ) : (
          <RegionState
            state={row.lastState}
            timing={row.timings.at(-1) ?? null}
            deadline={shortDeadline(standing)}
            isZero={row.figure.known && row.figure.value === 0}
          />
        )}
      </td>
    </tr>
  )
}

/** The deadline of the last period, in short within the year of the date. */
const shortDeadline = ({ periods, on }: RegionsStanding) => {
  const deadline = periods.at(-1)?.deadline
  return deadline === undefined ? undefined : shortDate(deadline, on.slice(0, 4))
}

/** The figure of a row: 已 or 未 for a yes or no, else the amount; or why there is none. */
export function RowFigure({ row, standing }: { row: RegionStanding; standing: RegionsStanding }) {
  const says = useWords(regionsWords)
  const words = useTileWords()
  if (!row.expected) return <span className="unknown">{says.notAsked}</span>
  if (row.absence !== null && !row.figure.known) return <WhyText why={row.absence} />
  if (standing.indicator.kind === 'yes-no' && row.figure.known) return <b>{figureText(row, standing, words)}</b>
  return (
    <>
      <b>
        <AmountText figure={row.figure} of={standing.indicator} sense="total" unit={false} />
      </b>
      {row.overQuota && <div className="label">{says.overQuota}</div>}
    </>
  )
}

/** The part of the total; where there can be one and it is not known, that it is unknown. */
export function ShareText({ row, standing }: { row: RegionStanding; standing: RegionsStanding }) {
  if (row.share.known) return <PercentText figure={row.share} />
  const isMissing = row.expected && standing.indicator.aggregation.regions === 'sum' && standing.total.figure.known
  return isMissing ? <WhyText why="unknown" /> : <span className="label">—</span>
}
