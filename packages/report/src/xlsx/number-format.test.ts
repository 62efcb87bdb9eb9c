import { describe, expect, it } from 'vitest'
import { figureFormat, shownFigure, typedFigure } from './number-format.ts'

const amount = (value: number, decimals = 0) => ({ value, decimals, as: 'amount' as const })
const ratio = (value: number) => ({ value, decimals: 1, as: 'ratio' as const })
const points = (value: number) => ({ value, decimals: 1, as: 'points' as const })

describe('typedFigure', () => {
  it.each([
    { text: '143个', number: amount(143), before: '', after: '个', shown: '143个' },
    { text: '至少905个', number: amount(905), before: '至少', after: '个', shown: '至少905个' },
    { text: '1000多个', number: amount(1000), before: '', after: '多个', shown: '1,000多个' },
    { text: '+20个', number: amount(20), before: '+', after: '个', shown: '+20个' },
    { text: '超55亿个', number: amount(5_500_000_000), before: '超', after: '个', shown: '超5,500,000,000个' },
    { text: '9.89万家', number: amount(98_900), before: '', after: '家', shown: '98,900家' },
    { text: '≥90.5%', number: ratio(0.905), before: '≥', after: '', shown: '≥90.5' },
    { text: '<100%', number: ratio(0.99999999), before: '<', after: '', shown: '<100' },
    { text: '≥+12.5', number: points(12.5), before: '≥', after: '', shown: '≥12.5' },
  ])('keeps the words of $text in its format', ({ text, number, before, after, shown }) => {
    const figure = typedFigure({ text, number }, 'zh')
    expect(figure).toMatchObject({ value: number.value, before, after })
    expect(figure === null ? '' : shownFigure(figure)).toContain(shown)
  })

  it.each([
    { case: 'a range', text: '1–3家／地区', number: amount(1) },
    { case: 'another number than its own', text: '143个', number: amount(144) },
    { case: 'a ratio without its sign', text: '95.3', number: ratio(0.953) },
    { case: 'no number', text: '未报', number: amount(0) },
    { case: 'a sentence', text: `${'字'.repeat(60)}5`, number: amount(5) },
  ])('leaves $case as text', ({ text, number }) => {
    expect(typedFigure({ text, number }, 'zh')).toBeNull()
  })

  it('reads million and billion', () => {
    expect(typedFigure({ text: 'over 5.5 billion identifiers', number: amount(5_500_000_000) }, 'en')).toMatchObject({
      before: 'over ',
      after: ' identifiers',
    })
  })

  it.each([
    { text: '至少905个', number: amount(905), format: '"至少"#,##0"个";"至少−"#,##0"个";"至少"#,##0"个"' },
    { text: '12.50', number: amount(12.5, 2), format: '#,##0.00;"−"#,##0.00;#,##0.00' },
    { text: '95.3%', number: ratio(0.953), format: '0.0%;"−"0.0%;0.0%' },
    { text: '−24.6', number: points(-24.6), format: '"+"0.0;"−"0.0;0.0' },
    { text: '5"', number: amount(5), format: '#,##0\\";"−"#,##0\\";#,##0\\"' },
  ])('is shown by a format: $text', ({ text, number, format }) => {
    const figure = typedFigure({ text, number }, 'zh')
    expect(figure === null ? null : figureFormat(figure)).toBe(format)
  })
})
