import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { longTable, reportOf, sectionOf } from '../model/large-report.fixture.ts'
import { sampleImprint, sampleReport } from '../model/report-model.fixture.ts'
import { zipParts } from '../readback/zip-parts.ts'
import { allOf, childOf, type DocxElement, elementOf } from './docx-elements.fixture.ts'
import { reportDocx } from './report-docx.ts'
import { outOfOrder } from './schema-order.fixture.ts'

const none: DocxElement = { name: '', attributes: {}, children: [], text: '' }
const odd = '甲\u0001<&>"\'😀'
const models = {
  'the sample': sampleReport,
  'an English report': { ...sampleReport, request: { ...sampleReport.request, language: 'en' as const } },
  'odd texts': reportOf([sectionOf([{ is: 'table', table: { ...longTable(3, odd), caption: odd } }], odd)]),
  nothing: reportOf([]),
}

// What makes Word say that a file is damaged, or open it without a part.
describe.each(Object.entries(models))('a Word file of %s', (_, model) => {
  let parts: ReadonlyMap<string, Buffer>
  const elements = new Map<string, DocxElement>()
  const part = (name: string) => elements.get(name) ?? none

  beforeAll(async () => {
    parts = await zipParts(await reportDocx(model, sampleImprint))
    for (const [name, bytes] of parts) if (/\.(?:xml|rels)$/.test(name)) elements.set(name, await elementOf(bytes))
  })

  it('has well-formed parts, each of a declared type, the list of types first', () => {
    expect([...parts.keys()][0]).toBe('[Content_Types].xml')
    const types = part('[Content_Types].xml')
    const extensions = allOf(types, 'Default').map(({ attributes }) => attributes.Extension)
    const overrides = allOf(types, 'Override').map(({ attributes }) => attributes.PartName)
    for (const name of parts.keys()) {
      if (name === '[Content_Types].xml') continue
      expect(overrides.includes(`/${name}`) || extensions.includes(name.split('.').at(-1))).toBe(true)
    }
    for (const name of overrides) expect(parts.has(name?.slice(1) ?? '')).toBe(true)
    for (const name of ['word/document.xml', 'word/styles.xml', 'docProps/core.xml']) {
      expect(overrides).toContain(`/${name}`)
    }
  })

  it('refers only to parts that it has, under one id each', () => {
    for (const [name, relationships] of elements) {
      if (!name.endsWith('.rels')) continue
      const folder = path.posix.join(path.posix.dirname(name), '..')
      const all = allOf(relationships, 'Relationship').map(({ attributes }) => attributes)
      expect(new Set(all.map(({ Id }) => Id)).size).toBe(all.length)
      for (const { Target = '' } of all) expect(parts.has(path.posix.join(folder, Target))).toBe(true)
    }
    const known = allOf(part('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => attributes.Id)
    const document = part('word/document.xml')
    const used = [
      ...allOf(document, 'blip'),
      ...allOf(document, 'headerReference'),
      ...allOf(document, 'footerReference'),
    ]
    for (const { attributes } of used) expect(known).toContain(attributes.embed ?? attributes.id)
  })

  it('has every child in the place that the schema gives it', () => {
    for (const element of elements.values()) expect(outOfOrder(element)).toEqual([])
  })

  it('names only styles that it has, each once', () => {
    const ids = allOf(part('word/styles.xml'), 'style').map(({ attributes }) => attributes.styleId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const element of elements.values()) {
      const named = ['pStyle', 'rStyle', 'tblStyle', 'basedOn', 'next'].flatMap((name) => allOf(element, name))
      for (const { attributes } of named) expect(ids).toContain(attributes.val)
    }
  })

  it('has tables whose rows fill their grid, a paragraph in each cell and one between two tables', () => {
    const body = childOf(part('word/document.xml'), 'body') ?? none
    for (const table of allOf(body, 'tbl')) {
      const columns = allOf(table, 'gridCol').length
      for (const row of allOf(table, 'tr')) expect(allOf(row, 'tc')).toHaveLength(columns)
      for (const cell of allOf(table, 'tc')) expect(cell.children.at(-1)?.name).toBe('p')
    }
    const names = body.children.map(({ name }) => name)
    expect(names.join(' ')).not.toContain('tbl tbl')
    expect(names.slice(-2)).toEqual(['p', 'sectPr'])
  })

  it('numbers its properties from 2, each name once', () => {
    const properties = allOf(part('docProps/custom.xml'), 'property').map(({ attributes }) => attributes)
    expect(properties.map(({ pid }) => pid)).toEqual(properties.map((_, index) => String(index + 2)))
    expect(new Set(properties.map(({ name }) => name)).size).toBe(properties.length)
  })
})
