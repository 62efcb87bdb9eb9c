import { useWords } from '../language/language.tsx'
import { milestonesWords } from './milestones.words.ts'
import type { MonthTick } from './time-scale.ts'
import type { TrackDrawing, TrackLine, TrackMark } from './track-marks.ts'

const middle = '50%'
const diamond = 'M0 -6l6 6-6 6-6-6z'
const percent = (at: number) => `${at}%`

type Props = {
  readonly drawing: TrackDrawing
  readonly ticks: readonly MonthTick[]
  /** Where the day asked about lies, in percent. */
  readonly now: number
  /** The colour of what is late or put off. */
  readonly tone: string
  readonly label: string
}

/** One track on the axis that all tracks share: each places itself in percent, so the line of the day runs through all of them. */
export function TrackSvg({ drawing, ticks, now, tone, label }: Props) {
  return (
    <div className="track-cell track-drawn">
      <svg className="track-svg" width="100%" height="100%" role="img" aria-label={label}>
        <Ground ticks={ticks} now={now} />
        {drawing.lines.map((line) => (
          <Line key={`${line.is} ${line.from}`} line={line} tone={tone} />
        ))}
        {drawing.marks.map((mark) => (
          <svg key={`${mark.is} ${mark.on}`} x={percent(mark.at)} y={middle} overflow="visible" aria-hidden="true">
            <Mark mark={mark} drawing={drawing} tone={tone} />
          </svg>
        ))}
        {drawing.pastDays !== null && <PastDays at={now} days={drawing.pastDays} movedTimes={drawing.movedTimes} />}
      </svg>
    </div>
  )
}

/** Hairlines at the beginning of each month, and the line of the day. */
export function Ground({ ticks, now }: { ticks: readonly MonthTick[]; now: number }) {
  return (
    <>
      {ticks.map(({ on, at }) => (
        <line key={on} x1={percent(at)} x2={percent(at)} y1="0" y2="100%" stroke="var(--line)" />
      ))}
      <line x1={percent(now)} x2={percent(now)} y1="0" y2="100%" stroke="var(--ink)" strokeWidth="1.2" />
    </>
  )
}

function Line({ line: { is, from, to }, tone }: { line: TrackLine; tone: string }) {
  const stroke = is === 'way' || is === 'ahead' ? 'var(--line2)' : tone
  const [x1, x2] = [percent(from), percent(to)]
  return (
    <>
      <line
        x1={x1}
        x2={x2}
        y1={middle}
        y2={middle}
        stroke={stroke}
        strokeWidth={is === 'ahead' ? 1.4 : 2}
        strokeDasharray={is === 'ahead' ? '3 3' : undefined}
      />
      {is === 'moved' && (
        <svg x={x2} y={middle} overflow="visible" aria-hidden="true">
          <path d={to >= from ? 'M-13 -4l5 4-5 4' : 'M13 -4l-5 4 5 4'} fill="none" stroke={tone} strokeWidth="1.8" />
        </svg>
      )}
    </>
  )
}

type MarkProps = { readonly mark: TrackMark; readonly drawing: TrackDrawing; readonly tone: string }

function Mark({ mark, drawing, tone }: MarkProps) {
  const says = useWords(milestonesWords)
  // The axis says the year.
  const day = mark.on.slice(5)
  switch (mark.is) {
    case 'stage':
      return <circle r="3" fill="var(--bg)" stroke="var(--line2)" strokeWidth="1.6" />
    case 'issue':
      return (
        <>
          <circle r="8.5" fill="var(--bg)" stroke="var(--achieved)" strokeWidth="1.4" />
          <text className="strong-ink" y="4" textAnchor="middle">
            {mark.number}
          </text>
        </>
      )
    case 'old':
      return (
        <>
          <path d={diamond} fill="var(--bg)" stroke="var(--line2)" strokeWidth="1.6" strokeDasharray="2 2" />
          {mark.isLabelled && <Label text={day} side="left" struck />}
        </>
      )
    case 'expected': {
      const isCalm = drawing.movedTimes === 0 && drawing.pastDays === null
      // Past its day, the label goes to the left: the line that leads to today runs on the right.
      const times = drawing.movedTimes === 0 || drawing.pastDays !== null ? '' : says.movedAfter(drawing.movedTimes)
      const side = drawing.pastDays !== null ? 'left' : sideOf(mark.at, times !== '')
      return (
        <>
          <path d={diamond} fill="var(--bg)" stroke={isCalm ? 'var(--ink)' : tone} strokeWidth="1.6" />
          <Label text={day + times} side={side} strong={!isCalm} />
        </>
      )
    }
    case 'done':
      return (
        <>
          <path d={diamond} fill="var(--achieved)" stroke="var(--achieved)" strokeWidth="1.6" />
          <Label
            text={says.doneOn(day) + (mark.lateDays > 0 ? says.lateBy(mark.lateDays) : '')}
            side={sideOf(mark.at, true)}
          />
        </>
      )
    default:
      return mark satisfies never
  }
}

type LabelProps = {
  readonly text: string
  readonly side: 'left' | 'right'
  readonly strong?: boolean
  readonly struck?: boolean
}

/** Words go to the right of their mark, while the axis has room for them there. */
const sideOf = (at: number, isLong: boolean) => (at > (isLong ? 87 : 93) ? 'left' : 'right')

/** About as wide as a digit or hyphen of a date. */
const digitWidth = 6.7

/** Words beside a mark, with a rim of the ground, so that no line runs through them but the one that strikes a date out. */
function Label({ text, side, strong = false, struck = false }: LabelProps) {
  return (
    <>
      <text
        className={strong ? 'track-label strong' : 'track-label'}
        x={side === 'right' ? 11 : -11}
        y="4"
        textAnchor={side === 'right' ? 'start' : 'end'}
      >
        {text}
      </text>
      {struck && <path d={`M-11 0h-${Math.round(text.length * digitWidth)}`} stroke="var(--ink2)" />}
    </>
  )
}

function PastDays({ at, days, movedTimes }: { at: number; days: number; movedTimes: number }) {
  const says = useWords(milestonesWords)
  return (
    <svg x={percent(at)} y={middle} overflow="visible" aria-hidden="true">
      <Label
        text={says.past(days) + (movedTimes > 0 ? says.movedAfter(movedTimes) : '')}
        side={sideOf(at, true)}
        strong
      />
    </svg>
  )
}
