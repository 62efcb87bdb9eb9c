import { Link } from '@tanstack/react-router'
import type { Dashboard } from '@xushi/contract'
import { Demo } from '../app/demo.tsx'
import { useText, useWords } from '../language/language.tsx'
import { overviewWords } from './overview.words.ts'
import { reporting } from './summary.ts'

const shown = 6
const width = 150

/** 填报: how many of the expected units have reported, indicator by indicator, the emptiest first. */
export function ReportingPanel({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
  const text = useText()
  const rows = reporting(dashboard.indicators)
  if (rows.length === 0) return null
  return (
    <section className="reporting">
      <div className="section-head">
        <h2>{says.reporting}</h2>
        <span className="label">{says.reportingHint}</span>
        <span className="spacer" />
        {dashboard.demo && <Demo />}
      </div>
      <ul>
        {rows.slice(0, shown).map(({ target, units, expected }) => (
          <li key={target.id}>
            <Link to="/indicators/$indicator" params={{ indicator: target.id }} title={text(target.name)}>
              {text(target.name)}
            </Link>
            <svg width={width} height="10" viewBox={`0 0 ${width} 10`} aria-hidden="true">
              <rect width={width} height="10" fill="var(--track)" />
              <rect width={(width * units) / expected} height="10" fill="var(--actual)" />
            </svg>
            <span className="number">
              <b>{units}</b>/{expected}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > shown && <p className="label">{says.othersReporting(rows.length - shown)}</p>}
    </section>
  )
}
