import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { offeredPieces } from './font-pieces-offered.ts'

describe.each([400, 700])('the pieces of weight %i', (weight) => {
  const file = fileURLToPath(import.meta.resolve(`@fontsource/noto-sans-sc/${weight}.css`))
  const css = offeredPieces(readFileSync(file, 'utf8'))
  const ranges = [...css.matchAll(/unicode-range:\s*([^;]+);/g)].map(([, range = '']) => range)

  it('are WOFF2 alone', () => {
    expect(css).toContain('.woff2')
    expect(css).not.toMatch(/\.woff\)/)
  })

  it('hold no digit, letter, space or minus sign', () => {
    const codes = ranges.flatMap((range) =>
      range.split(',').map((part) => {
        const [from = '', to = from] = part.trim().slice(2).split('-')
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
      }),
    )
    const holds = (character: string) => {
      const code = character.charCodeAt(0)
      return codes.some(([from, to]) => code >= from && code <= to)
    }
    expect([...' 0aZ%é−—'].filter(holds)).toEqual([])
    expect([...'序时，“·…'].filter(holds)).toEqual([...'序时，“·…'])
  })
})
