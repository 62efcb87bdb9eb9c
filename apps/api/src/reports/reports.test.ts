import type { Dashboard } from '@xushi/contract'
import { reportKinds } from '@xushi/domain'
import { buildReport, type ReportModel, type ReportTable, reportDigest, reportFile } from '@xushi/report'
import { momentInWords, statusWords, wordsIn } from '@xushi/wording'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { catalogueMemory } from '../catalogue/catalogue-memory.ts'
import { type Sources, sourcesOf } from '../catalogue/catalogue-now.ts'
import { contentStore } from '../evidence/content-store.ts'
import { reportMaterial } from './report-material.ts'
import { reportModel } from './report-model.ts'
import { type ReportAsked, reportRequest } from './report-request.ts'

const programme = 'miit-2020-8'

const tablesOf = ({ sections, sheets }: ReportModel): readonly ReportTable[] => [
  ...sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.is === 'table' ? [block.table] : []))),
  ...sheets,
]
const tableOf = (model: ReportModel, id: string): ReportTable => {
  const table = tablesOf(model).find((one) => one.id === id)
  if (table === undefined) throw new Error(`no table ${id}`)
  return table
}
const rowsOf = (table: ReportTable) => table.rows.map((row) => row.map(({ text }) => text))
const textsOf = (model: ReportModel): readonly string[] =>
  model.sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) => {
      if (block.is === 'table') return [block.table.caption, block.table.note, ...rowsOf(block.table).flat()]
      return block.is === 'chart' ? [block.chart.caption, block.chart.sentence] : [block.text]
    }),
  ])

