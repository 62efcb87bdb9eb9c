import { describe, expect, it } from 'vitest'
import { checkCatalogue } from './catalogue-check.ts'
import { mistakeLine } from './mistake.ts'
import { sampleFiles } from './sample.fixture.ts'

const targets = 'programmes/sample/targets.yaml'
const programme = 'programmes/sample/programme.yaml'
const ambiguities = 'programmes/sample/ambiguities.yaml'
const recordedPath = 'programmes/sample/recorded.yaml'

const who = 'decidedBy: { zh: 部, en: ministry }, reason: { zh: 调整, en: adjusted }'
const decision = `${who}, documentNumber: 样例〔2020〕9号, effectiveOn: 2020-07-01`
const was = '{ comparator: { is: at-least, value: 20 }, basis: increment }'

const wider = { file: targets, from: 'value: 20.00 }, basis: increment }', to: 'value: 25 }, basis: increment }' }
const decided = (before: string) => ({
  ...wider,
  to: `value: 25 }, basis: increment, change: { ${decision}, was: ${before} } }`,
})

function recordedOf(files = sampleFiles()): string {
  const reading = checkCatalogue(files)
  return reading.clean ? (reading.recordings[0]?.text ?? '') : ''
}

function linesAfter(breaks: Parameters<typeof sampleFiles>[0], recorded = recordedOf()): readonly string[] {
  const reading = checkCatalogue(sampleFiles(breaks, { [recordedPath]: recorded }))
  return (reading.clean ? reading.notes : reading.mistakes).map((found) => mistakeLine(found, 'zh'))
}

