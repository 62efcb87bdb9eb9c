import type { IndicatorPage } from '@xushi/contract'
import { useProgramme } from '../app/address.ts'
import { useText } from '../language/language.tsx'

/** Under which aspect and measure a goal stands. */
export function Breadcrumb({ page }: { page: IndicatorPage }) {
  const text = useText()
  const programme = useProgramme(page.programme)
  const measure = programme?.measures.find(({ id }) => id === page.judgement.measure)
  const aspect = programme?.aspects.find(({ id }) => id === measure?.aspect)
  return (
    <p className="label breadcrumb">
      {aspect !== undefined && `${aspect.number} ${text(aspect.name)} › `}
      {measure !== undefined && `${measure.number} ${text(measure.name)} › `}
      {page.judgement.goal}
    </p>
  )
}
