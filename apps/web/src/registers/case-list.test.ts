import type { Case } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { caseCsv, casesFitting, sortedBy } from './case-list.ts'

const some = (title: string, more: Partial<Case> = {}) =>
  ({
    title,
    region: '320000',
    stage: 'publication',
    state: 'approved',
    inForce: true,
    updatedAt: title,
    fields: {},
    ...more,
  }) as Case
const cases = [
  some('江苏恒瑞重工', { fields: { 'credit-code': '91320000MADEM0001X' }, validFrom: '2020-06-01' }),
  some('浙江华盛电子', { region: '330000', inForce: false, validFrom: '2020-04-01' }),
  some('江苏新程5G', { state: 'draft', stage: 'application', validFrom: null }),
]
const titles = (filter: Parameters<typeof casesFitting>[1]) => casesFitting(cases, filter).map(({ title }) => title)

describe('the list of cases', () => {
  it.each([
    { filter: { q: '华盛' }, found: ['浙江华盛电子'] },
    { filter: { q: 'madem0001' }, found: ['江苏恒瑞重工'] },
    { filter: { q: '５g' }, found: ['江苏新程5G'] },
    { filter: { region: '330000' }, found: ['浙江华盛电子'] },
    { filter: { state: 'draft' }, found: ['江苏新程5G'] },
    { filter: { inForce: '1', stage: 'publication' }, found: ['江苏恒瑞重工'] },
    { filter: { sort: 'validFrom.up' }, found: ['江苏新程5G', '浙江华盛电子', '江苏恒瑞重工'] },
    { filter: { sort: 'validFrom.down' }, found: ['江苏恒瑞重工', '浙江华盛电子', '江苏新程5G'] },
    { filter: { q: '没有' }, found: [] },
  ])('narrowed by $filter', ({ filter, found }) => {
    expect(titles(filter)).toEqual(found)
  })

  it('turns the direction of a column that is clicked again', () => {
    expect([sortedBy(undefined, 'name'), sortedBy('name.up', 'name'), sortedBy('name.down', 'name')]).toEqual([
      'name.up',
      'name.down',
      'name.up',
    ])
  })

  it('leaves as a table that opens in Excel and runs nothing', () => {
    const column = { id: 'name', name: '名称', text: ({ title }: Case) => title }
    const dangerous = ['=1+1', '@SUM(A1)', '＝2', '甲,"乙"'].map((title) => some(title))
    expect(caseCsv(dangerous, [column])).toBe('\uFEFF名称\r\n\'=1+1\r\n\'@SUM(A1)\r\n\'＝2\r\n"甲,""乙"""\r\n')
  })
})