describe.each(engines)('a status report, on %s', (engine) => {
  let whole: WholeApp
  let sources: Sources
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    sources = sourcesOf(whole.store, whole.clock, catalogueMemory(), contentStore(whole.home))
    await approvedValue(310_000_000)
  })
  afterAll(() => whole.close())

  const told = async (asked: Partial<ReportAsked> = {}): Promise<ReportModel> =>
    reportModel(
      sources,
      await reportRequest(sources, { programme, kind: 'monthly', language: 'zh', on: '2020-10-31', ...asked }),
    )

  const submitted = async (client: Client, draft: { readonly id: string; readonly version: number }) => {
    const { body } = await client.post(`/api/progress-entries/${draft.id}/submission`, { version: draft.version })
    const approved = await whole.as('approver').approve(`/api/progress-entries/${body.id}`, body.version)
    expect(approved.status).toBe(200)
    return approved.body
  }
  let entry: { readonly id: string; readonly version: number }
  const approvedValue = async (value: number) => {
    const client = whole.as('regional-recorder')
    const draft = await client.post('/api/indicators/identifier-registrations/progress-entries', {
      region: '320000',
      period: '2020-09',
      value,
      note: '核对一致',
    })
    expect(draft.status).toBe(201)
    entry = await submitted(client, draft.body)
  }

  it('says of every target what the dashboard says', async () => {
    const model = await told({ on: '2020-10-29' })
    const answer = await whole.as('approver').get(`/api/programmes/${programme}/dashboard?on=2020-10-29`)
    const { indicators }: Dashboard = answer.body
    const words = wordsIn(statusWords, 'zh')
    const rows = rowsOf(tableOf(model, 'targets'))
    expect(rows.map(([goal, , , , , , status]) => [goal, status])).toEqual(
      indicators.map(({ goal, status }) => [goal, words[status]]),
    )
    expect(rows.find(([goal]) => goal === 'T06')).toEqual([
      'T06',
      '新建标识解析二级节点',
      '75个',
      '+20个',
      '140%',
      '+62.0',
      '已完成',
    ])
    expect(textsOf(model)).toContainEqual(
      expect.stringContaining('由47个增至75个，新增28个（目标+20个），完成率140%，超序时进度62.0个百分点'),
    )
  })

  it('is the same at the same ledger number, whatever was approved since', async () => {
    const before = await told()
    const client = whole.as('regional-recorder')
    const correction = await client.post(`/api/progress-entries/${entry.id}/correction`, {
      version: entry.version,
      reason: '重复计入一批',
      value: 300_000_000,
      note: '核对一致',
    })
    expect(correction.status).toBe(201)
    await submitted(client, correction.body)

    const then = await told({ knownAt: String(before.stand.seq) })
    expect(reportDigest(then)).toBe(reportDigest(before))
    const now = await told()
    expect(reportDigest(now)).not.toBe(reportDigest(before))

    const changes = await told({ kind: 'changes', comparedKnownAt: String(before.stand.seq) })
    expect(rowsOf(tableOf(changes, 'revisions'))).toEqual([
      ['2021-02-20', 'T07', '江苏更正2020年9月：3.1亿个 → 3亿个，原因：重复计入一批', '郑洁'],
    ])
    const { seq, at } = before.stand
    const moment = momentInWords(at, 'zh')
    expect(changes.stand.at).toBe(at)
    expect(changes.subtitle).toBe(
      `（数据截至2020年10月31日　${moment}（台账号${changes.stand.seq}）所知与${moment}（台账号${seq}）所知相比）`,
    )
    expect(textsOf(changes)).toContainEqual(expect.stringContaining(`所知与${moment}（台账号${seq}）所知相比，`))
    expect(textsOf(changes).filter((text) => text.includes('与10月31日相比'))).toEqual([])
  })

  it('says periods and days in words above the report', async () => {
    const subtitles = async (asked: Partial<ReportAsked>) => [
      (await told(asked)).subtitle,
      (await told({ ...asked, language: 'en' })).subtitle,
    ]
    expect(await subtitles({})).toEqual(['（2020年10月　数据截至10月31日）', '(October 2020, data as of 31 Oct)'])
    expect(await subtitles({ kind: 'quarterly', on: '2020-09-30' })).toEqual([
      '（2020年三季度　数据截至9月30日）',
      '(third quarter of 2020, data as of 30 Sep)',
    ])
    expect(await subtitles({ kind: 'changes', comparedOn: '2020-09-30' })).toEqual([
      '（2020年9月30日至10月31日）',
      '(30 Sep to 31 Oct 2020)',
    ])
  })

  it('names people as the ledger knew them, whatever they are called now', async () => {
    const before = await told({ kind: 'changes', comparedKnownAt: '1' })
    const { body } = await whole.as('administrator').get('/api/users')
    const { id, version } = body.users.find((user: { readonly displayName: string }) => user.displayName === '郑洁')
    const renamed = await whole.as('administrator').send('PATCH', `/api/users/${id}`, { version, displayName: '郑婕' })
    expect(renamed.status).toBe(200)
    const again = await told({ kind: 'changes', comparedKnownAt: '1', knownAt: String(before.stand.seq) })
    expect(reportDigest(again)).toBe(reportDigest(before))
    const names = (model: ReportModel) => rowsOf(tableOf(model, 'entries')).map((row) => row[8])
    expect([names(before), names(await told())]).toEqual([['郑洁'], ['郑婕']])
  })

  it('carries what its author wrote in its own places, and no figure of theirs', async () => {
    const request = await reportRequest(sources, { programme, kind: 'monthly', language: 'zh', on: '2020-10-31' })
    const plain = buildReport(await reportMaterial(sources, request, {}))
    const written = buildReport(await reportMaterial(sources, request, { foreword: '本期由信息通信管理局汇总。' }))
    expect(written.sections[0]).toMatchObject({
      heading: '编者说明',
      blocks: [{ is: 'authored', id: 'foreword', text: '本期由信息通信管理局汇总。' }],
    })
    expect(written.sections.slice(1)).toEqual(plain.sections)
  })

  it('judges no region by a national target', async () => {
    const model = await told({ kind: 'regional', region: '320000' })
    const rows = rowsOf(tableOf(model, 'targets'))
    expect(rows.find(([goal]) => goal === 'T06')).toMatchObject({ 4: '—', 6: '不评价' })
    expect(model.title).toContain('江苏')
    expect(textsOf(model).filter((text) => text.includes('（目标—）'))).toEqual([])
    expect(textsOf(model).filter((text) => text.includes('里程碑共39项'))).toEqual([])
    expect(tablesOf(model).map(({ id }) => id)).not.toContain('regions')
  })

  it('draws of a region what the region holds, and no plan or target of the nation', async () => {
    const client = whole.as('regional-recorder')
    for (const [month, value] of [
      ['07', 100_000_000],
      ['08', 200_000_000],
    ] as const) {
      const draft = await client.post('/api/indicators/identifier-registrations/progress-entries', {
        region: '320000',
        period: `2020-${month}`,
        value,
        note: '核对一致',
      })
      expect(draft.status).toBe(201)
      await submitted(client, draft.body)
    }
    const charts = (model: ReportModel) =>
      model.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.is === 'chart' ? [block.chart] : [])))
    const [chart, ...others] = charts(await told({ kind: 'regional', region: '320000' })).filter(
      ({ data }) => data.draws === 'lines',
    )
    expect(others).toEqual([])
    expect(chart).toMatchObject({
      id: 'line-identifier-registrations',
      data: {
        dates: ['2020-07-31', '2020-08-31', '2020-09-30'],
        series: [{ role: 'actual', values: [100_000_000, 300_000_000, 600_000_000] }],
      },
    })
  })

  it('tells of a region what is its own: no empty bracket, no milestone of the nation, no number for a yes or no', async () => {
    const model = await told({ kind: 'regional', region: '320000' })
    const texts = textsOf(model)
    expect(texts).toContainEqual(
      expect.stringMatching(/^新增标识注册量现为(至少)?[\d.]+亿个，目标未分解到本地区，不作评价。$/),
    )
    expect(texts).toContainEqual('主动标识推广：不由本地区填报。')
    expect(texts).toContainEqual(expect.stringMatching(/目标共\d+项.*本地区填报的里程碑和政策事项共7项。$/))
    expect(texts.filter((text) => /（目标—）|现为\d省|个地区已出台/.test(text))).toEqual([])
    expect(tableOf(model, 'targets').note).not.toContain('填报率')
    const english = textsOf(await told({ kind: 'regional', region: '320000', language: 'en' }))
    expect(english).toContainEqual(
      expect.stringMatching(
        /^New identifier registrations: now .*0 million identifiers; the target is not divided among regions, so the region is not judged.$/,
      ),
    )
  })

  it('says of a clause without a number that it sets none', async () => {
    const texts = textsOf(await told())
    expect(texts).toContainEqual('主动标识推广：以里程碑和进展情况记录，条款未提出数量目标，不计完成率。')
    expect(texts).toContainEqual('示范项目复制推广：以里程碑和进展情况记录，条款未提出数量目标，不计完成率。')
    expect(texts.filter((text) => /目标(推广|复制|一批|提前)/.test(text))).toEqual([])
  })

  it('says so where nothing is known of a region', async () => {
    const silent = await told({ kind: 'regional', region: '540000' })
    expect(textsOf(silent)).toContain('截至所选日期，本地区尚无审定的数据。')
    expect(textsOf(await told({ kind: 'regional', region: '320000' }))).not.toContain(
      '截至所选日期，本地区尚无审定的数据。',
    )
  })

  it.each(['zh', 'en'] as const)('is one page where it is called so, in %s', async (language) => {
    const model = await told({ kind: 'one-page', language })
    const imprint = {
      number: null,
      state: 'generated',
      digest: reportDigest(model),
      build: 'test',
      report: null,
    } as const
    const pdf = await reportFile(model, imprint, 'pdf')
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  })

  it('says of every move of a status what moved it', async () => {
    const moves = rowsOf(tableOf(await told({ kind: 'changes' }), 'status-moves'))
    expect(moves.find(([goal]) => goal === 'T06')?.at(-1)).toBe('实际由未报变为75个（10月29日公布）。')
    expect(moves.filter((row) => row.at(-1) === '—')).toEqual([])
  })

  it('lists everything behind schedule among the reasons for lag, those included that said none', async () => {
    const { indicators }: Dashboard = (
      await whole.as('approver').get(`/api/programmes/${programme}/dashboard?on=2020-12-31`)
    ).body
    const behind = indicators.filter(({ status }) => ['slightly-behind', 'behind', 'overdue'].includes(status))
    expect(behind.length).toBeGreaterThan(0)
    const model = await told({ kind: 'supervision', on: '2020-12-31' })
    const lags = rowsOf(tableOf(model, 'lag'))
    for (const { goal } of behind) expect(lags.find(([own]) => own === goal)?.[3]).toBe('尚未报送')
    const responsible = rowsOf(tableOf(model, 'supervised')).map((row) => row[2])
    expect(responsible.filter((name) => name === '—')).toEqual([])
  })

  it('says that there were no targets before the notice', async () => {
    const { sections } = await told({ on: '2019-12-31' })
    expect(sections).toMatchObject([{ blocks: [{ text: '所选日期早于通知印发日2020年3月20日，当时尚无目标。' }] }])
  })

  it('keeps to the aspect asked for, and tells all that moved within', async () => {
    const dashboard: Dashboard = (await whole.as('approver').get(`/api/programmes/${programme}/dashboard`)).body
    const [aspect] = dashboard.programme.aspects
    const measures = dashboard.programme.measures.filter((measure) => measure.aspect === aspect?.id).map(({ id }) => id)
    const own = dashboard.indicators.filter(({ measure }) => measures.includes(measure)).map(({ goal }) => goal)
    const model = await told({ parts: [aspect?.id ?? ''] })
    expect(own.length).toBeGreaterThan(1)
    expect(rowsOf(tableOf(model, 'targets')).map(([goal]) => goal)).toEqual(own)
  })

  it('keeps to the parts asked for', async () => {
    const model = await told({ kind: 'special', parts: ['identifier-registrations'] })
    expect(model.title).toBe('新增标识注册量专项进展报告')
    expect(rowsOf(tableOf(model, 'targets')).map(([goal]) => goal)).toEqual(['T07'])
  })

  const scope: Partial<Record<(typeof reportKinds)[number], Partial<ReportAsked>>> = {
    regional: { region: '320000' },
    special: { parts: ['identifier-registrations'] },
  }
  it.each(reportKinds)('of the kind %s has whole tables and no broken words, in both languages', async (kind) => {
    for (const language of ['zh', 'en'] as const) {
      const model = await told({ kind, language, ...scope[kind] })
      for (const { columns, rows } of tablesOf(model)) {
        expect(rows.every((row) => row.length === columns.length)).toBe(true)
      }
      expect(textsOf(model).filter((text) => /undefined|NaN|null|\[object|\{/.test(text))).toEqual([])
      expect(model.sections.length).toBeGreaterThan(0)
      expect(model.sections.every(({ heading }) => heading !== '')).toBe(true)
    }
  })

  it.each([
    { wrong: 'a programme that is not there', asked: { programme: 'nope' }, kind: 'unknown-programme' },
    { wrong: 'a region that is not there', asked: { region: '329999' }, kind: 'unknown-region' },
    { wrong: 'a part that is not there', asked: { parts: ['nothing'] }, kind: 'unknown-indicator' },
    { wrong: 'a regional report of the nation', asked: { kind: 'regional' }, kind: 'report-needs-region' },
    { wrong: 'a special report of everything', asked: { kind: 'special' }, kind: 'report-needs-indicator' },
    {
      wrong: 'a special report of a measure',
      asked: { kind: 'special', parts: ['m1'] },
      kind: 'report-needs-indicator',
    },
    { wrong: 'no day of the calendar', asked: { on: '2020-02-30' }, kind: 'unknown-date' },
    { wrong: 'a day that has not come', asked: { on: '2031-01-01' }, kind: 'report-day-ahead' },
    { wrong: 'a later day to compare with', asked: { comparedOn: '2020-11-01' }, kind: 'report-compared-later' },
    { wrong: 'a ledger number beyond the last', asked: { knownAt: '99999999' }, kind: 'unknown-moment' },
  ] as const)('is refused for $wrong', async ({ asked, kind }) => {
    await expect(told(asked)).rejects.toMatchObject({ kind })
  })
})
