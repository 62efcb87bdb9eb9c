import type { Language } from './language.ts'

const quarters = {
  zh: ['一季度', '二季度', '三季度', '四季度'],
  en: ['first quarter', 'second quarter', 'third quarter', 'fourth quarter'],
} as const
const halves = { zh: ['上半年', '下半年'], en: ['first half', 'second half'] } as const
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * A reporting period as one says it: 2020年10月, 2020年三季度, 2020年上半年, 2020年1—2月; October 2020, third quarter of 2020. What is no
 * code of a period stands as it is.
 */
export function periodInWords(code: string, language: Language): string {
  const zh = language === 'zh'
  const [year = '', part = '', ...rest] = code.split('-')
  const named = (name: string | undefined) =>
    name === undefined ? code : zh ? `${year}年${name}` : `${name} of ${year}`
  if (part === '') return zh && /^\d{4}$/.test(code) ? `${year}年` : code
  if (part.startsWith('Q')) return named(quarters[language][Number(part.slice(1)) - 1])
  if (part.startsWith('H')) return named(halves[language][Number(part.slice(1)) - 1])
  const several = /^(\d{4})-(\d\d)\.\.\1-(\d\d)$/.exec(code)
  const [first, last] = several === null ? [part, part] : [several[2], several[3]]
  const [from, to] = [months[Number(first) - 1], months[Number(last) - 1]]
  if (from === undefined || to === undefined || (several === null && rest.length > 0)) return code
  if (zh) return first === last ? `${year}年${Number(first)}月` : `${year}年${Number(first)}—${Number(last)}月`
  return first === last ? `${from} ${year}` : `${from} to ${to} ${year}`
}
