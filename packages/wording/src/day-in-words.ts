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

/** 2020-09-30 to 2020-10-31 as one says it, the year once: 2020年9月30日至10月31日, 30 Sep to 31 Oct 2020. */
export function daysInWords(from: LocalDate, to: LocalDate, language: Language): string {
  if (language === 'zh') return `${dayInWords(from, '', 'zh')}至${dayInWords(to, from.slice(0, 4), 'zh')}`
  return `${dayInWords(from, to.slice(0, 4), 'en')} to ${dayInWords(to, '', 'en')}`
}

/** A time of China, 2021-02-20 14:05, as one says it: 2021年2月20日14时05分; 14:05 on 20 Feb 2021. */
export function momentInWords(at: string, language: Language): string {
  const [on = '', time = ''] = at.split(' ')
  const day = dayInWords(on, '', language)
  return language === 'zh' ? `${day}${time.replace(':', '时')}分` : `${time} on ${day}`
}
