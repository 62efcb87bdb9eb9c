import { Link } from '@tanstack/react-router'
import type { IndicatorPage } from '@xushi/contract'
import { boundSign, exactNumber } from '@xushi/wording'
import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { linePath, sparkPlaces } from '../sparkline/sparkline.tsx'
import { indicatorWords } from './indicator.words.ts'
import type { RegionLine } from './region-series.ts'

type SmallChartProps = {
  readonly line: RegionLine
  readonly periods: readonly string[]
  readonly share: string
  readonly page: IndicatorPage
  readonly most: number
  /** Id of the words that tell how it is read. */
  readonly hint: string
}

const wide = 96

/** One region's line with its last value. Each period says its exact value to the pointer and by the arrow keys. */
export function SmallChart({ line, periods, share, page, most, hint }: SmallChartProps) {
  const [at, setAt] = useState<number | null>(null)
  const says = useWords(indicatorWords)
  const text = useText()
  const { language } = useLanguage()
  const hatch = useId()
  const { region, name, last, on, value } = line
  const box = { width: wide, height: 26, edge: 4, axis: { from: 0, to: most } }
  const places = sparkPlaces(on, value, box)
  const end = places.at(-1)
  // Where each date stands, whether or not it has a value.
  const days = sparkPlaces(
    on,
    value.map((one) => one ?? 0),
    box,
  )
  const lastKnown = value.findLastIndex((one) => one !== null)
  const isSilent = lastKnown < value.length - 1
  const from = lastKnown < 0 ? 0 : (days[lastKnown]?.x ?? 0)
  const exact = value.map((one, index) =>
    one === null
      ? says.notReported
      : `${boundSign(line.bound[index] ?? undefined, language)}${exactNumber(one, page.judgement.decimals)}`,
  )
  const read = at === null ? null : Math.min(at, value.length - 1)
  const spot = read === null ? undefined : days[read]
  const keys: Readonly<Record<string, number | null>> = {
    ArrowLeft: Math.max((read ?? value.length) - 1, 0),
    ArrowRight: Math.min((read ?? value.length - 2) + 1, value.length - 1),
    Home: 0,
    End: value.length - 1,
    Escape: null,
  }
  const press = (event: KeyboardEvent) => {
    const next = keys[event.key]
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
  }
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = ((event.clientX - box.left) / box.width) * wide
    const far = days.map((day) => Math.abs(day.x - x))
    setAt(far.indexOf(Math.min(...far)))
  }
  return (
    <>
      <Link
        to="/regions/$region"
        params={{ region }}
        className="small-chart"
        aria-describedby={hint}
        onKeyDown={press}
        onPointerMove={point}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
      >
        <span>{text(name)}</span>
        <b>
          {last === null ? (
            <WhyText why="not-reported" />
          ) : (
            <AmountText
              figure={{ known: true, value: last.value, ...(last.bound !== null && { bound: last.bound }) }}
              of={page.judgement}
              sense="total"
              unit={false}
            />
          )}
          {last?.value === 0 && last.bound === null && <span className="label"> {says.zeroReport}</span>}
        </b>
        <svg viewBox="0 0 96 26" aria-hidden="true">
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">
            <path d="M0 0V5" stroke="var(--line2)" strokeWidth="1" />
          </pattern>
          {isSilent && <rect x={from} y="16" width={96 - from} height="9" fill={`url(#${hatch})`} />}
          <path d="M0 25.5h96" stroke="var(--line)" />
          <path d={linePath(on, value, box)} fill="none" stroke="var(--actual)" strokeWidth="1.6" />
          {end !== undefined && (
            <circle
              cx={end.x}
              cy={end.y}
              r="2.6"
              fill={isSilent || line.bound[lastKnown] ? 'var(--bg)' : 'var(--actual)'}
              stroke="var(--actual)"
            />
          )}
          {spot !== undefined && (
            <>
              <path d={`M${spot.x} 0V25`} stroke="var(--ink2)" strokeWidth=".8" />
              <circle cx={spot.x} cy={spot.y} r="3.4" fill="none" stroke="var(--ink)" strokeWidth="1.2" />
            </>
          )}
        </svg>
        {read === null ? (
          <span className="label small-dates">
            <span>{periods[0]}</span>
            <span>{periods.at(-1)}</span>
          </span>
        ) : (
          <span className="small-dates small-read" aria-hidden="true">
            <span>{periods[read]}</span>
            <b>{exact[read]}</b>
          </span>
        )}
        <span className="label small-note">
          {share !== '' && `${says.share}${says.gapBefore}${share}`}
          {isSilent && <span>{says.silentSince(periods[lastKnown + 1] ?? '')}</span>}
        </span>
      </Link>
      <span className="visually-hidden" aria-live="polite">
        {read !== null &&
          `${text(name)} ${periods[read]} ${exact[read]} ${value[read] === null ? '' : text(page.judgement.unit)}`.trim()}
      </span>
    </>
  )
}
