import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = import.meta.dirname
const methods = join(source, '../../../docs/methods')
const pages = readdirSync(methods).filter((file) => file.endsWith('.md') && file !== 'README.md')
const named = readdirSync(source)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/docs\/methods\/([a-z-]+\.md)/g)].map(
      (match) => match[1] ?? '',
    ),
  )
const textOf = (page: string) => readFileSync(join(methods, page), 'utf8')

describe('the methods', () => {
  it.each([...new Set(named)])('have the page that the code names: %s', (page) => {
    expect(pages).toContain(page)
  })

  it.each(pages)('are indexed, with their example, edge cases and source: %s', (page) => {
    expect(textOf('README.md')).toContain(`](${page})`)
    expect(textOf(page).match(/^## (Worked example|Edge cases|Source)$/gm)).toEqual([
      '## Worked example',
      '## Edge cases',
      '## Source',
    ])
  })

  it.each(['README.md', ...pages])('link to pages and files that exist: %s', (page) => {
    const text = textOf(page)
    const links = [...text.matchAll(/\]\(([a-z-]+\.md)\)/g)].map((match) => join(methods, match[1] ?? ''))
    const files = [...text.matchAll(/`(packages\/domain\/[^`]+)`/g)].map((match) =>
      join(methods, '../..', match[1] ?? ''),
    )
    expect([...links, ...files].filter((path) => !existsSync(path))).toEqual([])
  })
})
