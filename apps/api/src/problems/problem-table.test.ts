import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filled, problems } from './problem-table.ts'

const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/problems.md'), 'utf8')

describe.each(Object.entries(problems))('the problem %s', (kind, { status, title, detail }) => {
  it('has its line in docs/problems.md, word for word', () => {
    expect(page).toContain(`| \`${kind}\` | ${status} | ${title.zh} | ${detail.zh} | ${detail.en} |\n`)
  })

  it('says in both languages what to do', () => {
    expect(status).toBeGreaterThanOrEqual(400)
    for (const text of [title, detail]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      expect(text.en).not.toMatch(/\p{Script=Han}(?<!兵|团)/u)
    }
    expect(detail.zh).toMatch(/。$/)
    expect(detail.en).toMatch(/\.$/)
  })
})

describe('filled', () => {
  it('puts facts in their places and leaves the place where there is none', () => {
    expect(filled('共 {rows} 行，最多 {most} 行', { rows: 3 })).toBe('共 3 行，最多 {most} 行')
  })
})
