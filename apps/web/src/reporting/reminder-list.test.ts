import type { Reporting } from '@xushi/contract'
import { describe, expect, it } from 'vitest'
import { owedBy, reminderText } from './reminder-list.ts'

type Row = Reporting['units'][number]
const cell = (indicator: string, timing: Row['cells'][number]['timing']): Row['cells'][number] => ({
  kind: 'entry',
  indicator,
  name: { zh: indicator, en: indicator },
  region: '320000',
  period: '2020-12',
  deadline: '2021-01-15',
  handedInOn: null,
  timing,
  state: null,
})
const row = (id: string, cells: Row['cells']): Row => ({
  unit: { id, name: { zh: id, en: id }, region: '320000' },
  expected: cells.length,
  handedIn: 0,
  counted: 0,
  onTime: 0,
  timed: cells.length,
  completeness: 0,
  timeliness: 0,
  cells,
})

describe('the reminder', () => {
  const owing = [
    row('a', [
      cell('late', 'late'),
      cell('two', 'owed'),
      { ...cell('one', 'owed'), region: '320100' },
      { ...cell('one', 'owed'), region: '320200' },
      { ...cell('old', 'owed'), deadline: '2020-12-31' },
      cell('free', 'excused'),
    ]),
    row('b', [cell('one', 'on-time'), cell('two', 'not-due')]),
  ].map(owedBy)

  it('names only what is owed after its deadline, longest late first, regions of an indicator together', () => {
    expect(
      owing.map(({ count, items }) => [count, items.map(({ indicator, regions }) => [indicator, regions])]),
    ).toEqual([
      [
        4,
        [
          ['old', ['320000']],
          ['one', ['320100', '320200']],
          ['two', ['320000']],
        ],
      ],
      [0, []],
    ])
  })

  it('is one line a unit under its head, and none for one that owes nothing', () => {
    const says = {
      head: 'Owed',
      unit: ({ unit }: { unit: Row['unit'] }) => unit.id,
      item: ({ indicator, regions }: { indicator: string; regions: readonly string[] }) =>
        `${indicator} ${regions.length}`,
      and: ', ',
      line: (unit: string, items: string) => `${unit}: ${items}`,
    }
    expect(reminderText(owing, says)).toBe('Owed\na: old 1, one 2, two 1')
  })
})
