import { Link } from '@tanstack/react-router'
import type { MilestonesPage, MilestoneTrack, TrackedMilestone } from '@xushi/contract'
import { shortDate, trackSentence } from '@xushi/wording'
import { useRegionNames } from '../api/region-names.ts'
import { Demo } from '../app/demo.tsx'
import { ClauseButton } from '../clause/clause-button.tsx'
import { ClauseInShort } from '../clause/clause-words.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { milestonesWords } from './milestones.words.ts'
import { monthTicks, type TimeScale, timeScale } from './time-scale.ts'
import { daysOf, type ListedAspect } from './timeline-rows.ts'
import { trackDrawing } from './track-marks.ts'
import { shapeOfState, TrackStatus } from './track-status.tsx'
import { Ground, TrackSvg } from './track-svg.tsx'

type Axis = {
  readonly scale: TimeScale
  readonly ticks: ReturnType<typeof monthTicks>
  readonly start: string
  readonly on: string
}

/** The milestones on one axis of months, by aspect; on a phone and on paper a list with its dates in words. */
export function Timeline({ page, aspects }: { page: MilestonesPage; aspects: readonly ListedAspect[] }) {
  const says = useWords(milestonesWords)
  const text = useText()
  const { language } = useLanguage()
  const scale = timeScale(daysOf(page))
  const axis = { scale, ticks: monthTicks(scale, language), start: page.programme.publishedOn, on: page.on }
  return (
    <figure className="timeline">
      <figcaption className="visually-hidden">
        {says.caption}，{says.asOf(page.on)}
      </figcaption>
      <AxisRow axis={axis} />
      {aspects.map(({ aspect, all, rows }) =>
        rows.length === 0 ? null : (
          <section key={aspect.id}>
            <h3 className="track-aspect">
              {circled(aspect.number)}　{text(aspect.name)}
              <span className="label">{says.ofAspect(all, rows.length)}</span>
            </h3>
            <ul>
              {rows.map(({ milestone, tracks }) =>
                tracks.length === 0 ? (
                  <QuietRow key={milestone.id} milestone={milestone} axis={axis} />
                ) : (
                  tracks.map((track, index) => (
                    <TrackRow
                      key={`${milestone.id} ${track.region}`}
                      milestone={milestone}
                      track={track}
                      isFirst={index === 0}
                      axis={axis}
                    />
                  ))
                ),
              )}
            </ul>
          </section>
        ),
      )}
      {page.milestones.some(({ tracks }) => tracks !== null) && <Legend />}
    </figure>
  )
}

function AxisRow({ axis: { ticks, scale, on } }: { axis: Axis }) {
  const says = useWords(milestonesWords)
  const now = scale.at(on)
  const label = says.asOf(shortDate(on, scale.from.slice(0, 4)))
  const half = 20 + 3.6 * label.length
  return (
    <div className="track-row track-axis" aria-hidden="true">
      <span className="track-name" />
      <svg className="track-svg" width="100%" height="44" aria-hidden="true">
        {ticks.map(({ on: month, middle, label: name }) => (
          <text key={month} x={`${middle}%`} y="36" textAnchor="middle">
            {name}
          </text>
        ))}
        <line x1={`${now}%`} x2={`${now}%`} y1="20" y2="44" stroke="var(--ink)" strokeWidth="1.2" />
        <svg x={`${now}%`} y="0" overflow="visible" aria-hidden="true">
          <rect x={-half} width={2 * half} height="20" fill="var(--ink)" />
          <text className="track-now" y="15" textAnchor="middle">
            {label}
          </text>
        </svg>
      </svg>
      <span />
    </div>
  )
}

type RowProps = {
  readonly milestone: TrackedMilestone
  readonly track: MilestoneTrack
  readonly isFirst: boolean
  readonly axis: Axis
}

