import { describe, expect, it } from 'vitest'
import { reminderDue } from './reminder.ts'

describe('the reminder that is due', () => {
  it.each([
    { today: '2020-11-12', due: null },
    { today: '2020-11-13', due: 'reminder-before' },
    { today: '2020-11-16', due: 'reminder-before' },
    { today: '2020-11-17', due: 'reminder-after' },
    { today: '2020-11-19', due: 'reminder-after' },
    { today: '2020-11-20', due: null },
  ])('is $due on $today, for a deadline of 2020-11-16', ({ today, due }) => {
    expect(reminderDue('2020-11-16', today)).toBe(due)
  })
})
