import { dayNumber, type LocalDate, type Text } from '@xushi/domain'

/** A mark on the axis of dates: the day, and what stands below it on one line or two. */
export type DateMark = { readonly day: number; readonly text: string }

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Marks at the months of dates, the year once below its first; none where it would touch its neighbour. The last is always there, for
 * it is what the others lead to.
 *
 * @param room width that a mark takes, in days
 */
export function dateMarks(
  dates: readonly LocalDate[],
  language: keyof Text,
  room: (text: string) => number,
): DateMark[] {
  const sorted = [...new Set(dates)].sort()
  const chosen: LocalDate[] = []
  for (const date of sorted.toReversed()) {
    const next = chosen.at(-1)
    const far = next === undefined || dayNumber(next) - dayNumber(date) >= roomBetween(date, next, language, room)
    if (far && (next === undefined || next.slice(0, 7) !== date.slice(0, 7))) chosen.push(date)
  }
  return chosen.reverse().map((date, index) => {
    const before = chosen[index - 1]
    const first = before === undefined || before.slice(0, 4) !== date.slice(0, 4)
    return {
      day: dayNumber(date),
      text: first ? `${monthOf(date, language)}\n${yearOf(date, language)}` : monthOf(date, language),
    }
  })
}

function roomBetween(one: LocalDate, other: LocalDate, language: keyof Text, room: (text: string) => number): number {
  const widest = (date: LocalDate) => Math.max(room(monthOf(date, language)), room(yearOf(date, language)))
  return (widest(one) + widest(other)) / 2
}

function monthOf(date: LocalDate, language: keyof Text): string {
  const month = Number(date.slice(5, 7))
  return language === 'zh' ? `${month}月` : (months[month - 1] ?? '')
}

function yearOf(date: LocalDate, language: keyof Text): string {
  return language === 'zh' ? `${Number(date.slice(0, 4))}年` : date.slice(0, 4)
}