function TrackRow({ milestone, track, isFirst, axis }: RowProps) {
  const { language } = useLanguage()
  const { scale, ticks, start, on } = axis
  const { responsible } = milestone
  const said = trackSentence(track, { on, language, responsible })
  const { state } = track.standing
  return (
    <li className={state === 'not-recorded' ? 'track-row track-quiet' : 'track-row'}>
      <TrackName milestone={milestone} track={track} isFirst={isFirst} />
      {state === 'not-recorded' ? (
        <span className="track-cell">
          <Behind axis={axis} />
          <span className="track-says-always label">{said}</span>
        </span>
      ) : (
        <>
          <TrackSvg
            drawing={trackDrawing(track, scale, start, on)}
            ticks={ticks}
            now={scale.at(on)}
            tone={`var(--${shapeOfState[state]})`}
            label={said}
          />
          <p className="track-says">{said}</p>
        </>
      )}
      <TrackStatus state={state} />
    </li>
  )
}

function TrackName({ milestone, track, isFirst }: Omit<RowProps, 'axis'>) {
  const text = useText()
  const regionName = useRegionNames()
  const { goal, id, name, clause } = milestone
  const region = track.region === null ? null : regionName(track.region)
  return (
    <span className="track-name">
      <em className={isFirst ? '' : 'track-again'}>{goal}</em>
      <Link to="/goals/$goal" params={{ goal: id }} className={isFirst ? '' : 'track-again'}>
        {text(name)}
      </Link>
      {region !== null && <b className="track-region">{region}</b>}
      {track.events.some(({ demo }) => demo) && <Demo />}
      <ClauseButton of={{ id, goal, clause }} />
    </span>
  )
}

/** What has no track: encouraged region by region, or hidden from somebody without an account. */
function QuietRow({ milestone, axis }: Pick<RowProps, 'milestone' | 'axis'>) {
  const { goal, id, name, clause, isCoverage, coverage } = milestone
  const says = useWords(milestonesWords)
  const text = useText()
  return (
    <li className="track-row track-quiet">
      <span className="track-name">
        <em>{goal}</em>
        <Link to="/goals/$goal" params={{ goal: id }}>
          {text(name)}
        </Link>
        <ClauseButton of={{ id, goal, clause }} />
      </span>
      <span className="track-cell">
        <Behind axis={axis} />
        <span className="track-says-always label">
          {isCoverage && coverage !== null ? says.byRegion : <ClauseInShort clause={clause} />}
        </span>
      </span>
      <span />
    </li>
  )
}

/** The months and the day behind words, where there is nothing to draw. */
function Behind({ axis: { ticks, scale, on } }: Pick<RowProps, 'axis'>) {
  return (
    <svg className="track-svg" width="100%" height="100%" aria-hidden="true">
      <Ground ticks={ticks} now={scale.at(on)} />
    </svg>
  )
}

/** ① to ⑳; the number itself beyond. */
const circled = (number: number) => (number <= 20 ? String.fromCodePoint(0x245f + number) : String(number))

function Legend() {
  const says = useWords(milestonesWords)
  const marks = {
    done: <path d="M7 1l6 6-6 6-6-6z" fill="var(--achieved)" />,
    expected: <path d="M7 1.5l5.5 5.5L7 12.5 1.5 7z" fill="none" stroke="var(--ink)" strokeWidth="1.6" />,
    moved: (
      <>
        <path
          d="M7 1.5l5.5 5.5L7 12.5 1.5 7z"
          fill="none"
          stroke="var(--line2)"
          strokeDasharray="2 2"
          strokeWidth="1.6"
        />
        <path d="M14 7h12m-5-4l5 4-5 4" fill="none" stroke="var(--slightly-behind)" strokeWidth="1.8" />
      </>
    ),
    stage: <circle cx="7" cy="7" r="3" fill="none" stroke="var(--line2)" strokeWidth="1.6" />,
    issue: (
      <>
        <circle cx="7" cy="7" r="6.3" fill="none" stroke="var(--achieved)" strokeWidth="1.4" />
        <text x="7" y="11" textAnchor="middle" className="strong-ink">
          1
        </text>
      </>
    ),
  }
  return (
    <ul className="legend second track-legend" aria-hidden="true">
      {(Object.keys(marks) as (keyof typeof marks)[]).map((key) => (
        <li key={key}>
          <svg width={key === 'moved' ? 28 : 14} height="14" aria-hidden="true">
            {marks[key]}
          </svg>
          {says.legend[key]}
        </li>
      ))}
    </ul>
  )
}
