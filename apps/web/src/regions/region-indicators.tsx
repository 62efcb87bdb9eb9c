import { Link } from '@tanstack/react-router'
import { shortDate } from '@xushi/wording'
import { CorrectedMark, CorrectedNote } from '../corrected/corrected.tsx'
import { AmountText, PercentText, WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { Sparkline } from '../sparkline/sparkline.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { StatusReason } from '../status/status-reason.tsx'
import { regionWords } from './region.words.ts'
import { RegionState } from './region-state.tsx'
import { isNotOpen, type RegionRow } from './region-summary.ts'
import { targetWords } from './region-target.ts'
import { regionsWords } from './regions.words.ts'

/** Every indicator that a region reports. Target and status only where the region has a promise of its own. */
export function RegionIndicators({ rows, year }: { rows: readonly RegionRow[]; year: string }) {
  const says = useWords(regionWords)
  const text = useText()
  return (
    <section>
      <div className="section-head regions-list-head">
        <h2>{says.indicators}</h2>
        <span className="label">{year}</span>
      </div>
      <div className="scroll-x">
        <table className="region-indicators">
          <thead>
            <tr>
              <th>{says.indicator}</th>
              <th className="number">{says.value}</th>
              <th className="number">{says.share}</th>
              <th>{says.line}</th>
              <th>{says.target}</th>
              <th>{says.status}</th>
              <th className="number">{says.periods}</th>
              <th>{says.lastState}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} year={year} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.map(
        (row) =>
          row.corrected !== undefined && (
            <p key={row.id} className="second regions-note">
              {text(row.name)}　<CorrectedNote of={row} corrected={row.corrected} />
            </p>
          ),
      )}
      <p className="label regions-note">{says.noTargetFull}</p>
    </section>
  )
}

function Row({ row, year }: { row: RegionRow; year: string }) {
  const says = useWords(regionWords)
  const all = useWords(regionsWords)
  const text = useText()
  const { language } = useLanguage()
  const { regional, target, spark } = row
  const reports = regional?.reports ?? null
  const last = reports?.periods.at(-1)
  return (
    <tr data-goal={row.goal}>
      <th scope="row">
        <span className="label">{row.goal}</span>{' '}
        <Link to="/indicators/$indicator" params={{ indicator: row.id }}>
          {text(row.name)}
        </Link>
      </th>
      <td className="number" data-label={says.value}>
        <RegionFigure row={row} />
      </td>
      <td className="number" data-label={says.share}>
        {regional?.share.known ? <PercentText figure={regional.share} /> : <span className="label">—</span>}
      </td>
      <td className="line-cell">
        {row.kind !== 'yes-no' && spark.value.some((value) => value !== null) && (
          <Sparkline {...spark} label={says.trend(text(row.name))} />
        )}
      </td>
      <td data-label={says.target}>
        {target === null ? <span className="label">{says.noTarget}</span> : targetWords(target, row, language)}
      </td>
      <td className="status-cell">
        <StatusMark status={row.status} quiet={row.status === 'not-judged'} />
        <CorrectedMark of={row} />
        {row.marks.includes('over-quota') && <div className="label">{all.overQuota}</div>}
        <div>
          <StatusReason of={row} />
        </div>
      </td>
      <td className="number" data-label={says.periods}>
        {reports === null || reports.expected === 0 ? '—' : all.counted(reports.counted, reports.expected)}
      </td>
      <td>
        {reports === null ? (
          '—'
        ) : (
          <RegionState
            state={last?.state ?? null}
            timing={last?.timing ?? null}
            deadline={last === undefined ? undefined : shortDate(last.deadline, year)}
            isNotOpen={isNotOpen(row)}
            isZero={row.actual.known && row.actual.value === 0}
          />
        )}
      </td>
    </tr>
  )
}

/** What a region holds of an indicator: an amount, 已 or 未, n of its prefectures, or why nothing. */
export function RegionFigure({ row }: { row: RegionRow }) {
  const all = useWords(regionsWords)
  const { regional, kind } = row
  if (regional === undefined) return null
  const { figure, absence, byPrefecture } = regional
  if (!figure.known) return <WhyText why={absence ?? figure.why} />
  if (kind === 'yes-no')
    return <b>{byPrefecture ? all.of(figure.value, row.reported.expected) : figure.value > 0 ? all.yes : all.no}</b>
  return (
    <b>
      <AmountText figure={figure} of={row} sense="total" />
    </b>
  )
}