describe('recorded.yaml', () => {
  it('is asked for by a note while there is none', () => {
    const reading = checkCatalogue(sampleFiles())
    expect(reading.clean && reading.notes.map((note) => mistakeLine(note, 'zh'))).toEqual([
      'programmes/sample/recorded.yaml:1  有 7 项尚未记录：检查通过后运行 npm run catalogue:check -- --record。',
    ])
  })

  it('agrees with the files that it was written from, and with itself', () => {
    expect(linesAfter([])).toEqual([])
    expect(recordedOf(sampleFiles([], { [recordedPath]: recordedOf() }))).toBe(recordedOf())
  })

  it.each([
    {
      what: 'a target',
      breaks: [wider],
      line: /^programmes\/sample\/targets.yaml:13 {2}“identifiers”的“target”与已记录的不同/,
    },
    {
      what: 'a baseline',
      breaks: [{ file: targets, from: 'value: 16, ', to: 'value: 18, ' }],
      line: /targets.yaml:14 {2}“identifiers”的“baseline”与已记录的不同.*"value":16/,
    },
    {
      what: 'a due date',
      breaks: [{ file: targets, from: 'on: 2020-12-31, stated: false', to: 'on: 2021-06-30, stated: false' }],
      line: /targets.yaml:15 {2}“identifiers”的“due”与已记录的不同.*2020-12-31/,
    },
    {
      what: 'a plan',
      breaks: [{ file: targets, from: 'value: 22.5', to: 'value: 21' }],
      line: /targets.yaml:16 {2}“identifiers”的“plan”与已记录的不同/,
    },
    {
      what: 'thresholds',
      breaks: [{ file: programme, from: 'slightlyBehind: 0.8', to: 'slightlyBehind: 0.7' }],
      line: /programme.yaml:9 {2}“sample”的“thresholds”与已记录的不同/,
    },
    {
      what: 'a reading',
      breaks: [{ file: ambiguities, from: 'zh: 以年初为基期', to: 'zh: 以年末为基期' }],
      line: /ambiguities.yaml:5 {2}“1”的“reading”与已记录的不同.*以年初为基期/,
    },
    {
      what: 'a baseline where none was',
      breaks: [
        {
          file: targets,
          from: 'due: { on: 2020-12-31, stated: true }\n  responsible: { zh: 各地',
          to: 'due: { on: 2020-12-31, stated: true }\n  baseline: { value: 1, on: 2020-03-20, precision: day, source: { zh: 新, en: new } }\n  responsible: { zh: 各地',
        },
      ],
      line: /targets.yaml:32 {2}“hundred-cases”的“baseline”与已记录的不同.*原值：null/,
    },
  ])('refuses $what that changed without a decision', ({ breaks, line }) => {
    const lines = linesAfter(breaks)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(line)
  })

  it('accepts a change with its decision, and asks to record it', () => {
    expect(linesAfter([decided(was)])).toEqual([
      'programmes/sample/recorded.yaml:1  有 1 项尚未记录：检查通过后运行 npm run catalogue:check -- --record。',
    ])
    expect(linesAfter([decided(was)], recordedOf(sampleFiles([decided(was)])))).toEqual([])
  })

  it('gives the decision to the catalogue, its value before in smallest units', () => {
    const reading = checkCatalogue(sampleFiles([decided(was)]))
    expect(reading.clean && reading.catalogue.changes).toEqual([
      {
        programme: 'sample',
        kind: 'target',
        subject: 'identifiers',
        decidedBy: { zh: '部', en: 'ministry' },
        reason: { zh: '调整', en: 'adjusted' },
        documentNumber: '样例〔2020〕9号',
        effectiveOn: '2020-07-01',
        was: {
          comparator: { is: 'at-least', value: 2000 },
          basis: 'increment',
          perRegion: false,
          assumed: false,
        },
      },
    ])
  })

  it('refuses a decision that starts from another value', () => {
    const lines = linesAfter([decided(was.replace('20', '19'))])
    expect(lines).toEqual([
      'programmes/sample/targets.yaml:13  “identifiers”的“target”：“change.was”与已记录的值不同。已记录：{"basis":"increment","comparator":{"is":"at-least","value":20}}。',
    ])
  })

  it('refuses a second change under an old decision', () => {
    const recorded = recordedOf(sampleFiles([decided(was)]))
    const again = { ...decided(was), to: decided(was).to.replace('value: 25', 'value: 30') }
    expect(linesAfter([again], recorded)[0]).toMatch(/“change.was”与已记录的值不同。已记录：.*"value":25/)
  })

  it('refuses a plan that became straight by leaving it out, and accepts it with its decision', () => {
    const plan = 'plan: { is: milestones, points: [ { on: 2020-06-30, value: 22.5 }, { on: 2020-09-30, value: 30 } ] }'
    const left = { file: targets, from: `  ${plan}\n`, to: '' }
    expect(linesAfter([left])[0]).toMatch(/“identifiers”的“plan”与已记录的不同/)

    const before = plan.slice('plan: '.length)
    const straight = {
      file: targets,
      from: plan,
      to: `plan: { is: straight, change: { ${decision}, was: ${before} } }`,
    }
    expect(linesAfter([straight])[0]).toMatch(/recorded.yaml:1 {2}有 1 项尚未记录/)
  })

  it('refuses a due date that was taken away, and an indicator that is gone', () => {
    const left = {
      file: targets,
      from: '  due: { on: 2020-12-31, stated: true }\n  responsible: { zh: 各地',
      to: '  responsible: { zh: 各地',
    }
    expect(linesAfter([left])[0]).toMatch(/targets.yaml:20 {2}“hundred-cases”的“due”已记录在案/)

    const renamed = { file: 'programmes/sample/context.yaml', from: '- id: connections', to: '- id: devices' }
    expect(linesAfter([renamed])).toEqual([
      'programmes/sample/recorded.yaml:59  “connections”已记录在案，目录中却没有了：标识一经启用不再更改或删除。若从未启用，从 recorded.yaml 中删去。',
    ])
  })

  it('does not ask for a decision where only a description, a translation or a reached stage changed', () => {
    const described = [
      { file: targets, from: 'source: { zh: 公开报道', to: 'source: { zh: 公开报道（12月25日）' },
      { file: ambiguities, from: 'en: 以年初为基期', to: 'en: The start of the year' },
      { file: targets, from: 'dueOn: 2020-10-19', to: 'dueOn: 2020-10-19, reachedOn: 2020-10-19' },
      {
        file: targets,
        from: 'value: 20.00 }, basis: increment }',
        to: 'value: 20 }, basis: increment, perRegion: false }',
      },
    ]
    expect(linesAfter(described)).toEqual([])
  })

  it('is refused when it is no record', () => {
    expect(linesAfter([], '- 1\n')).toEqual(['programmes/sample/recorded.yaml:1  此处应为一组“键: 值”，这里是列表。'])
    expect(linesAfter([], 'indicators: 3\n')).toEqual([
      'programmes/sample/recorded.yaml:1  “indicators”应为一组“键: 值”，这里是数字“3”。',
    ])
  })
})
