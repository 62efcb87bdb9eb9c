import type { Change } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { changeSentence } from './change-sentence.ts'

const jiangsu = { zh: '江苏', en: 'Jiangsu' }
const change = (more: Partial<Change>): Change => ({
  seq: 9,
  at: '2020-10-29T07:20:00.000Z',
  kind: 'entry',
  indicator: {
    id: 'identifier-registrations',
    goal: 'T07',
    name: { zh: '新增标识注册量', en: 'New registrations' },
    unit: { zh: '个', en: 'identifiers' },
    decimals: 0,
  },
  count: 1,
  period: '2020-09',
  region: jiangsu,
  value: 310_000_000,
  bound: null,
  before: null,
  title: null,
  on: '2020-09-30',
  part: null,
  reason: null,
  ...more,
})

describe('changeSentence', () => {
  it.each([
    [{}, '江苏2020年9月审定3.1亿个', 'Jiangsu, September 2020 approved: 310 million'],
    [{ value: 0 }, '江苏2020年9月审定0个', 'Jiangsu, September 2020 approved: 0'],
    [{ value: null }, '江苏2020年9月审定不报数', 'Jiangsu, September 2020 approved: no value'],
    [{ count: 29, region: null, value: null }, '2020年9月审定29条', 'September 2020: 29 entries approved'],
    [
      { kind: 'correction', before: 96, value: 94, reason: '重复登记' },
      '江苏更正2020年9月：96个 → 94个，原因：重复登记',
      'Jiangsu corrected September 2020: 96 → 94, reason: 重复登记',
    ],
    [
      { kind: 'published', value: 75, bound: 'above', on: '2020-10-29' },
      '公布超75个（2020年10月29日）',
      'over 75 published (29 Oct 2020)',
    ],
    [{ kind: 'case', title: '江南机械厂' }, '江南机械厂计入', '江南机械厂 counts'],
    [
      { kind: 'exit', title: '江南机械厂', on: '2020-11-10', reason: '停止运营' },
      '江南机械厂自2020年11月10日起退出，原因：停止运营',
      '江南机械厂 leaves on 10 Nov 2020, reason: 停止运营',
    ],
    [
      { kind: 'merger', title: '江南机械厂', reason: '同一企业' },
      '江南机械厂并入另一案例，原因：同一企业',
      '江南机械厂 merged into another case, reason: 同一企业',
    ],
    [{ kind: 'exit', count: 3, on: null }, '3个退出', '3 left'],
    [{ kind: 'confirmation', count: 30 }, '2020年9月台账30个单位确认', 'lists of September 2020 confirmed by 30 units'],
    [
      { kind: 'decision', part: 'plan', reason: '招标推迟' },
      '调整序时进度，原因：招标推迟',
      'plan re-based, reason: 招标推迟',
    ],
    [{ kind: 'milestone', part: 'done' }, '办结', 'done'],
    [
      { kind: 'withdrawal', reason: '重复' },
      '撤回1条（江苏2020年9月），原因：重复',
      '1 withdrawn (Jiangsu September 2020), reason: 重复',
    ],
  ] satisfies readonly (readonly [Partial<Change>, string, string])[])('says %o', (more, zh, en) => {
    expect(changeSentence(change(more), 'zh')).toBe(zh)
    expect(changeSentence(change(more), 'en')).toBe(en)
  })
})
