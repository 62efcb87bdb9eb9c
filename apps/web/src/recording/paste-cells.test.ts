import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PasteTarget, pastedCells } from './paste-cells.ts'

const cell = (key: string, change: Partial<PasteTarget> = {}): PasteTarget => ({
  key,
  goal: 'T07',
  places: [],
  decimals: 0,
  yesNo: false,
  ...change,
})

describe('cells from a spreadsheet', () => {
  it('go down from the focus; an empty one leaves its cell alone', () => {
    const targets = [cell('a'), cell('b'), cell('c')]
    expect(pastedCells('1,000\r\n\r\n3万\t\t\r\n', targets, targets).filled).toEqual([
      { key: 'a', text: '1,000' },
      { key: 'c', text: '3万' },
    ])
  })
  it('go to the goal that a line names, and tell the ones that are not there', () => {
    const all = [cell('seven'), cell('ten', { goal: 'T10' })]
    const pasted = pastedCells('T10\t安全监测重点平台\t15\nT99\t?\t1', [], all)
    expect(pasted.filled).toEqual([{ key: 'ten', text: '15' }])
    expect(pasted.refused).toMatchObject([{ line: 2, column: 3, text: '1', refusal: { why: 'unknown-goal' } }])
    expect(pasted.unused).toBe(2)
  })
  it('go to the place that a line names where a goal has several, never to a guessed one', () => {
    const all = ['南京', '无锡'].map((name) => cell(name, { goal: 'T01', places: [name, `${name}市`] }))
    const pasted = pastedCells('T01\t无锡市\t1\nT01\t1\nT01\t徐州市\t1', [], all)
    expect(pasted.filled).toEqual([{ key: '无锡', text: '1' }])
    expect(pasted.refused.map(({ line, refusal }) => [line, refusal.why])).toEqual([
      [2, 'which-place'],
      [3, 'which-place'],
    ])
  })
  it('keep the first value for a cell and show the second', () => {
    const pasted = pastedCells('T07\t1\nT07\t2', [], [cell('seven')])
    expect(pasted.filled).toEqual([{ key: 'seven', text: '1' }])
    expect(pasted.refused).toMatchObject([{ line: 2, text: '2', whole: 'T07\t2', refusal: { why: 'twice' } }])
  })
  it('leave the cell alone whose line names it and says no value', () => {
    const all = [cell('seven'), cell('ten', { goal: 'T10' })]
    const pasted = pastedCells('T07\t标识注册量\t\t\nT10\t重点平台\t15\t', [], all)
    expect(pasted).toMatchObject({ filled: [{ key: 'ten', text: '15' }], refused: [], blank: 1 })
  })
  it('read yes and no in words', () => {
    const targets = [cell('a', { yesNo: true }), cell('b', { yesNo: true }), cell('c', { yesNo: true })]
    const pasted = pastedCells('已\n未\n2', targets, targets)
    expect(pasted.filled.map(({ text }) => text)).toEqual(['1', '0'])
    expect(pasted.refused).toMatchObject([{ line: 3, column: 1, key: 'c', refusal: { why: 'not-yes-or-no' } }])
  })
  it('are ten thousand at once, with ten mistakes told one by one', () => {
    const targets = Array.from({ length: 9_999 }, (_, index) => cell(String(index)))
    const lines = Array.from({ length: 10_000 }, (_, index) => (index % 1000 === 7 ? '702O' : String(index)))
    const { filled, refused } = pastedCells(lines.join('\n'), targets, targets)
    expect(refused.slice(0, 10).map(({ line }) => line)).toEqual(
      Array.from({ length: 10 }, (_, index) => index * 1000 + 8),
    )
    expect(refused[0]?.refusal).toMatchObject({ why: 'not-a-number', at: 'O' })
    expect(refused[10]).toMatchObject({ line: 10_000, refusal: { why: 'no-cell' } })
    expect(filled).toHaveLength(9_989)
  })
  it('are all accounted for: each line with something in it is taken or told', () => {
    const said = fc.constantFrom('', '1', '2万', '7O', 'T07', 'T99', '南京', '-1')
    const line = fc.array(said, { minLength: 1, maxLength: 4 }).map((columns) => columns.join('\t'))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const all = [cell('a'), cell('b', { goal: 'T10' })]
        const { filled, refused, blank } = pastedCells(lines.join('\n'), all, all)
        const written = lines.filter((one) => one.replaceAll('\t', '') !== '')
        expect(filled.length + refused.length + blank).toBe(written.length)
        for (const { line: at, whole } of refused) expect(lines[at - 1]).toBe(whole)
        expect(new Set(filled.map(({ key }) => key)).size).toBe(filled.length)
      }),
    )
  })
})
