import { inScale, type Language, type Scale, scaleFor } from '@xushi/wording'

/**
 * The unit of display of a column: that of its largest value, unless its smallest would then read 0.00 or lose its digits; a value
 * that is there is never shown as none.
 */
export function columnScale(values: readonly (number | null)[], language: Language): Scale {
  const sizes = values.flatMap((value) => (value === null || value === 0 ? [] : [Math.abs(value)]))
  if (sizes.length === 0) return scaleFor(0, language)
  const largest = scaleFor(Math.max(...sizes), language)
  const smallest = Math.min(...sizes)
  return smallest / largest.by >= leastShown ? largest : scaleFor(smallest, language)
}

/** Two decimals stand behind the point; below this a value would keep none of its digits. */
const leastShown = 0.01

/**
 * A value in the unit of its column.
 *
 * @param isFixed whether every value of the column shows all of its decimals, so that the points stand under each other
 */
export function inColumn(
  value: number,
  scale: Scale,
  {
    decimals,
    language,
    isFixed,
  }: { readonly decimals: number; readonly language: Language; readonly isFixed: boolean },
): string {
  if (scale.by !== 1 || !isFixed) return inScale(value, scale, decimals, language)
  const format = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: language === 'en',
  })
  return format.format(value).replace('-', '−')
}
