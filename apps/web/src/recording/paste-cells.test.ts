import { describe, expect, it } from 'vitest'
import { type PasteTarget, pastedCells } from './paste-cells.ts'

const cell = (key: string, change: Partial<PasteTarget> = {}): PasteTarget => ({
  key,
  goal: 'T07',
  decimals: 0,
  yesNo: false,
  ...change,
})

describe('cells from a spreadsheet', () => {
  it('go down from the focus; an empty one leaves its cell alone', () => {
    const targets = [cell('a'), cell('b'), cell('c')]
    expect(pastedCells('1,000\r\n\r\n3万\r\n', targets, targets).filled).toEqual([
      { key: 'a', text: '1,000' },
      { key: 'c', text: '3万' },
    ])
  })
  it('go to the goal that a line names, and tell the ones that are not there', () => {
    const all = [cell('seven'), cell('ten', { goal: 'T10' })]
    const pasted = pastedCells('T10\t安全监测重点平台\t15\nT99\t?\t1', [], all)
    expect(pasted.filled).toEqual([{ key: 'ten', text: '15' }])
    expect(pasted.unknownGoals).toEqual(['T99'])
  })
  it('read yes and no in words', () => {
    const targets = [cell('a', { yesNo: true }), cell('b', { yesNo: true }), cell('c', { yesNo: true })]
    const pasted = pastedCells('已\n未\n2', targets, targets)
    expect(pasted.filled.map(({ text }) => text)).toEqual(['1', '0'])
    expect(pasted.wrong.map(({ key }) => key)).toEqual(['c'])
  })
  it('are ten thousand at once, with ten mistakes told one by one', () => {
    const targets = Array.from({ length: 9_999 }, (_, index) => cell(String(index)))
    const lines = Array.from({ length: 10_000 }, (_, index) => (index % 1000 === 7 ? '702O' : String(index)))
    const pasted = pastedCells(lines.join('\n'), targets, targets)
    expect(pasted.wrong.map(({ key }) => key)).toEqual(
      Array.from({ length: 10 }, (_, index) => String(index * 1000 + 7)),
    )
    expect(pasted.wrong[0]?.reading).toMatchObject({ is: 'refused', at: 'O' })
    expect([pasted.filled.length, pasted.beyond]).toEqual([9_989, 1])
  })
})
