import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { methodWords } from '../src/methods/methods.words.ts'
import { methodParts } from './method-pages.ts'

const folder = path.resolve(import.meta.dirname, '../../../docs/methods')
const names = readdirSync(folder).map((file) => path.basename(file, '.md'))
const textOf = (name: string) => readFileSync(path.join(folder, `${name}.md`), 'utf8')

describe('the pages of methods', () => {
  it.each(names)('%s opens with its title and links only to pages that exist', (name) => {
    const [first] = methodParts(textOf(name)) as { type: string; depth: number; raw?: string }[]
    expect(first).toMatchObject({ type: 'heading', depth: 1 })
    expect(first?.raw).toBeUndefined()
    for (const [, link] of textOf(name).matchAll(/\]\(([a-z-]+)\.md\)/g)) expect(names).toContain(link)
  })

  it('hold every method that has words', () => {
    expect(names).toEqual(expect.arrayContaining(Object.keys(methodWords.zh.methods)))
    expect(Object.keys(methodWords.en.methods)).toEqual(Object.keys(methodWords.zh.methods))
  })
})
