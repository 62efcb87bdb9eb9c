import { Link } from '@tanstack/react-router'
import type { Dashboard } from '@xushi/contract'
import { shellWords } from '../app/shell.words.ts'
import { AmountText, PlanText, PointsText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { overviewWords } from './overview.words.ts'
import { attention, type Target } from './summary.ts'

const shown = 6

/** 先看这些: what is overdue, behind or without data, with the gap and the days that are left. */
export function Attention({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
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
          <AttentionRow key={target.id} target={target} on={dashboard.on} />
        ))}
      </ul>
      {others.length > 0 && (
        <p className="second quiet-line">
          <StatusMark status="no-data" size={13} /> {says.more(others.length)}
          {'　'}
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
  const { plan, percentagePoints, due } = target
  const days = due === null ? null : Math.round((Date.parse(due.on) - Date.parse(on)) / 86_400_000)
  return (
    <li>
      <StatusMark status={target.status} size={16} />
      <span>
        <Link to="/indicators/$indicator" params={{ indicator: target.id }} className="strong">
          {text(target.name)}
        </Link>{' '}
        <span className="label">{target.goal}</span> {target.demo && <Demo />}
      </span>
      <span className="number">
        {percentagePoints.known ? (
          <>
            <b>
              <PointsText figure={percentagePoints} />
            </b>{' '}
            <span className="label">{says.ahead}</span>
          </>
        ) : (
          <AmountText figure={target.actual} of={target} />
        )}
      </span>
      <span className="second">
        {plan.known && (
          <>
            {target.actual.known && (
              <>
                <AmountText figure={target.actual} of={target} />
                {'，'}
              </>
            )}
            {says.shouldBe}
            <PlanText value={plan.value} of={target} />
          </>
        )}
      </span>
      <span className="second">
        {due !== null && says.due(due.on)}
        {days !== null && ` ${days >= 0 ? says.left(days) : says.past(-days)}`}
      </span>
    </li>
  )
}

export function Demo() {
  return <span className="demo">{useWords(shellWords).demoShort}</span>
}
