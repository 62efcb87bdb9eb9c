import type { Screen } from '@xushi/contract'
import { amount, percent, shortText, statusWords, type Target } from '@xushi/wording'
import { Demo } from '../app/demo.tsx'
import { Bullet } from '../bullet/bullet.tsx'
import { ActualText } from '../figure/actual-text.tsx'
import { PointsText, WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { StatusMark } from '../status/status-glyph.tsx'
import { screenWords } from './screen.words.ts'
import { isInStages, mostRows, screenRows } from './screen-rows.ts'

const bullet = { width: 340, height: 68, bar: 18 } as const
const fullAt = 258

/** At most ten targets, the most urgent first; the plan ticks of all rows join into one line. */
export function ScreenTargets({ screen }: { screen: Screen }) {
  const says = useWords(screenWords)
  const rows = screenRows(screen)
  const { ratio } = screen.time
  return (
    <section>
      <div className="screen-row screen-row-head">
        <h2>
          {screen.region === null ? says.targets : says.targetsOfRegion}
          {rows.length > mostRows && <small>{says.firstOf(mostRows, rows.length)}</small>}
        </h2>
        <span className="screen-actual">{says.actual}</span>
        <span className="screen-scale">
          {says.achievement}
          <b style={{ left: Math.min(Math.max(ratio, 0.6), 1) * fullAt }}>{says.schedule(percent(ratio))}</b>
        </span>
        <span className="screen-points">{says.points}</span>
        <span>{says.status}</span>
      </div>
      {rows.length === 0 && <p className="screen-empty">{says.noRows}</p>}
      {rows.slice(0, mostRows).map((target) => (
        <TargetLine key={target.id} target={target} />
      ))}
    </section>
  )
}

function TargetLine({ target }: { target: Target }) {
  const says = useWords(screenWords)
  const text = useText()
  const { percentagePoints, status, demo, goal, name, stages } = target
  const isLate = status === 'overdue' || status === 'behind' || status === 'slightly-behind'
  return (
    <div className="screen-row">
      <span className="screen-name">
        <em>{goal}</em>
        <span className="screen-name-text">{text(name)}</span>
        {demo && <Demo />}
      </span>
      <span className="screen-actual">
        <Actual target={target} />
      </span>
      {isInStages(target) && stages !== null ? <Stages stages={stages} /> : <Bar target={target} />}
      <span className="screen-points">
        {isInStages(target) ? (
          <span className="unknown">{isLate ? says.lateStage : says.bySchedule}</span>
        ) : (
          <PointsText figure={percentagePoints} />
        )}
      </span>
      <StatusMark status={status} size={22} />
    </div>
  )
}

function Actual({ target }: { target: Target }) {
  const says = useWords(screenWords)
  const text = useText()
  const { language } = useLanguage()
  if (!isInStages(target)) {
    const short = shortText(target)
    return (
      <>
        <b>
          <ActualText target={target} />
        </b>
        {short !== null && (
          <small className="screen-short">
            {says.short(amount({ value: short }, text(target.unit), { decimals: target.decimals, language }))}
          </small>
        )}
      </>
    )
  }
  const reached = target.stages?.findLast((stage) => stage.reached)
  return <span className="unknown">{reached === undefined ? says.notBegun : says.inStage(reached.name[language])}</span>
}

function Bar({ target }: { target: Target }) {
  const says = useWords(screenWords)
  const states = useWords(statusWords)
  const text = useText()
  const { achievement, plan, status, name } = target
  if (!achievement.known && !plan.known) return <WhyText why={achievement.why} />
  const label = [
    text(name),
    states[status],
    achievement.known ? `${says.achievement} ${percent(achievement.value)}` : '',
    plan.known ? says.schedule(percent(plan.ratio)) : '',
  ]
  return (
    <Bullet
      {...bullet}
      achieved={achievement.known ? achievement : null}
      plan={plan.known ? plan.ratio : null}
      isTotal={target.sourceOfRecord !== 'national'}
      label={label.filter((part) => part !== '').join('，')}
    />
  )
}

const firstAt = 20

/** The stages of a selection: filled where reached, the furthest one bold; no bar, since nothing counts before the result. */
function Stages({ stages }: { stages: NonNullable<Target['stages']> }) {
  const { language } = useLanguage()
  const step = stages.length > 1 ? Math.min(62, 248 / (stages.length - 1)) : 0
  const furthest = stages.findLastIndex(({ reached }) => reached)
  const label = stages.map(({ name, reached }) => `${name[language]}${reached ? ' ✓' : ''}`).join('，')
  return (
    <svg width="340" height="68" viewBox="0 0 340 68" role="img" aria-label={label}>
      {stages.map(({ id, name, reached }, index) => {
        const x = firstAt + index * step
        const done = index < furthest
        return (
          <g key={id}>
            {index < stages.length - 1 && (
              <path
                d={`M${x} 23h${step}`}
                stroke={done ? 'var(--on-schedule)' : 'var(--line2)'}
                strokeWidth={done ? 3 : 1.5}
              />
            )}
            <circle
              cx={x}
              cy="23"
              r="6.5"
              fill={reached ? 'var(--on-schedule)' : 'var(--bg)'}
              stroke={reached ? 'var(--on-schedule)' : 'var(--line2)'}
              strokeWidth="2"
            />
            {(language === 'zh' || index === Math.max(furthest, 0)) && (
              <text
                x={x}
                y="53"
                textAnchor={language === 'zh' ? 'middle' : 'start'}
                className={index === furthest ? 'strong' : ''}
              >
                {name[language]}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
