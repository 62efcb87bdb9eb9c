import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'
import { nearestMark } from './nearest-mark.ts'

/** A mark of a chart in pixels of the drawing, and what it says: its date, its exact value, where that comes from. */
export type ReadMark = {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly on: string
  readonly value: string
  readonly source: string
}

export type ChartReaderProps = {
  /** The marks from left to right in a drawing so wide. */
  readonly marks: (width: number) => readonly ReadMark[]
  /** A span of the drawing was chosen by dragging, as parts of its width; null wants all of it again. */
  readonly onSelect?:
    | ((span: { readonly from: number; readonly to: number; readonly width: number } | null) => void)
    | undefined
}

/** Below this a movement is a click and not a span. */
const leastSpan = 12
const tipRoom = 110

/**
 * Lies over a drawing: the mark nearest to the pointer says its date, exact value and source, and so does each mark by the arrow keys;
 * dragging across chooses a span.
 */
export function ChartReader({ marks, onSelect }: ChartReaderProps) {
  const says = useWords(indicatorWords)
  const place = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<number | null>(null)
  const [span, setSpan] = useState<{ readonly start: number; readonly end: number } | null>(null)
  const width = place.current?.clientWidth ?? 0
  const all = marks(width)
  if (all.length === 0) return null
  const at = shown === null ? all.length - 1 : Math.min(shown, all.length - 1)
  const mark = all[at]
  const isSpan = span !== null && Math.abs(span.end - span.start) >= leastSpan

  const spot = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width }
  }
  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || onSelect === undefined) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { x } = spot(event)
    setSpan({ start: x, end: x })
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const { x, y, width: room } = spot(event)
    if (span !== null) setSpan({ ...span, end: Math.min(Math.max(x, 0), room) })
    else setShown(nearestMark(marks(room), x, y))
  }
  const release = (event: PointerEvent<HTMLElement>) => {
    const { x, y, width: room } = spot(event)
    if (isSpan) onSelect?.({ from: Math.min(span.start, span.end), to: Math.max(span.start, span.end), width: room })
    else setShown(nearestMark(marks(room), x, y))
    setSpan(null)
  }
  const keys: Readonly<Record<string, number | null>> = {
    ArrowLeft: shown === null ? at : Math.max(at - 1, 0),
    ArrowRight: shown === null ? at : Math.min(at + 1, all.length - 1),
    Home: 0,
    End: all.length - 1,
    Escape: null,
  }
  const key = (event: KeyboardEvent) => {
    const next = keys[event.key]
    if (next === undefined) return
    event.preventDefault()
    setShown(next)
  }
  return (
    <div
      ref={place}
      className="chart-reader no-print"
      role="slider"
      tabIndex={0}
      aria-label={says.readMarks}
      aria-valuemin={1}
      aria-valuemax={all.length}
      aria-valuenow={at + 1}
      aria-valuetext={mark === undefined ? '' : `${mark.on} ${mark.value} ${mark.source}`}
      onKeyDown={key}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && setShown(at)}
      onBlur={() => setShown(null)}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={() => setSpan(null)}
      onPointerLeave={() => span === null && setShown(null)}
      onDoubleClick={() => onSelect?.(null)}
    >
      {isSpan && (
        <div
          className="chart-selection"
          style={{ left: Math.min(span.start, span.end), width: Math.abs(span.end - span.start) }}
        />
      )}
      {shown !== null && span === null && mark !== undefined && (
        <>
          <i style={{ left: mark.x, top: mark.y }} />
          <div
            className={mark.y < tipRoom ? 'chart-tip under' : 'chart-tip'}
            style={{ left: Math.min(Math.max(mark.x, tipRoom), Math.max(width - tipRoom, tipRoom)), top: mark.y }}
          >
            {mark.on}
            <b>{mark.value}</b>
            <span className="second">{mark.source}</span>
          </div>
        </>
      )}
    </div>
  )
}
