import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText, xmlText } from './text-cell.ts'

describe('csvText', () => {
  it.each([
    { text: '=1+1', cell: "'=1+1" },
    { text: '+cmd', cell: "'+cmd" },
    { text: '-1+1', cell: "'-1+1" },
    { text: '@SUM(A1)', cell: "'@SUM(A1)" },
    { text: '\t=1', cell: "'\t=1" },
    { text: '\r=1', cell: '"\'\r=1"' },
    { text: '＝HYPERLINK("x")', cell: '"\'＝HYPERLINK(""x"")"' },
    { text: '＋1a', cell: "'＋1a" },
    { text: '－1a', cell: "'－1a" },
    { text: '＠a', cell: "'＠a" },
    { text: '-12.5', cell: '-12.5' },
    { text: '新增，其中"二级"', cell: '"新增，其中""二级"""' },
    { text: 'a,b', cell: '"a,b"' },
    { text: '两行\n文字', cell: '"两行\n文字"' },
    { text: '至少=3', cell: '至少=3' },
  ])('writes $text as $cell', ({ text, cell }) => {
    expect(csvText(text)).toBe(cell)
  })

  it('never lets a cell begin with what runs as a formula, unless it is a plain number', () => {
    const opening = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠')
    fc.assert(
      fc.property(opening, fc.string(), (first, rest) => {
        const cell = csvText(first + rest).replace(/^"/, '')
        expect(cell.startsWith("'") || /^[+-]\d+(\.\d+)?$/.test(cell)).toBe(true)
      }),
    )
  })
})

describe('xmlText', () => {
  it('keeps markup from being markup', () => {
    expect(xmlText('</script><svg onload="x">&')).toBe('&lt;/script&gt;&lt;svg onload=&quot;x&quot;&gt;&amp;')
  })

  it('replaces what XML cannot carry', () => {
    expect(xmlText('a\u0000b\u001fc\ud800d')).toBe('a\ufffdb\ufffdc\ufffdd')
  })
})
