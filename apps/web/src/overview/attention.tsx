import { Link } from '@tanstack/react-router'
import type { Dashboard } from '@xushi/contract'
import { daysBetween } from '@xushi/domain'
import { type AttentionLine, attentionLines, type LateMilestone, percent, shortDate, type Target } from '@xushi/wording'
import { Demo } from '../app/demo.tsx'
import { useIsPhone } from '../app/media.ts'
import { ClauseButton } from '../clause/clause-button.tsx'
import { ActualText } from '../figure/actual-text.tsx'
import { PlanText, PointsText } from '../figure/figure-text.tsx'
import { forecastRow } from '../forecast/forecast-row.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { TrackStatus } from '../milestones/track-status.tsx'
import { StatusMark, StatusShape } from '../status/status-glyph.tsx'
import { StatusReason } from '../status/status-reason.tsx'
import { overviewWords } from './overview.words.ts'
import { TargetRow } from './target-row.tsx'

/** So many rows, the most urgent. */
const shown = 8
/** With so many the list is as long as what stands beside it. */
const filled = 6
/** Of those without data, so many are named. */
const mostNamed = 24

/** 先看这些: what is overdue, behind or due soon, with the reason that was recorded, the gap, and who mends it until when. */
export function Attention({ dashboard }: { dashboard: Dashboard }) {
  const says = useWords(overviewWords)
  const isPhone = useIsPhone()
  const { on } = dashboard
  const lines = attentionLines(dashboard)
  const isSilent = (line: AttentionLine) => line.is === 'target' && line.target.status === 'no-data'
  const urgent = lines.filter((line) => !isSilent(line))
  // Beside the other column there is room for more than is urgent; on a phone that would push everything else down.
  const rows = lines.slice(
    0,
    urgent.length > 0 && isPhone ? Math.min(urgent.length, shown) : Math.min(Math.max(urgent.length, filled), shown),
  )
  const others = lines.flatMap((line) =>
    isSilent(line) && line.is === 'target' && !rows.includes(line) ? [line.target] : [],
  )
  return (
    <section className="attention">
      <div className="section-head">
        <h2>{says.first}</h2>
        <span className="label">{says.firstHint}</span>
      </div>
      {isPhone && rows.some(({ is }) => is === 'target') && (
        <p className="label bar-legend">{says.barLegend(percent(dashboard.time.ratio))}</p>
      )}
      {lines.length === 0 && <p className="second quiet-line">{says.allWell}</p>}
      <ul>
        {rows.map((line) => (
          <li key={line.is === 'target' ? line.target.id : line.milestone.id}>
            {line.is === 'milestone' ? (
              <MilestoneRow milestone={line.milestone} on={on} />
            ) : isPhone ? (
              <>
                <TargetRow target={line.target} on={on} />
                <PhoneReason target={line.target} />
              </>
            ) : (
              <AttentionRow target={line.target} on={on} />
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className="second quiet-line">
          <StatusShape status="no-data" size={13} /> {says.more(others.length)}
          {others.slice(0, mostNamed).map(({ id, goal }) => (
            <Link key={id} to="/indicators/$indicator" params={{ indicator: id }} className="goal-link">
              {goal}
            </Link>
          ))}
          {others.length > mostNamed && (
            <Link to="." search={(before) => ({ ...before, status: 'no-data' })} className="goal-link">
              {says.andMore(others.length - mostNamed)}
            </Link>
          )}
        </p>
      )}
    </section>
  )
}

function AttentionRow({ target, on }: { target: Target; on: string }) {
  const says = useWords(overviewWords)
  const text = useText()
  const { actual, reported, lag, status } = target
  const isLate = status === 'behind' || status === 'overdue' || status === 'slightly-behind'
  return (
    <div className="attention-row">
      <StatusMark status={target.status} size={16} />
      <span>
        <Link to="/indicators/$indicator" params={{ indicator: target.id }} className="strong">
          {text(target.name)}
        </Link>{' '}
        <span className="label">{target.goal}</span> <ClauseButton of={target} /> {target.demo && <Demo />}
        <span className="second block">
          {lag !== null ? (
            says.because(text(lag.cause), lag.remedy)
          ) : (
            <>
              {isLate && `${says.noCause}　`}
              {actual.known && says.dataAsOf(shortDate(actual.on, on.slice(0, 4)))}
              {actual.known && reported.units !== null && reported.units > 0 && ' · '}
              {reported.units !== null && reported.units > 0 && says.units(reported.units, reported.expected)}
              {!actual.known && (reported.units ?? 0) > 0 && ' · '}
              <StatusReason of={target} full />
            </>
          )}
        </span>
      </span>
      <Gap target={target} />
      <TimeLeft target={target} on={on} />
      <AtThisPace target={target} />
      <Remedy lag={target.lag} isLate={target.status === 'behind' || target.status === 'overdue'} />
    </div>
  )
}

/** What a row of a phone has no place for: the reason, who mends it until when, and where the pace leads. */
function PhoneReason({ target }: { target: Target }) {
  const says = useWords(overviewWords)
  const text = useText()
  const { lag, status } = target
  return (
    <div className="phone-reason second">
      {lag !== null && <p>{says.because(text(lag.cause), lag.remedy)}</p>}
      <Remedy lag={lag} isLate={status === 'behind' || status === 'overdue'} />
      <AtThisPace target={target} />
    </div>
  )
}

/** 照此速度: what happens if nothing changes. */
function AtThisPace({ target }: { target: Target }) {
  const { language } = useLanguage()
  const { by, says } = forecastRow(target, language)
  return (
    <span className="second">
      {by !== '' && <span>{by}</span>}
      <span className="block">{says}</span>
    </span>
  )
}

/** Who mends it until when; where nobody said so yet, that it is still to be said. */
function Remedy({ lag, isLate }: { lag: Target['lag']; isLate: boolean }) {
  const says = useWords(overviewWords)
  if (lag !== null) {
    return (
      <span className="second">
        {says.responsible(lag.responsible)}
        <span className="block">{says.newDate(lag.newDate)}</span>
      </span>
    )
  }
  return <span>{isLate && <b>{says.reasonMissing}</b>}</span>
}

/** A milestone whose day has passed, or was moved: with the day that was promised first. */
function MilestoneRow({ milestone, on }: { milestone: LateMilestone; on: string }) {
  const says = useWords(overviewWords)
  const text = useText()
  const { id, goal, name, standing } = milestone
  const { expectedOn, expectedBefore, state } = standing
  const isOverdue = state === 'overdue'
  const days = expectedOn === null ? null : daysBetween(expectedOn, on)
  return (
    <div className="attention-row milestone-row">
      <TrackStatus state={state} />
      <span>
        <Link to="/goals/$goal" params={{ goal: id }} className="strong">
          {text(name)}
        </Link>{' '}
        <span className="label">
          {goal} {says.milestone}
        </span>{' '}
        <ClauseButton of={milestone} />
        <span className="second block">
          {expectedBefore[0] !== undefined && says.movedFrom(expectedBefore[0], expectedBefore.length)}
          {expectedBefore[0] !== undefined && (milestone.lag !== null || isOverdue) && ' · '}
          {milestone.lag === null && isOverdue && says.noCause}
          {milestone.lag !== null && says.because(text(milestone.lag.cause), milestone.lag.remedy)}
        </span>
      </span>
      <span className="number">
        {days !== null && <b className="gap">{days > 0 ? says.past(days) : says.left(-days)}</b>}
        <span className="label block">{expectedOn !== null && says.expected(expectedOn)}</span>
      </span>
      <span />
      <span />
      <Remedy lag={milestone.lag} isLate={isOverdue} />
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
        <ActualText target={target} />
      )}
      <span className="label block">
        {actual.known && plan.known && (
          <>
            <ActualText target={target} />
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
