import { Link } from '@tanstack/react-router'
import type { Dashboard, ReportingByKind } from '@xushi/contract'
import { Demo } from '../app/demo.tsx'
import { useWords } from '../language/language.tsx'
import { overviewWords } from './overview.words.ts'

const width = 150

/** 填报率 of the last month, by kind of reporting unit. */
export function ReportingPanel({ dashboard: { reporting, demo } }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
  if (reporting === null) return null
  return (
    <section className="reporting">
      <div className="section-head">
        <h2>{says.reporting}</h2>
        <span className="label">{says.reportingHint(reporting.period)}</span>
        <span className="spacer" />
        {demo && <Demo />}
      </div>
      <ul>
        {reporting.kinds.map((row) => (
          <Kind key={row.kind} row={row} />
        ))}
      </ul>
      <Link
        to="/reporting"
        search={(before) => ({ ...before, period: reporting.period })}
        className="plain-link no-print"
      >
        {says.whoOwes}
      </Link>
    </section>
  )
}

/** The bar is what is there; the mark within it what came in time. */
function Kind({ row: { kind, counted, expected, onTime, timed } }: { row: ReportingByKind['kinds'][number] }) {
  const says = useWords(overviewWords)
  const at = (width * onTime) / expected
  return (
    <li>
      <span>{says.unitKinds[kind]}</span>
      <svg width={width} height="10" viewBox={`0 0 ${width} 10`} aria-hidden="true">
        <rect width={width} height="10" fill="var(--track)" />
        <rect width={(width * counted) / expected} height="10" fill="var(--actual)" />
        {timed > 0 && onTime < counted && <path d={`M${at} 0v10`} stroke="var(--bg)" strokeWidth="2" />}
      </svg>
      <span className="number nowrap">
        <b>{counted}</b>/{expected}
        <span className="label on-time">{timed > 0 && says.onTime(onTime)}</span>
      </span>
    </li>
  )
}
