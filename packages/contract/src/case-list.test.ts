import { describe, expect, it } from 'vitest'
import { caseColumns, industryCounts, listedCases, shownColumns } from './case-list.ts'
import type { Case, Register } from './registers.ts'

const text = (zh: string) => ({ zh, en: zh })
const register = {
  fields: [
    { id: 'enterprise', name: text('企业名称'), kind: 'text', required: true, choices: [] },
    { id: 'credit-code', name: text('代码'), kind: 'credit-code', required: true, choices: [] },
    {
      id: 'industry',
      name: text('行业'),
      kind: 'choice',
      required: true,
      choices: [{ id: 'steel', name: text('钢铁') }],
    },
    { id: 'sites', name: text('厂区数'), kind: 'whole', required: false, choices: [] },
  ],
  stages: [{ id: 'publication', name: text('发布'), by: 'ministry' }],
} as unknown as Register
const columns = caseColumns(register, new Map([['320000', text('江苏')]]), 'zh')
const some = (title: string, more: Partial<Case> = {}) =>
  ({
    title,
    region: '320000',
    stage: 'publication',
    state: 'approved',
    inForce: true,
    underway: null,
    correctionAsked: null,
    validFrom: null,
    validTo: null,
    recorder: { name: '李静' },
    approver: null,
    updatedAt: '2020-01-01T00:00:00.000Z',
    fields: {},
    ...more,
  }) as Case
const cases = [
  some('江苏恒瑞重工', { fields: { 'credit-code': '91320000MADEM0001X', sites: 12 }, validFrom: '2020-06-01' }),
  some('浙江华盛电子', { region: '330000', inForce: false, fields: { sites: 3 }, validFrom: '2020-04-01' }),
  some('江苏新程5G', { state: 'draft', stage: 'application', updatedAt: '2020-02-01T00:00:00.000Z' }),
]
const titles = (listing: Parameters<typeof listedCases>[1]) =>
  listedCases(cases, listing, columns).map(({ title }) => title)

describe('the list of cases', () => {
  it('has the cases of a province with those of its prefectures, and of a prefecture its own', () => {
    const both = [some('省'), some('市', { region: '320500' }), some('外省', { region: '330000' })]
    const told = (region: string) => listedCases(both, { region }, columns).map(({ title }) => title)
    expect([told('320000'), told('320500'), told('000000')]).toEqual([['省', '市'], ['市'], []])
  })

  it('finds a correction that is under way by its state, and says both', () => {
    const corrected = some('江苏启航煤业', { underway: 'submitted' })
    expect(listedCases([...cases, corrected], { state: 'submitted' }, columns)).toEqual([corrected])
    expect(listedCases([...cases, corrected], { state: 'approved' }, columns)).toHaveLength(3)
    expect(columns.find(({ id }) => id === 'state')?.value(corrected)).toEqual({ is: 'text', text: '已审定，更正待审' })
    const asked = some('江苏启航煤业', { correctionAsked: { reason: '核', at: '2020-11-01T00:00:00.000Z' } })
    expect(columns.find(({ id }) => id === 'state')?.value(asked)).toEqual({ is: 'text', text: '已审定，待更正' })
  })

  it.each([
    { listing: {}, found: ['江苏新程5G', '江苏恒瑞重工', '浙江华盛电子'] },
    { listing: { q: '华盛' }, found: ['浙江华盛电子'] },
    { listing: { q: '盛电' }, found: ['浙江华盛电子'] },
    { listing: { q: 'madem0001' }, found: ['江苏恒瑞重工'] },
    { listing: { q: '５g' }, found: ['江苏新程5G'] },
    { listing: { region: '330000' }, found: ['浙江华盛电子'] },
    { listing: { state: 'draft' }, found: ['江苏新程5G'] },
    { listing: { inForce: '1', stage: 'publication' }, found: ['江苏恒瑞重工'] },
    { listing: { sort: 'validFrom.up' }, found: ['江苏新程5G', '浙江华盛电子', '江苏恒瑞重工'] },
    { listing: { sort: 'validFrom.down' }, found: ['江苏恒瑞重工', '浙江华盛电子', '江苏新程5G'] },
    { listing: { sort: 'field-sites.up' }, found: ['江苏新程5G', '浙江华盛电子', '江苏恒瑞重工'] },
    { listing: { sort: 'no-such-column.up' }, found: ['江苏恒瑞重工', '浙江华盛电子', '江苏新程5G'] },
    { listing: { q: '没有' }, found: [] },
  ])('narrowed by $listing', ({ listing, found }) => {
    expect(titles(listing)).toEqual(found)
  })

  it('hides the columns that are named, but never the name of the case', () => {
    const shown = shownColumns(columns, { columns: 'name,field-sites,updated' }).map(({ id }) => id)
    expect(shown).toContain('name')
    expect(shown).not.toContain('field-sites')
    expect(shown).not.toContain('updated')
    expect(shown).toContain('region')
  })

  it('says nothing, and not zero, where nothing was written', () => {
    const [first] = cases
    const values = Object.fromEntries(columns.map(({ id, value }) => [id, first === undefined ? null : value(first)]))
    expect(values).toMatchObject({
      'field-sites': { is: 'whole', value: 12 },
      'field-industry': null,
      region: { is: 'text', text: '江苏' },
      state: { is: 'text', text: '已审定' },
      validTo: null,
      approver: null,
    })
  })
})

describe('the industries of a register', () => {
  const industry = {
    id: 'industry',
    name: text('行业'),
    kind: 'choice',
    required: true,
    choices: ['steel', 'mining', 'textile'].map((id) => ({ id, name: text(id) })),
  } as const
  const of = (kind: string, more: Partial<Case> = {}) => some(kind, { fields: { industry: kind }, ...more })
  const all = [of('mining'), of('steel'), of('mining'), of('steel', { inForce: false }), some('无行业')]

  it('are counted by what is in force, the most first, and narrow the list', () => {
    expect(industryCounts({ fields: [{ ...industry, choices: [...industry.choices] }] }, all)).toMatchObject([
      { id: 'mining', count: 2 },
      { id: 'steel', count: 1 },
    ])
    expect(listedCases(all, { industry: 'steel' }, columns)).toHaveLength(2)
    expect(listedCases(all, { industry: 'steel', inForce: '1' }, columns)).toHaveLength(1)
  })

  it('are none where the register speaks of none', () => {
    expect(industryCounts({ fields: [] }, all)).toEqual([])
  })
})
