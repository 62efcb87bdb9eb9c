import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { methodWords } from '../src/methods/methods.words.ts'
import { methodFile, methodParts } from './method-pages.ts'

const root = path.resolve(import.meta.dirname, '../../../docs/methods')

describe.each([
  ['zh', path.join(root, 'zh')],
  ['en', root],
] as const)('the pages of methods in %s', (language, folder) => {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.basename(file, '.md'))
  const textOf = (name: string) => readFileSync(path.join(folder, `${name}.md`), 'utf8')

  it.each(names)('%s is drawn, opens with its title and links only to pages that exist', (name) => {
    expect(path.join(folder, `${name}.md`)).toMatch(methodFile)
    const [first] = methodParts(textOf(name)) as { type: string; depth: number; raw?: string }[]
    expect(first).toMatchObject({ type: 'heading', depth: 1 })
    expect(first?.raw).toBeUndefined()
    for (const [, link] of textOf(name).matchAll(/\]\(([a-z-]+)\.md\)/g)) expect(names).toContain(link)
  })

  it('hold every method that has words', () => {
    expect(names).toEqual(expect.arrayContaining(Object.keys(methodWords[language].methods)))
  })
})

describe('the words of methods', () => {
  it('are of the same methods in both languages', () => {
    expect(Object.keys(methodWords.en.methods)).toEqual(Object.keys(methodWords.zh.methods))
  })
})
