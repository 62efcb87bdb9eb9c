import type { Judgement } from '@xushi/contract'
import { shortAmount } from './format-figure.ts'
import type { Language } from './language.ts'

/** A target in its own words: ≥20个, +20亿个, 100多个, 10家左右, 1–3家／地区. */
export function targetText(
  judgement: Pick<Judgement, 'target' | 'promise' | 'unit' | 'decimals'>,
  language: Language,
): string {
  const { target, promise, unit, decimals } = judgement
  if (target === null) return promise?.[language] ?? '—'
  const value = shortAmount(target.value, decimals, language)
  const plus = target.basis === 'increment' ? '+' : ''
  const zh = language === 'zh'
  const of = zh ? unit.zh : ''
  switch (target.comparator) {
    case 'at-least':
      return plus === '' ? `≥${value}${of}` : `${plus}${value}${of}`
    case 'at-most':
      return `≤${value}${of}`
    case 'more-than':
      return zh ? `${value}多${of}` : `more than ${value}`
    case 'equal':
      return `${value}${of}`
    case 'all':
      return zh ? `全部${value}${of}` : `all ${value}`
    case 'about':
      return zh ? `${value}${of}左右` : `about ${value}`
    case 'range': {
      const [from, to] = [target.from ?? target.value, target.to ?? target.value]
      return zh ? `${from}–${to}${of}／地区` : `${from}–${to} per region`
    }
    default:
      return target.comparator satisfies never
  }
}

/** What must be known to read the target right: 不含100, 基期47, 读作8–12. Null when the target speaks for itself. */
export function targetNote(judgement: Judgement, language: Language): string | null {
  const { target, baseline, unit, decimals } = judgement
  const zh = language === 'zh'
  if (target === null || target.perRegion) return null
  if (target.comparator === 'more-than') return zh ? `不含${target.value}` : `${target.value} is not enough`
  if (target.comparator === 'about')
    return zh ? `读作${target.from}–${target.to}` : `read as ${target.from}–${target.to}`
  if (target.comparator === 'equal') return zh ? '名额' : 'quota'
  if (target.assumed) return zh ? '本系统口径' : 'our reading'
  if (!baseline.known || baseline.value === 0) return null
  const bound = baseline.bound === 'above' ? (zh ? '超' : 'over ') : ''
  const value = `${bound}${shortAmount(baseline.value, decimals, language)}`
  return zh ? `基期${value}${unit.zh}` : `baseline ${value}`
}

/** How many more are needed, where the ratio alone would mislead: 100 % of "more than 100" lacks one. */
export function shortText(judgement: Judgement): number | null {
  const { target, actual, status } = judgement
  if (target?.comparator !== 'more-than' || !actual.known || status === 'achieved') return null
  return actual.value >= target.value ? target.value - actual.value + 1 : null
}
