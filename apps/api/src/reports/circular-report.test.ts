import { buildReport, missingFromFile, type ReportMaterial, reportDigest, reportFile } from '@xushi/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { catalogueMemory } from '../catalogue/catalogue-memory.ts'
import { type Sources, sourcesOf } from '../catalogue/catalogue-now.ts'
import { contentStore } from '../evidence/content-store.ts'
import { reportMaterial } from './report-material.ts'
import { type ReportAsked, reportRequest } from './report-request.ts'

const programme = 'miit-2020-8'

describe.each(engines)('通报 and 督办清单, on %s', (engine) => {
  let whole: WholeApp
  let sources: Sources
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    sources = sourcesOf(whole.store, whole.clock, catalogueMemory(), contentStore(whole.home))
  })
  afterAll(() => whole.close())

  const materialOf = async (asked: Partial<ReportAsked> = {}): Promise<ReportMaterial> => {
    const whatever = { programme, kind: 'circular', language: 'zh', on: '2020-10-31' } as const
    return reportMaterial(sources, await reportRequest(sources, { ...whatever, ...asked }), {})
  }
  const section = (material: ReportMaterial, id: string): readonly string[] =>
    buildReport(material)
      .sections.filter((one) => one.id === id)
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => {
          if (block.is === 'table') return block.table.rows.map((row) => row.map(({ text }) => text).join(' '))
          return block.is === 'chart' ? [] : [block.text]
        }),
      )
  const owing = (overdue: NonNullable<ReportMaterial['owing']>['overdue']): ReportMaterial['owing'] => ({
    overdue,
    earlier: 3,
    upcoming: [{ period: '2020-10', deadline: '2020-11-16', count: 9 }],
  })
  const late = (region: string, zh: string, count: number) => ({
    region,
    name: { zh, en: `R${region}` },
    lines: [{ name: { zh: '新增标识注册量', en: 'Registrations' }, period: '2020-Q3', deadline: '2020-10-15', count }],
  })

  it('names nobody for fast progress while figures are missing, and says on what basis', async () => {
    const told = section(await materialOf(), 'fast-regions')
    expect(told[0]).toMatch(/^本期不点名进展较快地区。点名的依据：/)
    expect(told[0]).toContain('鼓励事项、是否类事项和按地区提出的事项不作名次')
  })

  /** T07 as if every region had reported, Jiangsu and Guangdong more than the others; and nobody more in what is encouraged. */
  const reported = (material: ReportMaterial, unfairRanking: 'encouraged' | 'quality-first' | null): ReportMaterial => {
    const page = material.indicators.find(({ page: { judgement } }) => judgement.goal === 'T07')?.page.judgement
    if (page === undefined) throw new Error('no T07')
    const regions = ['江苏', '广东', '山东', '河南'].map((zh, index) => ({
      region: `${index + 1}20000`,
      name: { zh, en: zh },
      expected: true,
      figure: { known: true as const, value: 400 - 100 * index },
      figureOn: '2020-09-30',
      absence: null,
      share: { known: false as const, why: 'not-a-sum' },
      change: { known: false as const, why: 'not-a-sum' },
      target: null,
      status: 'not-judged' as const,
      statusReason: null,
      overQuota: false,
      rank: index + 1,
      reported: { units: 1, expected: 1 },
      reporting: null,
      timings: [],
      lastState: null,
      line: [],
      demo: false,
    }))
    const { on, onDefaulted, knownAt, figuresSeq } = material.dashboard
    const standing: ReportMaterial['standings'][number] = {
      programme,
      on,
      onDefaulted,
      knownAt,
      figuresSeq,
      indicator: {
        id: page.id,
        goal: page.goal,
        name: page.name,
        unit: page.unit,
        decimals: 0,
        kind: 'measured',
        reportingLevel: 'province',
        modality: 'must',
        aggregation: { time: 'sum', regions: 'sum' },
      },
      source: 'regions',
      choices: [],
      unfairRanking,
      periods: [],
      regions,
      total: {
        figure: { known: true, value: 1000 },
        figureOn: on,
        reported: { units: 4, expected: 4 },
        reporting: null,
      },
      demo: false,
    }
    const before = regions.map((row, index) => ({ ...row, figure: { known: true as const, value: 100 - 10 * index } }))
    return { ...material, standings: [standing], comparedStandings: [{ ...standing, regions: before }] }
  }

  it('names who gained most where everybody is known, and never in what is encouraged', async () => {
    const material = await materialOf()
    const [first] = section(reported(material, null), 'fast-regions')
    expect(first).toBe('“新增标识注册量”较9月30日增加最多的有江苏（增加300个）、广东（增加210个）、山东（增加120个）。')
    expect(section(reported(material, 'encouraged'), 'fast-regions')[0]).toMatch(/^本期不点名进展较快地区。/)

    const whole = reported(material, null)
    const [standing] = whole.standings
    const missing = { known: false as const, why: 'not-reported' }
    const regions = standing?.regions.map((row) => ({
      ...row,
      rank: null,
      ...(row.region === '420000' && { figure: missing }),
    }))
    const partly = { ...whole, standings: whole.standings.map((one) => ({ ...one, regions: regions ?? [] })) }
    expect(section(partly, 'fast-regions')[0]).toContain('“新增标识注册量”数值不全或为下限，不能比较')
  })

  it('names a region that is on the plan of its own target', async () => {
    const material = reported(await materialOf(), 'quality-first')
    const target = { comparator: 'at-least', value: 350, basis: 'level', perRegion: true, assumed: false } as const
    const standings = material.standings.map((one) => ({
      ...one,
      regions: one.regions.map((row, index) => ({
        ...row,
        target,
        status: index === 0 ? ('achieved' as const) : ('behind' as const),
      })),
    }))
    expect(section({ ...material, standings }, 'fast-regions')[0]).toBe(
      '按经决定的分解目标，“新增标识注册量”达到或快于序时进度的有江苏（400个，分解目标≥350个）。',
    )
  })

  it('names who owes what for how long, most first, the ministry apart, and all in the annex', async () => {
    const material = await materialOf()
    const overdue = [late('000000', '全国', 1), late('540000', '西藏', 1), late('630000', '青海', 2)]
    const told = { ...material, owing: owing(overdue) }
    expect(section(told, 'slow-regions')).toEqual([
      '截至10月31日，两个地区有逾期未报事项：青海2项（“新增标识注册量”2020年三季度数据，逾期16天）；西藏1项（“新增标识注册量”2020年三季度数据，逾期16天）。各项逾期事项见附件。',
      '另有部属填报单位逾期未报1项。',
      '以前各期尚有3项没有补报。',
    ])
    expect(section(told, 'overdue')).toEqual([
      '青海 新增标识注册量 2020-Q3 2020-10-15 16 2',
      '西藏 新增标识注册量 2020-Q3 2020-10-15 16 1',
      '部属单位 新增标识注册量 2020-Q3 2020-10-15 16 1',
    ])
    expect(section(told, 'requirements-reporting')).toEqual([
      '青海、西藏于11月16日前补报逾期事项并说明原因。',
      '2020年10月数据（9项未报）于11月16日前报送。',
    ])
    const many = Array.from({ length: 31 }, (_, index) => late(`${index + 11}0000`, `地区${index}`, 1))
    const [sentence = ''] = section({ ...material, owing: owing(many) }, 'slow-regions')
    expect(sentence.split('；').length).toBe(6)
    expect(sentence).toMatch(/其余25个地区见附件。$/)
    expect(section({ ...material, owing: owing(many) }, 'overdue').length).toBe(31)
  })

  it('asks of each who is behind what is missing: a reason, or that the remedy is carried out', async () => {
    const material = await materialOf()
    const [first] = material.dashboard.indicators
    if (first === undefined) throw new Error('there are targets')
    const behind = { ...first, status: 'behind' as const }
    const asked = (lag: typeof behind.lag) => {
      const indicators = material.dashboard.indicators.map((one) => (one.id === behind.id ? { ...behind, lag } : one))
      return { ...material, owing: owing([]), dashboard: { ...material.dashboard, indicators } }
    }
    const lag = {
      cause: { zh: '招标推迟', en: 'late tender' },
      remedy: '加派人员',
      responsible: '某局',
      region: null,
      period: '2020-10',
    }
    const told = (newDate: string | null) =>
      section(asked(newDate === null ? null : { ...lag, newDate }), 'requirements-targets').join('')
    expect(told(null)).toMatch(
      new RegExp(`“${behind.name.zh}”（.*）：尚未报送滞后原因，责任单位（.+）于11月16日前报送原因、整改措施和新期限。`),
    )
    expect(told('2020-11-30')).toContain('责任单位（某局）落实“加派人员”，于11月30日前完成。')
    expect(told('2020-10-15')).toContain('原报新期限10月15日已过，责任单位（某局）于11月16日前重新报送')

    const list = {
      ...asked({ ...lag, newDate: '2020-11-30' }),
      request: { ...material.request, kind: 'supervision' as const },
    }
    expect(section(list, 'behind').find((row) => row.startsWith(behind.goal))).toMatch(
      /某局 招标推迟 加派人员 2020-11-30$/,
    )
    const without = { ...asked(null), request: list.request }
    expect(section(without, 'behind').find((row) => row.startsWith(behind.goal))).toMatch(/尚未报送 — —$/)
  })

  it.each(['zh', 'en'] as const)('is the same again and whole in every file, in %s', async (language) => {
    const material = await materialOf({ language })
    const model = buildReport({ ...material, owing: owing([late('540000', '西藏', 1)]) })
    expect(reportDigest(buildReport(await materialOf({ language })))).toBe(reportDigest(buildReport(material)))
    const imprint = {
      number: null,
      state: 'generated',
      digest: reportDigest(model),
      build: 'test',
      report: null,
    } as const
    for (const format of ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const) {
      expect(await missingFromFile(model, await reportFile(model, imprint, format), format)).toEqual([])
    }
  })
})

