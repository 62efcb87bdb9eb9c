import { Link } from '@tanstack/react-router'
import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import { useRef } from 'react'
import { AmountText, PercentText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { CompareLine } from './compare-line.tsx'
import { ComparisonDownload } from './comparison-download.tsx'
import { regionsWords } from './regions.words.ts'
import { RowFigure } from './regions-table.tsx'

type ComparisonProps = {
  readonly standing: RegionsStanding
  readonly codes: readonly string[]
  readonly onClear: () => void
}

/** Up to five regions side by side: lines on one scale, and their figures as a table. */
export function Comparison({ standing, codes, onClear }: ComparisonProps) {
  const says = useWords(regionsWords)
  const text = useText()
  const rows = codes.flatMap((code) => standing.regions.find(({ region }) => region === code) ?? [])
  const chart = useRef<HTMLDivElement>(null)
  const most = Math.max(0, ...rows.flatMap(({ line }) => line.filter((point) => point !== null)))
  return (
    <section className="comparison" aria-label={says.comparison}>
      <div className="section-head">
        <h2>{says.comparison}</h2>
        <span className="label">
          {standing.indicator.goal} {text(standing.indicator.name)}　{says.comparisonHint}
        </span>
        <span className="spacer" />
        <button type="button" className="plain-button in-text no-print" onClick={onClear}>
          {says.clear}
        </button>
        <ComparisonDownload standing={standing} rows={rows} chart={chart} />
      </div>
      <div ref={chart}>
        <div className="comparison-lines">
          {rows.map((row) => (
            <CompareLine key={row.region} row={row} standing={standing} most={most} />
          ))}
        </div>
        <table className="regions-table comparison-table">
          <thead>
            <tr>
              <th>{says.region}</th>
              <th className="number">{says.value}</th>
              <th className="number wide-cell">{says.change}</th>
              <th className="number wide-cell">{says.share}</th>
              <th className="number narrow-cell">{says.completeness}</th>
              <th className="number narrow-cell">{says.timeliness}</th>
              <th>{says.status}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CompareRow key={row.region} row={row} standing={standing} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function CompareRow({ row, standing }: { row: RegionStanding; standing: RegionsStanding }) {
  const text = useText()
  const share = (value: number | null | undefined) =>
    value == null ? <span className="label">—</span> : <PercentText figure={{ known: true, value }} />
  return (
    <tr data-region={row.region}>
      <th scope="row">
        <Link to="/regions/$region" params={{ region: row.region }}>
          {text(row.name)}
        </Link>
      </th>
      <td className="number">
        <RowFigure row={row} standing={standing} />
      </td>
      <td className="number wide-cell">
        <AmountText figure={row.change} of={standing.indicator} sense="total" signed unit={false} />
      </td>
      <td className="number wide-cell">
        {row.share.known ? <PercentText figure={row.share} /> : <span className="label">—</span>}
      </td>
      <td className="number narrow-cell">{share(row.reporting?.completeness)}</td>
      <td className="number narrow-cell">{share(row.reporting?.timeliness)}</td>
      <td>
        <StatusMark status={row.status} />
      </td>
    </tr>
  )
}
