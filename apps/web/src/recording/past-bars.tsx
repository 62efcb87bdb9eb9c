import type { Text } from '@xushi/domain'
import { amount } from '@xushi/wording'
import { useLanguage, useText } from '../language/language.tsx'

type Bar = { readonly period: string; readonly value: number | null }
const [width, height, foot, head] = [392, 150, 18, 16] as const

/** The past of a cell as bars, the value in question last and dashed, the bound of what is usual as a dotted line. The table beside says the same. */
export function PastBars({
  past,
  now,
  usualTo,
  of,
}: {
  past: readonly Bar[]
  now: Bar
  usualTo: number | null
  of: { readonly unit: Text; readonly decimals: number }
}) {
  const { language } = useLanguage()
  const text = useText()
  const bars = [...past, now]
  const top = Math.max(...bars.map(({ value }) => value ?? 0), usualTo ?? 0)
  if (past.length === 0 || top === 0) return null
  const y = (value: number) => height - foot - (value / top) * (height - foot - head)
  const step = width / bars.length
  const words = (value: number) => amount({ value }, '', { decimals: of.decimals, language })
  return (
    <svg className="past-bars" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text(of.unit)}>
      {bars.map(({ period, value }, index) => {
        const x = index * step + step * 0.2
        const isNow = index === bars.length - 1
        return (
          <g key={period}>
            {value !== null && (
              <>
                <rect
                  x={x}
                  y={y(value)}
                  width={step * 0.6}
                  height={height - foot - y(value)}
                  className={isNow ? 'bar now' : 'bar'}
                />
                {isNow && (
                  <text x={width} y={y(value) - 4} textAnchor="end" className="now">
                    {words(value)}
                  </text>
                )}
              </>
            )}
            <text x={x + step * 0.3} y={height - 4} textAnchor="middle" className="axis">
              {period.slice(-2)}
            </text>
          </g>
        )
      })}
      <line x1="0" x2={width} y1={height - foot} y2={height - foot} className="base" />
      {usualTo !== null && <line x1="0" x2={width} y1={y(usualTo)} y2={y(usualTo)} className="usual" />}
    </svg>
  )
}
