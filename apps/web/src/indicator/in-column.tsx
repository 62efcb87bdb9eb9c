import type { Bound } from '@xushi/domain'
import { boundSign, exactNumber, type Scale } from '@xushi/wording'
import { useLanguage } from '../language/language.tsx'
import { inColumn } from './column-scale.ts'

/** A number in the unit of its column, with the sign of its bound; the exact number on hover and aloud. */
export function InColumn({
  value,
  bound = null,
  scale,
  decimals,
  isFixed = false,
}: {
  value: number
  bound?: Bound | null
  scale: Scale
  decimals: number
  isFixed?: boolean
}) {
  const { language } = useLanguage()
  const sign = boundSign(bound ?? undefined, language)
  const exact = `${sign}${exactNumber(value, decimals)}`
  return (
    <span title={exact}>
      <span aria-hidden="true">
        {sign}
        {inColumn(value, scale, { decimals, language, isFixed })}
      </span>
      <span className="visually-hidden">{exact}</span>
    </span>
  )
}
