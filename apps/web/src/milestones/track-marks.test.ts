import { describe, expect, it } from 'vitest'
import { timeScale } from './time-scale.ts'
import { type TrackDrawing, trackDrawing } from './track-marks.ts'
import { done, drafted, issue, moved, planned, trackOn } from './tracks.fixture.ts'

const start = '2020-03-20'
const scale = timeScale([start, '2020-12-31'])
const drawn = (on: string, told: Parameters<typeof trackOn>[1]) => trackDrawing(trackOn(on, told), scale, start, on)
const lines = ({ lines }: TrackDrawing) => lines.map(({ is }) => is)
const marks = ({ marks }: TrackDrawing) => marks.map(({ is, on }) => `${is} ${on}`)

describe('the way of a milestone', () => {
  it.each([
    { is: 'planned', on: '2020-06-30', told: [planned], lines: ['way', 'ahead'], marks: ['expected 2020-09-30'] },
    { is: 'overdue', on: '2020-10-29', told: [planned], lines: ['way', 'late'], marks: ['expected 2020-09-30'] },
    {
      is: 'put off',
      on: '2020-10-29',
      told: [planned, moved],
      lines: ['way', 'moved'],
      marks: ['old 2020-09-30', 'expected 2020-11-30'],
    },
    {
      is: 'put off and past again',
      on: '2020-12-05',
      told: [planned, moved],
      lines: ['way', 'moved', 'late'],
      marks: ['old 2020-09-30', 'expected 2020-11-30'],
    },
    {
      is: 'done',
      on: '2020-12-31',
      told: [planned, moved, done],
      lines: ['way'],
      marks: ['old 2020-09-30', 'done 2020-12-10'],
    },
    { is: 'without a date', on: '2020-10-29', told: [drafted], lines: ['way'], marks: ['stage 2020-07-06'] },
    { is: 'never spoken of', on: '2020-10-29', told: [], lines: [], marks: [] },
    { is: 'recurring', on: '2020-10-29', told: [issue(1, '2020-04-30')], lines: [], marks: ['issue 2020-04-30'] },
  ])('is drawn when it is $is', ({ on, told, ...expected }) => {
    const drawing = drawn(on, told)
    expect({ lines: lines(drawing), marks: marks(drawing) }).toEqual({ lines: expected.lines, marks: expected.marks })
  })

  it('says how many days it is past, how often it was put off, and how late it was done', () => {
    expect(drawn('2020-10-29', [planned])).toMatchObject({ pastDays: 29, movedTimes: 0 })
    expect(drawn('2020-10-29', [planned, moved])).toMatchObject({ pastDays: null, movedTimes: 1 })
    expect(drawn('2020-12-31', [planned, moved, done]).marks.at(-1)).toMatchObject({ is: 'done', lateDays: 10 })
  })

  it('keeps every number that can be told apart, and of those too near the later one', () => {
    const weekly = drawn('2020-10-29', [issue(1, '2020-05-01'), issue(2, '2020-05-04'), issue(3, '2020-06-01')])
    expect(marks(weekly)).toEqual(['issue 2020-05-04', 'issue 2020-06-01'])
  })

  it('labels a date that was given up only where its label has room', () => {
    const again = { ...moved, on: '2020-09-25', expectedOn: '2020-10-05' }
    const once = { ...moved, on: '2020-10-01', expectedOn: '2020-12-31' }
    const labelled = drawn('2020-10-29', [planned, again, once]).marks.filter(({ is }) => is === 'old')
    expect(labelled).toMatchObject([{ isLabelled: true }, { isLabelled: false }])
  })
})
