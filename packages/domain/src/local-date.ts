/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. Suffix `...On` everywhere. Compares as text. */
export type LocalDate = string

/** An instant in UTC, ISO 8601 with milliseconds and `Z`. Suffix `...At` everywhere. Compares as text. */
export type Instant = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a date that exists: `2020-02-29` is, `2021-02-29` and `2020-2-9` are not. */
export function isLocalDate(text: string): boolean {
  const match = pattern.exec(text)
  if (match === null) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days of a month, 1 to 12, in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Number of the day, counted from 1970-01-01 as 0. Civil-day arithmetic: no clock, no time zone. */
export function dayNumber(date: LocalDate): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The date of a day number; the inverse of `dayNumber`. */
export function dateOfDay(number: number): LocalDate {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  return localDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

export function localDate(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days)
}

/** The date in Asia/Shanghai at an instant. China has kept UTC+8 without summer time since 1992. */
export function shanghaiDate(instant: Instant): LocalDate {
  const hour = Number(instant.slice(11, 13))
  const day = instant.slice(0, 10)
  return hour >= 16 ? addDays(day, 1) : day
}
