import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useLanguage, useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'
import { monthTicks } from './progress-axis.ts'
import { type DayRange, endMoved, moved } from './progress-view.ts'

export type ZoomBarProps = {
  readonly all: DayRange
  readonly range: DayRange
  readonly onChange: (range: DayRange) => void
}

const month = 30
const year = 365

/** Which part of the time the chart shows: two handles and the span between them, by mouse, finger and keys. */
export function ZoomBar({ all, range, onChange }: ZoomBarProps) {
  const says = useWords(indicatorWords)
  const track = useRef<HTMLDivElement>(null)
  const held = useRef<{ readonly part: 'from' | 'to' | 'both'; readonly at: number; readonly range: DayRange } | null>(
    null,
  )
  const days = all.to - all.from
  const share = (day: number) => `${(100 * (day - all.from)) / days}%`

  const hold = (part: 'from' | 'to' | 'both') => (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { part, at: event.clientX, range }
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const width = track.current?.clientWidth ?? 0
    if (held.current === null || width === 0) return
    const { part, at, range: before } = held.current
    const by = Math.round(((event.clientX - at) / width) * days)
    onChange(part === 'both' ? moved(before, by, all) : endMoved(before, part, before[part] + by, all))
  }
  const release = () => {
    held.current = null
  }
  const dragged = { onPointerMove: move, onPointerUp: release, onPointerCancel: release }
  return (
    <div className="zoom-bar no-print" ref={track}>
      {monthTicks(all.from, all.to).map((day) => (
        <i key={day} style={{ left: share(day) }} />
      ))}
      {/* The span is dragged by pointer only; with keys its two ends are moved. */}
      <div
        className="zoom-span"
        style={{ left: share(range.from), right: `calc(100% - ${share(range.to)})` }}
        onPointerDown={hold('both')}
        {...dragged}
      />
      {(['from', 'to'] as const).map((end) => (
        <Handle
          key={end}
          end={end}
          name={says.zoomEnds[end]}
          place={share(range[end])}
          range={range}
          all={all}
          onChange={onChange}
          onPointerDown={hold(end)}
          {...dragged}
        />
      ))}
    </div>
  )
}

type HandleProps = ZoomBarProps & {
  readonly end: 'from' | 'to'
  readonly name: string
  readonly place: string
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: () => void
  readonly onPointerCancel: () => void
}

function Handle({ end, name, place, range, all, onChange, ...pointer }: HandleProps) {
  const { language } = useLanguage()
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -month,
    ArrowDown: -month,
    ArrowRight: month,
    ArrowUp: month,
    PageDown: -year,
    PageUp: year,
    Home: -Number.MAX_SAFE_INTEGER,
    End: Number.MAX_SAFE_INTEGER,
  }
  const press = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    onChange(endMoved(range, end, range[end] + by, all))
  }
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <div
      className="zoom-handle"
      style={{ left: place }}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={all.from}
      aria-valuemax={all.to}
      aria-valuenow={range[end]}
      aria-valuetext={format.format(range[end] * 86_400_000)}
      onKeyDown={press}
      {...pointer}
    />
  )
}
