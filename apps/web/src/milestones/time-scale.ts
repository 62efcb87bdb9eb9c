import { addDays, daysBetween, daysInMonth, type LocalDate, localDate } from '@xushi/domain'
import { englishMonths, type Language } from '@xushi/wording'

/** The axis of the timeline: whole months, and where a day lies on it in percent. */
export type TimeScale = {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly at: (on: LocalDate) => number
}

const monthStart = (on: LocalDate): LocalDate => `${on.slice(0, 7)}-01`
const yearAndMonth = (on: LocalDate) => on.split('-').map(Number) as [number, number, number]

function monthEnd(on: LocalDate): LocalDate {
  const [year, month] = yearAndMonth(on)
  return localDate(year, month, daysInMonth(year, month))
}

/** Whole months that hold every day given, and the month after the last one, where its label has room. */
export function timeScale(days: readonly LocalDate[]): TimeScale {
  const sorted = [...days].sort()
  const from = monthStart(sorted[0] ?? '2020-01-01')
  const to = monthEnd(addDays(monthEnd(sorted.at(-1) ?? from), 1))
  const total = daysBetween(from, addDays(to, 1))
  return { from, to, at: (on) => (100 * Math.min(Math.max(daysBetween(from, on), 0), total)) / total }
}

/** A month of the axis: where it begins and where its middle lies, in percent; a label where there is room for one. */
export type MonthTick = { readonly on: LocalDate; readonly at: number; readonly middle: number; readonly label: string }

const mostLabels = 14

/** The months of a scale. The year stands once, at its January; of many months every second, third or sixth is labelled. */
export function monthTicks({ from, to, at }: TimeScale, language: Language): readonly MonthTick[] {
  const starts: LocalDate[] = []
  for (let on = from; on <= to; on = addDays(monthEnd(on), 1)) starts.push(on)
  const step = [1, 2, 3, 6, 12].find((size) => starts.length / size <= mostLabels) ?? 12
  return starts.map((on, index) => {
    const [year, month] = yearAndMonth(on)
    const isLabelled = step === 1 || (month - 1) % step === 0
    const name = language === 'zh' ? `${month}月` : (englishMonths[month - 1] ?? '')
    const withYear = language === 'zh' ? `${year}-${name}` : `${name} ${year}`
    const middle = (at(on) + at(starts[index + 1] ?? addDays(to, 1))) / 2
    return { on, at: at(on), middle, label: isLabelled ? (month === 1 ? withYear : name) : '' }
  })
}
