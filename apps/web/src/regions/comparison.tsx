import { Link } from '@tanstack/react-router'
import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import type { Language } from '@xushi/wording'
import { type Ref, useRef } from 'react'
import { AmountText, PercentText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { CompareLine } from './compare-line.tsx'
import { ComparisonDownload } from './comparison-download.tsx'
import { regionsWords } from './regions.words.ts'
import { RowFigure, ShareText } from './regions-row.tsx'

type ComparisonProps = {
  readonly standing: RegionsStanding
  readonly codes: readonly string[]
  /** Those that the address names beyond the five. */
  readonly beyond: readonly string[]
  /** Codes of the address that no reporting region has. */
  readonly unknown: readonly string[]
  readonly onClear: () => void
  readonly box: Ref<HTMLElement>
}

/** Up to five regions side by side: lines on one scale, and their figures as a table. */
export function Comparison({ standing, codes, beyond, unknown, onClear, box }: ComparisonProps) {
  const says = useWords(regionsWords)
  const text = useText()
  const { language } = useLanguage()
  const rows = codes.flatMap((code) => standing.regions.find(({ region }) => region === code) ?? [])
  const chart = useRef<HTMLDivElement>(null)
  const most = Math.max(0, ...rows.flatMap(({ line }) => line.filter((point) => point !== null)))
  return (
    <section className="comparison" aria-label={says.comparison} ref={box}>
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
      {beyond.length > 0 && (
        <p className="comparison-left-out">{says.beyondCompared(nameList(standing, beyond, text, language))}</p>
      )}
      {unknown.length > 0 && (
        <p className="comparison-left-out">{says.cannotCompare(unknown.join(language === 'zh' ? '、' : ', '))}</p>
      )}
      <div ref={chart}>
        <div className="comparison-lines">
          {rows.map((row) => (
            <CompareLine key={row.region} row={row} standing={standing} most={most} />
          ))}
        </div>
        <div className="scroll-x">
          <table className="regions-table comparison-table">
            <thead>
              <tr>
                <th>{says.region}</th>
                <th className="number">{says.value}</th>
                <th className="number">{says.change}</th>
                <th className="number">{says.share}</th>
                <th className="number">{says.completeness}</th>
                <th className="number">{says.timeliness}</th>
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
      </div>
    </section>
  )
}

/** The names of regions in one line. */
export const nameList = (
  { regions }: RegionsStanding,
  codes: readonly string[],
  text: (name: RegionStanding['name']) => string,
  language: Language,
): string =>
  codes
    .flatMap((code) => regions.find(({ region }) => region === code)?.name ?? [])
    .map(text)
    .join(language === 'zh' ? '、' : ', ')

function CompareRow({ row, standing }: { row: RegionStanding; standing: RegionsStanding }) {
  const says = useWords(regionsWords)
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
      <td className="number" data-label={says.value}>
        <RowFigure row={row} standing={standing} />
      </td>
      <td className="number" data-label={says.change}>
        <AmountText figure={row.change} of={standing.indicator} sense="total" signed unit={false} />
      </td>
      <td className="number" data-label={says.shareShort}>
        <ShareText row={row} standing={standing} />
      </td>
      <td className="number" data-label={says.completeness}>
        {share(row.reporting?.completeness)}
      </td>
      <td className="number" data-label={says.timeliness}>
        {share(row.reporting?.timeliness)}
      </td>
      <td data-label={says.status}>
        <StatusMark status={row.status} />
      </td>
    </tr>
  )
}
