import type { Programme } from '@xushi/domain'
import type { Indicator } from '../catalogue/catalogue-view.ts'

/** Whether an indicator is part of what was asked for: by its own slug, its measure, or the aspect of that. */
export function keptTo(
  parts: readonly string[],
  { measures }: Programme,
  indicators: readonly Indicator[],
): (id: string) => boolean {
  if (parts.length === 0) return () => true
  const whole = new Set(
    measures.filter(({ id, aspect }) => parts.includes(id) || parts.includes(aspect)).map(({ id }) => id),
  )
  const kept = new Set(
    indicators.filter(({ id, measure }) => parts.includes(id) || whole.has(measure)).map(({ id }) => id),
  )
  return (id) => kept.has(id)
}
