import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import { useState } from 'react'
import { AmountText } from '../figure/figure-text.tsx'
import { useWords } from '../language/language.tsx'
import { byValue } from './region-tiles.ts'
import { regionsWords, ruleText } from './regions.words.ts'
import { RegionsRow } from './regions-row.tsx'

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
        <table className="regions-table" data-ranked={hasRanks}>
          <thead>
            <tr>
              {hasRanks && <th className="number rank-cell">{says.rank}</th>}
              <th>{says.region}</th>
              <th className="number">{says.value}</th>
              <th className="number">{lastPeriod ?? says.change}</th>
              {hasShares && <th className="number">{says.shareShort}</th>}
              <th className="number">{says.periods}</th>
              <th>{says.lastState}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RegionsRow
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
              <tr className="no-print fold-row">
                <td colSpan={(hasRanks ? 1 : 0) + (hasShares ? 6 : 5)}>
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
              {hasRanks && <td className="rank-cell" />}
              <th scope="row">{says.total}</th>
              <td className="number">
                <b>
                  <AmountText figure={total.figure} of={indicator} sense="total" unit={false} />
                </b>
              </td>
              <td className="number label" data-label={lastPeriod ?? says.change}>
                —
              </td>
              {hasShares && (
                <td className="number" data-label={says.shareShort}>
                  {total.figure.known && total.figure.bound === undefined ? '100%' : <span className="label">—</span>}
                </td>
              )}
              <td className="number" data-label={says.periods}>
                {total.reporting === null ? '—' : says.counted(total.reporting.counted, total.reporting.expected)}
              </td>
              <td className="state-cell">{says.atLeastReported(total.reported.units, total.reported.expected)}</td>
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
