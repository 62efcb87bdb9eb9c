import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkCatalogue } from './catalogue-check.ts'
import { catalogueJsonSchema, rowSchemas } from './json-schema.ts'
import { keyLines, keyTables } from './key-tables.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const page = readFileSync(path.join(root, 'docs/catalogue.md'), 'utf8')
const examples = [...page.matchAll(/```yaml title="(.+?)"\n([\s\S]*?)```/g)].map(([, file = '', text = '']) => ({
  path: file,
  text,
}))

describe('docs/catalogue.md', () => {
  it('shows a catalogue without mistakes', () => {
    expect(examples.length).toBeGreaterThan(5)
    const reading = checkCatalogue(examples)
    expect(reading.clean ? [] : reading.mistakes).toEqual([])
  })

  it.each(rowSchemas)('shows and explains every key of $files', ({ files, schema }) => {
    const named = files.split(', ').map((file) => `/${file}`)
    const shown = examples.filter((example) => named.some((file) => example.path.endsWith(file)))
    const text = shown.map((example) => example.text).join('\n')
    for (const { key, meaning } of keyLines(schema)) {
      const name = key.slice(key.lastIndexOf('.') + 1)
      expect(meaning, `the meaning of ${key}`).not.toBe('')
      if (name !== 'change') expect(text, `an example of ${key}`).toMatch(new RegExp(`\\b${name}:`))
    }
  })

  it('has the tables of keys as the schema has them', () => {
    expect(page).toContain(`<!-- keys -->\n\n${keyTables()}\n\n<!-- end of keys -->`)
  })
})

describe('data/schema.json', () => {
  it('is the schema that the check reads', () => {
    expect(JSON.parse(readFileSync(path.join(root, 'data/schema.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(catalogueJsonSchema())),
    )
  })
})
