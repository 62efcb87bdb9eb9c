import type { Judgement } from '@xushi/contract'
import { type Language, shortAmount } from '@xushi/wording'

type Measured = Pick<Judgement, 'kind' | 'unit' | 'decimals' | 'modality'>

/** What is promised by one region: 1–3家, 应落实, 全部13个, ≥200个; 鼓励 where nobody has to. */
export function targetWords(
  target: NonNullable<Judgement['target']>,
  { kind, unit, decimals, modality }: Measured,
  language: Language,
): string {
  const zh = language === 'zh'
  const amount = (value: number) => shortAmount(value, decimals, language)
  const of = zh ? unit.zh : ''
  if (kind === 'yes-no') {
    if (target.value > 1) return zh ? `全部${target.value}个地市` : `all ${target.value} prefectures`
    if (modality === 'encourage') return zh ? '鼓励出台' : 'encouraged'
    return zh ? '应落实' : 'to be in place'
  }
  if (target.from !== undefined && target.to !== undefined) return `${amount(target.from)}–${amount(target.to)}${of}`
  return `≥${amount(target.value)}${of}`
}
