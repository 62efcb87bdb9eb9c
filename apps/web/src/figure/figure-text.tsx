import type { Figure, Text } from '@xushi/domain'
import { amount, type BoundSense, boundSign, exactNumber, percent, points, whyWord, whyWords } from '@xushi/wording'
import { useLanguage, useText, useWords } from '../language/language.tsx'

export type Measure = { readonly unit: Text; readonly decimals: number }

/** What a national figure is measured in: its unit, or regions where those are counted. */
export const measureOf = ({
  unit,
  decimals,
  coverageUnit,
}: Measure & { readonly coverageUnit: Text | null }): Measure => ({ unit: coverageUnit ?? unit, decimals })

/** An amount for the eye with the exact number on hover and for assistive technology; or the word for its absence. */
export function AmountText({
  figure,
  of,
  sense = 'published',
  signed = false,
  unit = true,
}: {
  figure: Figure
  of: Measure
  sense?: BoundSense
  signed?: boolean
  unit?: boolean
}) {
  const { language } = useLanguage()
  const text = useText()
  if (!figure.known) return <WhyText why={figure.why} />
  const shown = amount(figure, unit ? text(of.unit) : '', { decimals: of.decimals, language, sense, signed })
  const exact = `${boundSign(figure.bound, language)}${exactNumber(figure.value, of.decimals)} ${text(of.unit)}`
  return (
    <span title={exact} className="nowrap">
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">{exact}</span>
    </span>
  )
}

/** A ratio as a percentage, or the word for its absence. */
export function PercentText({ figure }: { figure: Figure }) {
  const { language } = useLanguage()
  if (!figure.known) return <WhyText why={figure.why} />
  return (
    <span className="nowrap">
      {boundSign(figure.bound, language)}
      {percent(figure.value)}
    </span>
  )
}

/** Percentage points to the plan, or the word for their absence. */
export function PointsText({ figure }: { figure: Figure }) {
  const { language } = useLanguage()
  if (!figure.known) return <span className="unknown">—</span>
  return (
    <span className="nowrap">
      {boundSign(figure.bound, language)}
      {points(figure.value)}
    </span>
  )
}

export function WhyText({ why }: { why: string }) {
  const says = useWords(whyWords)
  return <span className="unknown">{whyWord(why, says)}</span>
}

/** An amount on the plan line: it passes between whole numbers, so one place more than the unit has. */
export function PlanText({ value, of, unit = true }: { value: number; of: Measure; unit?: boolean }) {
  const finer = { unit: of.unit, decimals: of.decimals + 1 }
  return <AmountText figure={{ known: true, value }} of={finer} unit={unit} />
}
