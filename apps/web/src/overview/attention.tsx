import { Link } from '@tanstack/react-router'
import type { Dashboard } from '@xushi/contract'
import { daysBetween } from '@xushi/domain'
import { Demo } from '../app/demo.tsx'
import { useIsPhone } from '../app/media.ts'
import { AmountText, PlanText, PointsText } from '../figure/figure-text.tsx'
import { shortDate } from '../figure/format-figure.ts'
import { useText, useWords } from '../language/language.tsx'
import { StatusMark, StatusShape } from '../status/status-glyph.tsx'
import { StatusReason } from '../status/status-reason.tsx'
import { overviewWords } from './overview.words.ts'
import { attention, type Target } from './summary.ts'
import { TargetRow } from './target-row.tsx'

const shown = 6

/** 先看这些: what is overdue, behind or without data, with the gap and the days that are left. */
export function Attention({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
  const isPhone = useIsPhone()
  const rows = attention(dashboard.indicators)
  const late = rows.filter(({ status }) => status !== 'no-data')
  const silent = rows.filter(({ status }) => status === 'no-data')
  const first = late.length > 0 ? late.slice(0, shown) : silent.slice(0, shown)
  const others = late.length > 0 ? silent : silent.slice(shown)
  return (
    <section className="attention">
      <div className="section-head">
        <h2>{says.first}</h2>
        <span className="label">{says.firstHint}</span>
      </div>
      {rows.length === 0 && <p className="second quiet-line">{says.allWell}</p>}
      <ul>
        {first.map((target) => (
          <li key={target.id}>
            {isPhone ? (
              <TargetRow target={target} on={dashboard.on} />
            ) : (
              <AttentionRow target={target} on={dashboard.on} />
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className="second quiet-line">
          <StatusShape status="no-data" size={13} /> {says.more(others.length)}
          {others.map(({ id, goal }) => (
            <Link key={id} to="/indicators/$indicator" params={{ indicator: id }} className="goal-link">
              {goal}
            </Link>
          ))}
        </p>
      )}
    </section>
  )
}

function AttentionRow({ target, on }: { target: Target; on: string }) {
  const says = useWords(overviewWords)
  const text = useText()
  const { actual, reported } = target
  return (
    <div className="attention-row">
      <StatusMark status={target.status} size={16} />
      <span>
        <Link to="/indicators/$indicator" params={{ indicator: target.id }} className="strong">
          {text(target.name)}
        </Link>{' '}
        <span className="label">{target.goal}</span> {target.demo && <Demo />}
        <span className="second block">
          {actual.known && says.dataAsOf(shortDate(actual.on, on.slice(0, 4)))}
          {actual.known && reported.units !== null && reported.units > 0 && ' · '}
          {reported.units !== null && reported.units > 0 && says.units(reported.units, reported.expected)}
          {!actual.known && (reported.units ?? 0) > 0 && ' · '}
          <StatusReason of={target} full />
        </span>
      </span>
      <Gap target={target} />
      <TimeLeft target={target} on={on} />
    </div>
  )
}

/** How far behind, in points; beneath it what is there and what should be. */
function Gap({ target }: { target: Target }) {
  const says = useWords(overviewWords)
  const { percentagePoints, actual, plan } = target
  return (
    <span className="number">
      {percentagePoints.known ? (
        <>
          <b className="gap">
            <PointsText figure={percentagePoints} />
          </b>
          {says.pointsUnit}
        </>
      ) : (
        <AmountText figure={actual} of={target} />
      )}
      <span className="label block">
        {actual.known && plan.known && (
          <>
            <AmountText figure={actual} of={target} />
            {says.comma}
          </>
        )}
        {plan.known && (
          <>
            {says.shouldBe}
            <PlanText value={plan.value} of={target} />
          </>
        )}
      </span>
    </span>
  )
}

function TimeLeft({ target: { due }, on }: { target: Target; on: string }) {
  const says = useWords(overviewWords)
  if (due === null) return <span />
  const days = daysBetween(on, due.on)
  return (
    <span className="number">
      {days >= 0 ? says.left(days) : says.past(-days)}
      <span className="label block">{says.due(due.on)}</span>
    </span>
  )
}
