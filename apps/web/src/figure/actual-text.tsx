import type { Judgement } from '@xushi/contract'
import { AmountText, measureOf } from './figure-text.tsx'

/** What counts of a target: regions where those are counted (至少25个地区), and a total that lacks somebody is at least so much. */
export function ActualText({
  target,
}: {
  target: Pick<Judgement, 'actual' | 'unit' | 'decimals' | 'coverageUnit' | 'sourceOfRecord'>
}) {
  const sense = target.sourceOfRecord === 'national' ? 'published' : 'total'
  return <AmountText figure={target.actual} of={measureOf(target)} sense={sense} />
}
