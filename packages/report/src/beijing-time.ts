import type { Instant, LocalDate } from '@xushi/domain'

const hour = 3_600_000
const day = 24 * hour
/** Beijing time has stood at UTC+8 without summer time since 1992, before any period that is reported here. */
const offset = 8 * hour
/** Days from 1899-12-30, where the serial dates of spreadsheets begin, to 1970-01-01. */
const serialOfEpoch = 25_569

const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' })

/** An instant as people in Beijing read it, `2020-10-29 14:03:22`. */
export const beijingText = (at: Instant): string => format.format(Date.parse(at))

/** An instant as the serial date of a spreadsheet in Beijing time: whole days since 1899-12-30 and the part of the day. */
export const beijingSerial = (at: Instant): number => (Date.parse(at) + offset) / day + serialOfEpoch

/** A date as the serial date of a spreadsheet. */
export const dateSerial = (on: LocalDate): number => Date.parse(`${on}T00:00:00Z`) / day + serialOfEpoch
