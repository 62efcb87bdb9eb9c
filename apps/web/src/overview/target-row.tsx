import { Link } from '@tanstack/react-router'
import {
  exactNumber,
  percent,
  shortDate,
  shortText,
  statusWords,
  type Target,
  targetNote,
  targetText,
} from '@xushi/wording'
import { Demo } from '../app/demo.tsx'
import { Bullet } from '../bullet/bullet.tsx'
import { ClauseButton } from '../clause/clause-button.tsx'
import { CorrectedMark } from '../corrected/corrected.tsx'
import { ActualText } from '../figure/actual-text.tsx'
import { AmountText, PercentText, PointsText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { Sparkline } from '../sparkline/sparkline.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { StatusReason } from '../status/status-reason.tsx'
import { overviewWords } from './overview.words.ts'
import { StageTrack } from './stage-track.tsx'

export const barWidth = 330

/** One target: what counts, what is promised, how far it is, against plan, in words and in the bullet. */
export function TargetRow({ target, on }: { target: Target; on: string }) {
  const { language } = useLanguage()
  const text = useText()
  const says = useWords(overviewWords)
  const isQuiet = target.status === 'not-judged'
  return (
    <article className={isQuiet ? 'row quiet' : 'row'}>
      <span className="name">
        <em>{target.goal}</em>
        <Link to="/indicators/$indicator" params={{ indicator: target.id }}>
          {text(target.name)}
        </Link>{' '}
        <ClauseButton of={target} /> {target.demo && <Demo />}
      </span>
      <Actual target={target} />
      <span className="number goal">
        <b>{targetText(target, language)}</b>
        <small>{targetNote(target, language)}</small>
      </span>
      <span className="bar-cell">{isQuiet ? <StatusReason of={target} full /> : <Bar target={target} />}</span>
      <Attained target={target} />
      <span className="number ahead">
        {target.stages !== null && !target.actual.known && !isQuiet && target.status !== 'no-data' ? (
          <StageWord target={target} />
        ) : (
          <b>
            <PointsText figure={target.percentagePoints} />
            {target.percentagePoints.known && <span className="phone-only">{says.pointsUnit}</span>}
          </b>
        )}
      </span>
      <span className="state">
        <StatusMark status={target.status} />
        {target.marks.includes('stale') && <StatusMark status="stale" size={12} />}
        <Timing target={target} year={on.slice(0, 4)} />
        <CorrectedMark of={target} />
        {target.status === 'no-data' && target.marks.length === 0 && <StatusReason of={target} />}
      </span>
      <span className={target.actual.known ? 'date label' : 'date label silent'}>
        <span className="phone-only">{target.actual.known && says.dataAsOf('')}</span>
        {target.actual.known ? shortDate(target.actual.on, on.slice(0, 4)) : '—'} <Coverage target={target} />
      </span>
      <PhoneNote target={target} />
      <span className="trend">
        {target.spark.value.length > 1 && <Sparkline {...target.spark} label={`${text(target.name)} ${says.trend}`} />}
      </span>
    </article>
  )
}

function Actual({ target }: { target: Target }) {
  const says = useWords(overviewWords)
  const { language } = useLanguage()
  const { actual, gain, target: promised, baseline, stages, reported } = target
  const reachedStage = stages?.findLast(({ reached }) => reached)
  const earlier = target.beside.find(({ source }) => source === 'earlier-round')
  if (!actual.known && stages !== null && target.status !== 'no-data' && target.status !== 'not-judged') {
    return (
      <span className="number actual">
        <span className="unknown">
          {reachedStage === undefined ? says.notBegun : says.inStage(reachedStage.name[language])}
        </span>
        <small>
          {earlier?.figure.known
            ? says.earlier(`${earlier.figure.value}${language === 'zh' ? target.unit.zh : ''}`)
            : says.notCounted}
        </small>
      </span>
    )
  }
  const showsGain = actual.known && gain.known && promised !== null && baseline.known && baseline.value !== 0
  return (
    <span className="number actual">
      <b>
        <ActualText target={target} />
      </b>
      <small>
        {showsGain && gain.known && (
          <>
            {says.gain}
            <AmountText figure={gain} of={target} sense="total" signed unit={false} />
          </>
        )}
        {!actual.known &&
          reported.units !== null &&
          reported.units > 0 &&
          says.units(reported.units, reported.expected)}
      </small>
    </span>
  )
}

function Bar({ target }: { target: Target }) {
  const says = useWords(overviewWords)
  const states = useWords(statusWords)
  const text = useText()
  const { achievement, plan, stages, actual } = target
  if (stages !== null && !actual.known) return <StageTrack stages={stages} />
  const label = [
    text(target.name),
    states[target.status],
    achievement.known ? `${says.attainment} ${percent(achievement.value)}` : '',
    plan.known ? `${says.plan} ${percent(plan.ratio)}` : '',
  ]
    .filter((part) => part !== '')
    .join('，')
  return (
    <Bullet
      width={barWidth}
      achieved={achievement.known ? achievement : null}
      plan={plan.known ? plan.ratio : null}
      isTotal={target.sourceOfRecord !== 'national'}
      label={label}
    />
  )
}

/** What a phone has no column for: from where the bar is measured, or what the target means. */
function PhoneNote({ target }: { target: Target }) {
  const says = useWords(overviewWords)
  const { language } = useLanguage()
  const { attainment, achievement } = target
  const differs = attainment.known && achievement.known && Math.abs(attainment.value - achievement.value) > 1e-9
  return (
    <span className="phone-note label">
      <ClauseButton of={target} />
      {(differs || targetNote(target, language) !== null) && ' · '}
      {differs ? (
        <>
          {says.fromBaseline}
          <PercentText figure={achievement} />
        </>
      ) : (
        targetNote(target, language)
      )}
    </span>
  )
}

/** How many units stand behind the regional total, where anybody is asked to report. */
function Coverage({ target: { reported } }: { target: Target }) {
  const says = useWords(overviewWords)
  if (reported.units === null || reported.units === 0) return null
  return <small>{says.units(reported.units, reported.expected)}</small>
}

function Attained({ target }: { target: Target }) {
  const says = useWords(overviewWords)
  const { attainment, achievement, stages, actual, decimals } = target
  const short = shortText(target)
  const { coverageUnit, reported } = target
  if (coverageUnit !== null && actual.known && reported.expected > 0) {
    const { bound } = actual
    const covered = {
      known: true,
      value: actual.value / reported.expected,
      ...(bound !== undefined && { bound }),
    } as const
    return (
      <span className="number attained">
        <b>
          <PercentText figure={covered} />
        </b>
        <small>{says.covered(actual.value, reported.expected)}</small>
      </span>
    )
  }
  const differs = attainment.known && achievement.known && Math.abs(attainment.value - achievement.value) > 1e-9
  if (stages !== null && !actual.known && target.status !== 'not-judged' && target.status !== 'no-data') {
    return <span className="number attained unknown">{says.notCountedShort}</span>
  }
  return (
    <span className="number attained">
      <b>
        <PercentText figure={attainment} />
      </b>
      <small>
        {short !== null && says.short(exactNumber(short, decimals))}
        {short === null && differs && (
          <>
            {says.fromBaseline}
            <PercentText figure={achievement} />
          </>
        )}
      </small>
    </span>
  )
}

function StageWord({ target }: { target: Target }) {
  const says = useWords(overviewWords)
  const { language } = useLanguage()
  const due = target.stages?.findLast((stage) => stage.due)
  return (
    <span className="unknown">
      {target.status === 'behind' || target.status === 'overdue' ? says.lateStage : says.bySchedule}
      {due !== undefined && <small>{says.stage(due.name[language])}</small>}
    </span>
  )
}

const timingWords = {
  zh: {
    'not-later-than': (on: string) => `不晚于${on}`,
    'on-time': '按期完成',
    late: (days: number | null) => (days === null ? '逾期完成' : `逾期${days}天完成`),
    'unknown-time': '时间不详',
    'over-quota': '超出口径待核',
    due: '到期未报',
  },
  en: {
    'not-later-than': (on: string) => `by ${on}`,
    'on-time': 'on time',
    late: (days: number | null) => (days === null ? 'late' : `${days} days late`),
    'unknown-time': 'time unknown',
    'over-quota': 'outside reading, to check',
    due: 'due, not reported',
  },
} as const

/** When it was achieved, and the marks beside: 超出口径待核, 到期未报. */
export function Timing({
  target: { timing, marks },
  year = '',
}: {
  target: Pick<Target, 'timing' | 'marks'>
  year?: string
}) {
  const { language } = useLanguage()
  const says = timingWords[language]
  return (
    <>
      {timing !== null && (
        <small className="label">
          {timing.is === 'not-later-than' && says['not-later-than'](shortDate(timing.on, year))}
          {timing.is === 'on-time' && says['on-time']}
          {timing.is === 'late' && says.late(timing.days)}
          {timing.is === 'unknown-time' && says['unknown-time']}
        </small>
      )}
      {marks.includes('over-quota') && <small className="label">{says['over-quota']}</small>}
      {marks.includes('due-unreported') && <small className="label">{says.due}</small>}
    </>
  )
}
