import { describe, expect, it } from 'vitest'
import { brokenIndicators } from './broken-samples/broken-indicators.fixture.ts'
import { brokenNames } from './broken-samples/broken-names.fixture.ts'
import { brokenProgrammes } from './broken-samples/broken-programmes.fixture.ts'
import { brokenRegions } from './broken-samples/broken-regions.fixture.ts'
import { brokenRegisters } from './broken-samples/broken-registers.fixture.ts'
import { brokenShape } from './broken-samples/broken-shape.fixture.ts'
import { brokenTargets } from './broken-samples/broken-targets.fixture.ts'
import { checkCatalogue } from './catalogue-check.ts'
import { type Mistake, mistakeLine } from './mistake.ts'
import { sampleFiles } from './sample.fixture.ts'
import { wording } from './wording.ts'

const broken = [
  ...brokenShape,
  ...brokenNames,
  ...brokenIndicators,
  ...brokenTargets,
  ...brokenProgrammes,
  ...brokenRegions,
  ...brokenRegisters,
]

function mistakesIn(files: Parameters<typeof checkCatalogue>[0]): readonly Mistake[] {
  const reading = checkCatalogue(files)
  return reading.clean ? [] : reading.mistakes
}

const linesOf = (mistakes: readonly Mistake[]) => mistakes.map((found) => mistakeLine(found, 'zh'))

describe('checkCatalogue', () => {
  it('finds nothing in the sample', () => {
    expect(mistakesIn(sampleFiles())).toEqual([])
  })

  it.each(broken)('tells file, line and reason of $broken', ({ file, from, to, lines }) => {
    expect(linesOf(mistakesIn(sampleFiles([{ file, from, to }])))).toEqual(lines)
  })

  it.each([
    {
      broken: 'a needed file that is missing',
      files: { 'programmes/sample/measures.yaml': undefined },
      line: 'programmes/sample/measures.yaml:1  缺少文件 measures.yaml。',
    },
    {
      broken: 'a file with a misspelt name',
      files: { 'programmes/sample/milestone.yaml': '[]' },
      line: 'programmes/sample/milestone.yaml:1  不认识文件 milestone.yaml。是不是“milestones.yaml”？',
    },
    {
      broken: 'a mapping where the file is a list',
      files: { 'programmes/sample/groups.yaml': '# groups\nten-hundred: {}\n' },
      line: 'programmes/sample/groups.yaml:2  整个文件应为一个列表。',
    },
    {
      broken: 'a row that is no mapping',
      files: { 'programmes/sample/context.yaml': '- 69\n' },
      line: 'programmes/sample/context.yaml:1  此处应为一组“键: 值”，这里是数字“69”。',
    },
    {
      broken: 'a slug of another programme',
      files: { 'programmes/sample/context.yaml': undefined, ...anotherProgramme('identifiers') },
      line: 'programmes/other/targets.yaml:1  id“identifiers”已在 programmes/sample/targets.yaml:1 用过。',
    },
  ])('tells $broken', ({ files, line }) => {
    expect(linesOf(mistakesIn(sampleFiles([], files)))).toContain(line)
  })

  it('keeps goal numbers apart by programme', () => {
    expect(mistakesIn(sampleFiles([], anotherProgramme('external-networks')))).toEqual([])
  })

  it('tells all mistakes of all files at once, by file and line', () => {
    const breaks = [
      { file: 'programmes/sample/targets.yaml', from: 'quote: "遴选10个"', to: 'quote: ""' },
      { file: 'programmes/sample/targets.yaml', from: 'decimals: 2', to: 'decimal: 2' },
      { file: 'programmes/sample/programme.yaml', from: 'completeness: 1', to: 'completeness: 1.1' },
      { file: 'regions/units.yaml', from: 'node-operator', to: 'node' },
    ]
    expect(linesOf(mistakesIn(sampleFiles(breaks)))).toEqual([
      'programmes/sample/programme.yaml:8  “completeness”为 1.1，应大于 0 且不大于 1。',
      'programmes/sample/targets.yaml:8  不认识键“decimal”。是不是“decimals”？',
      'programmes/sample/targets.yaml:39  原文“quote”不能为空。',
      'regions/units.yaml:4  “kind”不能是“node”，可用：industry-authority、communications-administration、telecom-operator、node-operator、ministry-department。',
    ])
  })

  it('counts a key written as null as left out', () => {
    const files = sampleFiles([
      { file: 'programmes/sample/context.yaml', from: 'kind: reference', to: 'kind: reference\n  target: null' },
    ])
    expect(checkCatalogue(files)).toMatchObject({ clean: true, catalogue: { indicators: { length: 5 } } })
  })
})

describe('the sentences of the check', () => {
  const all = broken.flatMap((sample) => mistakesIn(sampleFiles([sample])))

  it('are each told by a broken sample, or by a test of its own', () => {
    const ofTheirOwn = ['missing-file', 'unknown-file', 'not-a-list']
    const ofRecording = [
      'changed-without-decision',
      'change-from-another-value',
      'recorded-part-gone',
      'recorded-subject-gone',
      'not-recorded-yet',
    ]
    const told = new Set<string>([...all.map(({ kind }) => kind), ...ofTheirOwn, ...ofRecording])
    expect(Object.keys(wording).filter((kind) => !told.has(kind))).toEqual([])
  })

  it('end in both languages as sentences do', () => {
    for (const { reason } of all) {
      expect(reason.zh).toMatch(/[。？]$/)
      expect(reason.en).toMatch(/[.?]$/)
      expect(reason.en).not.toMatch(/[，。；：]/)
    }
  })
})

function anotherProgramme(slug: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sampleFiles()
      .filter(({ path }) => /(programme|aspects|measures|targets|ambiguities)\.yaml$/.test(path))
      .map(({ path, text }) => {
        const firstIndicator = text.split('\n- id: hundred-cases')[0] ?? ''
        const moved = path.endsWith('targets.yaml')
          ? firstIndicator.replace('- id: identifiers', `- id: ${slug}`)
          : text
        return [path.replace('sample', 'other'), moved.replace('id: sample', 'id: other')]
      }),
  )
}
