import { describe, expect, it } from 'vitest'
import { decidedText, warningText } from './decided-text.ts'

const marks = { unit: { zh: '个', en: '' }, decimals: 0, place: null }
const about = (part: string, value: unknown, more = {}) => ({ ...marks, part, value, ...more })
const both = { zh: '会议纪要', en: 'Minutes' }
const guangdong = { place: { zh: '广东', en: 'Guangdong' } }

describe('decidedText', () => {
  it.each([
    ['plan', { is: 'straight' }, '从基期值到目标值按日直线', 'a straight line from baseline to target, by days'],
    [
      'plan',
      { is: 'milestones', points: [{ on: '2020-06-30', value: 1_700_000_000 }] },
      '经2020-06-30达到17亿个到目标值',
      'through 1.7 billion on 2020-06-30 to the target',
    ],
    [
      'plan',
      { is: 'stages', stages: [{ id: 'a', name: { zh: '申报', en: 'Application' }, dueOn: '2020-04-01' }] },
      '按阶段：申报（2020-04-01）',
      'by stages: Application (2020-04-01)',
    ],
    [
      'target',
      { comparator: { is: 'at-least', value: 100_000 }, basis: 'level', perRegion: false, assumed: true },
      '不少于10万个（总量）',
      'at least 100,000 (level)',
    ],
    [
      'target',
      { comparator: { is: 'range', value: 1, from: 1, to: 3 }, basis: 'level', perRegion: true, assumed: false },
      '每个地区1个至3个（总量）',
      'each region 1 to 3 (level)',
    ],
    [
      'target',
      { comparator: { is: 'about', value: 10, from: 8, to: 12 }, basis: 'increment', perRegion: false, assumed: false },
      '约10个（8个至12个）（增量，在基期值之上）',
      'about 10 (8 to 12) (increment, on top of the baseline)',
    ],
    [
      'baseline',
      { value: 47, bound: 'above', on: '2019-12-31', precision: 'year', source: both },
      '超47个，截至2019年（来源：会议纪要）',
      'over 47 as of 2019 (source: Minutes)',
    ],
    ['due', { on: '2020-12-31', stated: true }, '2020-12-31（原文或文件所定）', '2020-12-31 (stated)'],
    [
      'due',
      { on: '2020-12-31', stated: false, reason: both },
      '2020-12-31（推定：会议纪要）',
      '2020-12-31 (inferred: Minutes)',
    ],
    [
      'opening',
      { openedOn: '2020-04-01', balance: 0, balanceSource: '' },
      '自2020-04-01启用，期初数0个',
      'opened on 2020-04-01 with a balance of 0',
    ],
    [
      'thresholds',
      { onSchedule: 1, slightlyBehind: 0.8, author: both, reason: both },
      '序时指数1起为正常，0.8起为略滞后，以下为滞后（决定人：会议纪要）',
      'on schedule from an index of 1, slightly behind from 0.8, behind below it (decided by Minutes)',
    ],
    ['reading', both, '会议纪要', 'Minutes'],
    ['target', null, '尚未规定', 'not set yet'],
  ])('tells %s %j', (part, value, zh, en) => {
    expect(decidedText(about(part, value), 'zh')).toBe(zh)
    expect(decidedText(about(part, value), 'en')).toBe(en)
  })

  it('names the region of a regional target, never its code or the name of the indicator', () => {
    const value = { indicator: 'identifier-registrations', region: '440000', value: 900_000_000_000, on: '2020-12-31' }
    const said = about('regional-target', value, guangdong)
    expect(decidedText(said, 'zh')).toBe('广东到2020-12-31不少于9000亿个')
    expect(decidedText(said, 'en')).toBe('Guangdong: at least 900 billion by 2020-12-31')
  })
})

describe('warningText', () => {
  it('tells what the parts of the regions come to beside the whole', () => {
    const warning = { is: 'parts-exceed-whole', sum: 2_100_000_000, most: 2_000_000_000 } as const
    expect(warningText(warning, marks, 'zh')).toContain('合计将为21亿个，超过全国目标20亿个')
    expect(warningText(warning, marks, 'en')).toContain('come to 2.1 billion, more than the national one of 2 billion')
  })

  it('tells of another decision that waits, or that came first', () => {
    expect(warningText({ is: 'another-waits' }, marks, 'zh')).toContain('先批准的生效')
    expect(warningText({ is: 'overtaken' }, marks, 'en')).toContain('return this one')
  })
})