describe.each(engines)('what regions owe, on %s', (engine) => {
  it('is overdue after its deadline, for the last period due; what ended before the opening is not', async () => {
    const whole = await wholeApp({ engine, now: '2020-08-20T02:00:00.000Z' })
    try {
      whole.clock.moveTo('2020-11-01T02:00:00.000Z')
      const sources = sourcesOf(whole.store, whole.clock, catalogueMemory(), contentStore(whole.home))
      const owingOn = async (on: string, kind: 'circular' | 'monthly' = 'circular') => {
        const request = await reportRequest(sources, { programme, kind, language: 'zh', on })
        return (await reportMaterial(sources, request, {})).owing
      }
      const before = await owingOn('2020-09-01')
      expect([before?.overdue, before?.earlier]).toEqual([[], 0])
      expect(before?.upcoming[0]?.period).toBe('2020-08')

      const after = await owingOn('2020-10-31')
      const lines = after?.overdue.flatMap((region) => region.lines) ?? []
      expect([...new Set(lines.map(({ period }) => period))].sort()).toEqual(['2020-09'])
      expect(lines.every(({ deadline }) => deadline < '2020-10-31')).toBe(true)
      expect(after?.overdue.filter(({ region }) => region !== '000000').length).toBe(32)
      expect(after?.earlier).toBeGreaterThan(0)
      expect(after?.upcoming.every(({ deadline }) => deadline >= '2020-10-31')).toBe(true)
      expect(await owingOn('2020-10-31', 'monthly')).toBeNull()
    } finally {
      await whole.close()
    }
  })
})
