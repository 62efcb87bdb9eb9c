import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const csv = '/api/exports/progress-entries?format=csv'
const lines = (text: string) => text.trim().split('\r\n')
const note = '=HYPERLINK("http://x"),<script>'

describe.each(engines)('an export, on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    await submitted('regional-recorder', { region: '320000', period: '2020-11', value: 24_000_000, note }, true)
    await submitted('regional-recorder', { region: '320000', period: '2020-12', absence: 'withheld' }, true)
    await submitted('zhejiang-recorder', { region: '330000', period: '2020-12', value: 0 }, false)
  })
  afterAll(() => whole.close())

  async function submitted(who: Someone, body: object, approve: boolean) {
    const url = '/api/indicators/identifier-registrations/progress-entries'
    const { id } = (await whole.as(who).post(url, body)).body
    await whole.as(who).post(`/api/progress-entries/${id}/submission`, { version: 1 })
    if (approve) await whole.as('approver').approve(`/api/progress-entries/${id}`, 2)
  }

  it('is a CSV with a byte-order mark, one line for each entry, formulas disarmed', async () => {
    const answer = await whole.as('approver').get(`${csv}&from=2020-10&to=2020-12`)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="progress-entries.csv"; filename*=UTF-8''${encodeURIComponent('填报数据_2020-10至2020-12.csv')}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    expect([...answer.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [header, first, ...rest] = lines(answer.text)
    expect(header).toContain('指标编号,指标,地区代码')
    expect(first).toContain('T07,')
    expect(first).toContain(',320000,江苏省,江苏省通信管理局,2020-11,2020-11-30,24000000,')
    expect(first).toContain(`"'=HYPERLINK(""http://x""),<script>"`)
    expect(first).toContain('李静')
    expect(first).toContain('郑洁')
    expect(rest).toHaveLength(2)
    expect(rest.join()).toContain('暂不公布')
    expect(rest.join()).toMatch(/330000,[^,]*,[^,]*,2020-12,2020-12-31,0,/)
  })

  it('is narrowed by indicator, region and periods', async () => {
    const answer = await whole
      .as('approver')
      .get(`${csv}&indicator=identifier-registrations&region=320000&from=2020-12&to=2020-12`)
    expect(lines(answer.text)).toHaveLength(2)
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('填报数据_2020-12.csv'))
  })

  it('leaves out what is still under way elsewhere', async () => {
    const answer = await whole.as('regional-viewer').get(csv)
    expect(answer.text).toContain('320000')
    expect(answer.text).not.toContain('330000')
  })

  it('is a workbook with typed cells, in English when asked', async () => {
    const answer = await whole
      .as('approver')
      .get('/api/exports/progress-entries?format=xlsx', { 'accept-language': 'en' })
    expect(answer.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(answer.headers['content-disposition']).toContain('progress-entries.xlsx')
    const [sheet] = await readExcelFile(answer.bytes)
    const [header, first] = sheet?.data ?? []
    expect(header?.[0]).toBe('Goal')
    expect(first?.[6]).toEqual(new Date('2020-11-30T00:00:00Z'))
    expect(first?.[7]).toBe(24_000_000)
    expect(first?.[12]).toBe(note)
  })
})

describe.each(engines)('the export of a register, on %s', (engine) => {
  const cases = '/api/exports/registers/local-enterprise-cases/cases'
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    for (const enterprise of ['江苏恒瑞重工', '=HYPERLINK("http://x")', '镇江华盛电子']) {
      const body = { region: '320000', fields: { enterprise } }
      const answer = await whole.as('industry-recorder').post('/api/registers/local-enterprise-cases/cases', body)
      expect(answer.status).toBe(201)
    }
  })
  afterAll(() => whole.close())

  it('holds the rows that are listed, in the order and with the columns of the address', async () => {
    const answer = await whole
      .as('approver')
      .get(`${cases}?format=csv&sort=name.down&columns=recorder,approver,updated,validFrom,validTo,stage`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-disposition']).toContain('filename="local-enterprise-cases.csv"')
    expect([...answer.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [header, ...rows] = lines(answer.text.replace('\ufeff', ''))
    expect(header?.split(',').at(0)).toBe('名称')
    expect(header?.split(',').slice(-2)).toEqual(['地区', '状态'])
    expect(rows).toHaveLength(3)
    expect(rows.map((line) => line.slice(0, 2))).toEqual(['镇江', '江苏', `"'`])
  })

  it('is narrowed as the page is, and speaks English when asked', async () => {
    const answer = await whole
      .as('approver')
      .get(`${cases}?format=xlsx&q=${encodeURIComponent('华盛')}`, { 'accept-language': 'en' })
    const [sheet] = await readExcelFile(answer.bytes)
    expect(sheet?.data).toHaveLength(2)
    expect(sheet?.data[0]?.[0]).toBe('Name')
    expect(sheet?.data[1]).toContain('镇江华盛电子')
    expect(sheet?.data[1]).toContain('Draft')
  })

  it('holds no more than the person may see, and is refused to strangers', async () => {
    const rows = async (who: Someone) => lines((await whole.as(who).get(`${cases}?format=csv`)).text)
    expect(await rows('industry-recorder')).toHaveLength(4)
    expect(await rows('zhejiang-recorder')).toHaveLength(1)
    expect((await whole.nobody.get(`${cases}?format=csv`)).status).toBe(401)
    expect((await whole.as('approver').get(`${cases}?format=csv&inForce=yes`)).status).toBe(400)
  })
})

describe('exports', () => {
  it('are limited for each person, so that one cannot slow all others down', async () => {
    const whole = await wholeApp()
    const answers = []
    for (let index = 0; index < 35; index += 1) answers.push(await whole.as('auditor').get(csv))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(30)
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { type: 'urn:xushi:problem:too-many-requests' } })
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await whole.as('approver').get(csv)).status).toBe(200)
    await whole.close()
  })
})
