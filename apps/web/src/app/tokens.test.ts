import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tokensIn } from './tokens.ts'

const themes = tokensIn(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'))

/** Contrast of WCAG 2.2: relative luminances of the lighter and the darker colour, each plus 0.05, divided. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const texts = ['ink', 'ink2', 'ink3', 'accent', 'actual', 'beside']
const states = ['achieved', 'on-schedule', 'slightly-behind', 'behind', 'overdue', 'not-started', 'no-data', 'stale']

describe.each(['light', 'dark'] as const)('the %s colours', (theme) => {
  const colour = (name: string) => themes[theme][name] ?? '#000000'

  it.each([...texts, ...states])('%s can be read on the page and on a group row', (name) => {
    expect(contrast(colour(name), colour('bg'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour(name), colour('sub'))).toBeGreaterThanOrEqual(4.5)
  })

  it.each([1, 2, 3, 4, 5])('step %i of the region ramp carries its figure', (step) => {
    expect(contrast(colour(`on-s${step}`), colour(`s${step}`))).toBeGreaterThanOrEqual(4.5)
  })

  it('mark what is recorded clearly on the empty bar, and controls on the page', () => {
    expect(contrast(colour('actual'), colour('track'))).toBeGreaterThanOrEqual(3)
    expect(contrast(colour('line2'), colour('bg'))).toBeGreaterThanOrEqual(3)
  })
})

describe('tokens.css', () => {
  it('has every colour in both themes', () => {
    expect(Object.keys(themes.light).length).toBeGreaterThan(20)
    expect(Object.keys(themes.dark)).toEqual(Object.keys(themes.light))
  })
})
