import type { MilestoneTrack } from '@xushi/contract'
import { daysBetween, type LocalDate } from '@xushi/domain'
import type { TimeScale } from './time-scale.ts'

/** A line of a track, in percent of the axis. `way` lies behind, `ahead` before us, `moved` leads to a new date, `late` past one. */
export type TrackLine = { readonly is: 'way' | 'ahead' | 'moved' | 'late'; readonly from: number; readonly to: number }

/** A mark on a track. `old` is a date that was given up: it stays. */
export type TrackMark =
  | { readonly is: 'old' | 'expected'; readonly at: number; readonly on: LocalDate; readonly isLabelled: boolean }
  | { readonly is: 'done'; readonly at: number; readonly on: LocalDate; readonly lateDays: number }
  | { readonly is: 'stage'; readonly at: number; readonly on: LocalDate; readonly stage: string }
  | { readonly is: 'issue'; readonly at: number; readonly on: LocalDate; readonly number: number }

export type TrackDrawing = {
  readonly lines: readonly TrackLine[]
  readonly marks: readonly TrackMark[]
  /** Days past the date that was expected; null where none is past. */
  readonly pastDays: number | null
  readonly movedTimes: number
}

/** Marks nearer than this, in percent of the axis, would lie on each other. */
const leastGap = 2.2
const leastLabelGap = 7

/**
 * A milestone's way as lines and marks on the axis: from the start of the programme to what was reached, on to what is expected, and
 * from each date that was given up to the next. What recurs has numbers and no line.
 */
export function trackDrawing(track: MilestoneTrack, scale: TimeScale, start: LocalDate, on: LocalDate): TrackDrawing {
  const { standing, expected, events } = track
  const { doneOn } = standing
  const days = expected.map((day) => day.on)
  const last = days.at(-1)
  const given = days.slice(0, -1)
  const isPast = doneOn === null && last !== undefined && last < on
  const issues = events.flatMap((event) =>
    event.kind === 'issue' && event.number !== null ? [{ on: event.on, number: event.number }] : [],
  )
  const hasWay = issues.length === 0 || last !== undefined || doneOn !== null
  return {
    lines: events.length === 0 && last === undefined ? [] : hasWay ? linesOf(days, doneOn, scale, { start, on }) : [],
    marks: [
      ...stagesOf(events, scale),
      ...oldDates(given, scale),
      ...(last === undefined || doneOn !== null
        ? []
        : [{ is: 'expected', at: scale.at(last), on: last, isLabelled: true } as const]),
      ...(doneOn === null
        ? []
        : [{ is: 'done', at: scale.at(doneOn), on: doneOn, lateDays: lateness(last, doneOn) } as const]),
      ...apart(issues.map((issue) => ({ is: 'issue', at: scale.at(issue.on), ...issue }) as const)),
    ],
    pastDays: isPast ? daysBetween(last, on) : null,
    movedTimes: given.length,
  }
}

const lateness = (expected: LocalDate | undefined, doneOn: LocalDate) =>
  expected === undefined ? 0 : Math.max(0, daysBetween(expected, doneOn))

function linesOf(
  days: readonly LocalDate[],
  doneOn: LocalDate | null,
  { at }: TimeScale,
  { start, on }: { readonly start: LocalDate; readonly on: LocalDate },
): TrackLine[] {
  const line = (is: TrackLine['is'], from: LocalDate, to: LocalDate): TrackLine[] =>
    from === to ? [] : [{ is, from: at(from), to: at(to) }]
  const [first] = days
  const last = days.at(-1)
  if (doneOn !== null) return line('way', start, doneOn)
  if (first === undefined || last === undefined) return line('way', start, on)
  const reached = first < on ? first : on
  return [
    ...line('way', start, reached < start ? start : reached),
    ...(first > on ? line('ahead', on, first) : []),
    ...days.slice(1).flatMap((day, index) => line('moved', days[index] ?? day, day)),
    ...(last < on ? line('late', last, on) : []),
  ]
}

function stagesOf(events: MilestoneTrack['events'], { at }: TimeScale): TrackMark[] {
  return events.flatMap(({ kind, on, stage }) =>
    kind === 'stage' && stage !== null ? [{ is: 'stage', at: at(on), on, stage }] : [],
  )
}

/** Dates that were given up, each labelled where its label does not lie on the one before. */
function oldDates(given: readonly LocalDate[], { at }: TimeScale): TrackMark[] {
  let labelled = Number.NEGATIVE_INFINITY
  return given.map((on) => {
    const isLabelled = Math.abs(at(on) - labelled) >= leastLabelGap
    if (isLabelled) labelled = at(on)
    return { is: 'old', at: at(on), on, isLabelled }
  })
}

/** Numbers that do not lie on each other: of those too near, the later stays. */
function apart<Mark extends { readonly at: number }>(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter(({ at }, index) => {
    const next = marks[index + 1]
    return next === undefined || next.at - at >= leastGap
  })
}
