import { type Static, Type } from 'typebox'
import { Closed, Day, OneOf } from './values.schema.ts'

/** One year of holidays in calendar/holidays.yaml. */
export const CalendarYearRow = Closed({
  year: Type.Integer({ minimum: 1949, maximum: 2999, description: 'The year that its days lie in' }),
  document: Type.String({ minLength: 1, description: 'Number of the notice' }),
  holidays: Type.Array(Day('A day off'), { description: 'Public holidays' }),
  workdays: Type.Array(Day('A day of work'), { description: 'Weekends that are worked instead' }),
})
export type CalendarYearRow = Static<typeof CalendarYearRow>

const frequencies = ['month', 'quarter', 'half', 'year'] as const

/** How a programme is reported, unless an indicator says otherwise. */
export const ProgrammeCalendar = Closed(
  {
    every: OneOf([...frequencies], 'How often'),
    deadlineDay: Type.Integer({ minimum: 1, maximum: 31, description: 'Day of the month after the period' }),
    mergeJanuaryFebruary: Type.Optional(
      Type.Boolean({ default: false, description: 'January and February are one period' }),
    ),
  },
  { description: 'When entries are due (填报日历); monthly by the 15th when left out' },
)

/** What an indicator is reported by, where it differs from its programme. */
export const IndicatorCalendar = Closed(
  {
    region: Type.Optional(OneOf([...frequencies], 'How often regions report')),
    nation: Type.Optional(OneOf([...frequencies], 'How often the nation is reported')),
    deadlineDay: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 31, description: 'Day of the month after the period' }),
    ),
  },
  { description: 'Where the calendar differs from that of the programme' },
)
