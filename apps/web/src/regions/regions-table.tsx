import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import { useState } from 'react'
import { AmountText, PercentText, WhyText } from '../figure/figure-text.tsx'
import { shortDate } from '../figure/format-figure.ts'
import { useText, useWords } from '../language/language.tsx'
import { useTileWords } from './region-grid.tsx'
import { RegionState } from './region-state.tsx'
import { byValue, figureText } from './region-tiles.ts'
import { regionsWords, ruleText } from './regions.words.ts'

type RegionsTableProps = {
  readonly standing: RegionsStanding
  readonly selected: string | null
  readonly onSelect: (region: string) => void
}

/** The same figures as the tiles, as a table, with the total and how it comes to be. */
export function RegionsTable({ standing, selected, onSelect }: RegionsTableProps) {
  const says = useWords(regionsWords)
  const { total, indicator, unfairRanking, regions } = standing
  const hasRanks = regions.some(({ rank }) => rank !== null)
  const lastPeriod = standing.periods.at(-1)?.period
  const hasShares = indicator.aggregation.regions === 'sum'
  const [isOpen, setOpen] = useState(false)
  const rows = byValue(regions)
  const folded = foldedRegions(rows, selected)
  const hint =
    unfairRanking !== null ? says.sortedUnfair[unfairRanking] : hasRanks ? says.sorted : says.sortedIncomplete
  return (
    <>
      <div className="section-head regions-list-head">
        <h2>{says.units31}</h2>
        <span className="label">{hint}</span>
      </div>
      <div className="scroll-x">
        <table className="regions-table">
          <thead>
            <tr>
              {hasRanks && <th className="number">{says.rank}</th>}
              <th>{says.region}</th>
              <th className="number">{says.value}</th>
              <th className="number wide-cell">{lastPeriod ?? says.change}</th>
              {hasShares && <th className="number wide-cell">{says.shareShort}</th>}
              <th className="number narrow-cell">{says.periods}</th>
              <th>{says.lastState}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.region}
                row={row}
                isFolded={!isOpen && folded.has(row.region)}
                standing={standing}
                hasRank={hasRanks}
                isSelected={row.region === selected}
                onSelect={() => onSelect(row.region)}
              />
            ))}
          </tbody>
          <tfoot>
            {folded.size > 0 && (
              <tr className="no-print">
                <td colSpan={hasRanks ? 7 : 6}>
                  <button
                    type="button"
                    className="plain-button in-text"
                    aria-expanded={isOpen}
                    onClick={() => setOpen(!isOpen)}
                  >
                    {isOpen ? says.fold : says.unfold(folded.size)}
                  </button>
                </td>
              </tr>
            )}
            <tr>
              {hasRanks && <td />}
              <th scope="row">{says.total}</th>
              <td className="number">
                <b>
                  <AmountText figure={total.figure} of={indicator} sense="total" unit={false} />
                </b>
              </td>
              <td className="number wide-cell label">—</td>
              {hasShares && <td className="number wide-cell label">—</td>}
              <td className="number narrow-cell">
                {total.reporting === null ? '—' : says.counted(total.reporting.counted, total.reporting.expected)}
              </td>
              <td>{says.atLeastReported(total.reported.units, total.reported.expected)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="label regions-note">
        {says.rule}
        {ruleText(standing, says)}
      </p>
    </>
  )
}

/** Rows that are shown before the middle of the list folds away, and how few are not worth folding. */
const shownFirst = 12
const fewest = 3

/** Regions in the middle of the list: those that reported. Who owes something stays in sight, and who reported zero if few did. */
function foldedRegions(rows: readonly RegionStanding[], selected: string | null): ReadonlySet<string> {
  const isZero = ({ figure }: RegionStanding) => figure.known && figure.value === 0
  const areZerosFew = rows.filter(isZero).length <= fewest
  const folded = rows
    .slice(shownFirst)
    .filter((row) => row.region !== selected)
    .filter((row) => !row.expected || (row.figure.known && row.lastState !== null && !(areZerosFew && isZero(row))))
  return new Set(folded.length < fewest ? [] : folded.map(({ region }) => region))
}

type RowProps = {
  readonly row: RegionStanding
  readonly isFolded: boolean
  readonly standing: RegionsStanding
  readonly hasRank: boolean
  readonly isSelected: boolean
  readonly onSelect: () => void
}

function Row({ row, isFolded, standing, hasRank, isSelected, onSelect }: RowProps) {
  const says = useWords(regionsWords)
  const text = useText()
  const { indicator } = standing
  return (
    <tr data-selected={isSelected} data-region={row.region} className={isFolded ? 'folded' : undefined}>
      {hasRank && <td className="number">{row.rank ?? '—'}</td>}
      <th scope="row">
        <button type="button" className="plain-button" onClick={onSelect} aria-current={isSelected}>
          {text(row.name)}
        </button>
      </th>
      <td className="number">
        <RowFigure row={row} standing={standing} />
      </td>
      <td className="number wide-cell">
        {row.expected && <AmountText figure={row.change} of={indicator} sense="total" signed unit={false} />}
      </td>
      {indicator.aggregation.regions === 'sum' && (
        <td className="number wide-cell">
          {row.share.known ? <PercentText figure={row.share} /> : <span className="label">—</span>}
        </td>
      )}
      <td className="number narrow-cell">
        {row.reporting === null || !row.expected ? '—' : says.counted(row.reporting.counted, row.reporting.expected)}
      </td>
      <td>
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
