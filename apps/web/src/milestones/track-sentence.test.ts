import { trackSentence } from '@xushi/wording'
import { describe, expect, it } from 'vitest'
import { done, drafted, issue, moved, planned, trackOn } from './tracks.fixture.ts'

const responsible = { zh: '工业和信息化部', en: 'The ministry' }
const says = (on: string, told: Parameters<typeof trackOn>[1], language: 'zh' | 'en' = 'zh') =>
  trackSentence(trackOn(on, told), { on, language, responsible })

describe('the way of a milestone in words', () => {
  it.each([
    { on: '2020-10-29', told: [], says: '应由工业和信息化部报送计划日期或进展。' },
    { on: '2020-06-30', told: [planned], says: '预计9月30日。' },
    { on: '2020-08-01', told: [planned, drafted], says: '预计9月30日；7月6日：征求意见。' },
    { on: '2020-10-29', told: [planned], says: '预计9月30日；已过29天。' },
    {
      on: '2020-10-29',
      told: [planned, moved],
      says: '原定9月30日，改为11月30日（已改期1次：案例不足，补充征集）。',
    },
    {
      on: '2021-01-31',
      told: [planned, moved, done],
      says: '原定2020年9月30日，改为2020年11月30日（已改期1次：案例不足，补充征集）；2020年12月10日办结，工信厅〔2020〕1号。',
    },
    {
      on: '2020-10-29',
      told: [issue(1, '2020-04-30'), issue(2, '2020-05-31')],
      says: '定期事项，已发布2期，最近第2期5月31日。',
    },
  ])('on $on: $says', ({ on, told, says: expected }) => {
    expect(says(on, told)).toBe(expected)
  })

  it('in English says the same', () => {
    expect(says('2020-10-29', [planned, moved], 'en')).toBe(
      'First expected 30 Sep, now 30 Nov (put off once: 案例不足，补充征集).',
    )
    expect(says('2020-10-29', [], 'en')).toBe('A date or progress is expected from: The ministry.')
  })
})
