import type { Text } from '@xushi/domain'

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 in Chinese: 一, 十, 十一, 二十三. */
export function chineseNumber(number: number): string {
  if (number < 10) return digits[number] ?? ''
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones === 0 ? '' : (digits[ones] ?? '')}`
}

/**
 * What stands before headings: 一、 （一） 1. in Chinese, 1 1.1 1.1.1 and a space in English. A level that is passed over counts as its
 * first.
 */
export function headingNumbers(levels: readonly (1 | 2 | 3)[], language: keyof Text): string[] {
  const counts = [0, 0, 0]
  return levels.map((level) => {
    for (let above = 0; above < level - 1; above += 1)
      if (counts[above] === 0) counts[above] = language === 'zh' ? 0 : 1
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    counts.fill(0, level)
    const own = counts[level - 1] ?? 0
    if (language === 'en') return `${counts.slice(0, level).join('.')} `
    return level === 1 ? `${chineseNumber(own)}、` : level === 2 ? `（${chineseNumber(own)}）` : `${own}.`
  })
}
