import type { LocalDate } from '@xushi/domain'
import type { Language } from './language.ts'

/** Names of the months where there is little room. */
export const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day as one says it: 9月30日, or 2021年9月30日 outside the year spoken of. */
export function dayInWords(on: LocalDate, year: string, language: Language): string {
  const [ofYear, month, day] = on.split('-').map(Number) as [number, number, number]
  const isSame = on.startsWith(`${year}-`)
  if (language === 'zh') return `${isSame ? '' : `${ofYear}年`}${month}月${day}日`
  return `${day} ${englishMonths[month - 1]}${isSame ? '' : ` ${ofYear}`}`
}
