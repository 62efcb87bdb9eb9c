import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const url = '/api/programmes/miit-2020-8/screen'
type Reports = { readonly expected: number; readonly counted: number }
type Row = { readonly region: string; readonly expected: number; readonly counted: number; readonly full: number }

describe.each(engines)('the screen, on %s', (engine) => {
  let whole: WholeApp
  let wall: Client
  let jiangsu: Client
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    const display = async (region?: string) => {
      const body = { name: '大厅', programme: 'miit-2020-8', days: 30, ...(region !== undefined && { region }) }
      const made = await whole.as('programme-manager').post('/api/tokens', body)
      return whole.withCookie(`xushi-display=${made.body.token}`)
    }
    wall = await display()
    jiangsu = await display('320000')
  })
  afterAll(() => whole.close())

  const rowOf = (body: { completeness: { regions: Row[] } }, code: string) =>
    body.completeness.regions.find(({ region }) => region === code)

  it('is the dashboard with what counts of what is asked for, region by region', async () => {
    const on = '2020-10-29'
    const { body } = await wall.get(`${url}?on=${on}`)
    const dashboard = await whole.as('auditor').get(`/api/programmes/miit-2020-8/dashboard?on=${on}`)
    expect(body).toMatchObject(dashboard.body)
    expect(body.completeness).toMatchObject({ from: '2020-03-31', to: '2020-09-30' })
    expect(rowOf(body, '320000')).toMatchObject({ counted: 0, full: 0 })
    expect(rowOf(body, '320000')?.expected).toBeGreaterThan(0)
    expect(rowOf(body, '660000')?.expected).toBeGreaterThan(0)
    for (const outside of ['710000', '810000', '820000']) expect(rowOf(body, outside)).toMatchObject({ expected: 0 })
    expect(body.completeness.regions).toHaveLength(35)
  })

  it('asks for a period once it has ended', async () => {
    const to = async (on: string) => (await wall.get(`${url}?on=${on}`)).body.completeness.to
    expect(await to('2020-09-29')).toBe('2020-08-31')
    expect(await to('2020-09-30')).toBe('2020-09-30')
  })

  it('says the same of each region as its own page does', async () => {
    const on = '2020-10-29'
    const { body } = await wall.get(`${url}?on=${on}`)
    for (const region of ['320000', '330000', '440000', '110000', '660000']) {
      const own = await whole.as('auditor').get(`/api/programmes/miit-2020-8/dashboard?on=${on}&region=${region}`)
      const reports: Reports[] = own.body.indicators
        .filter(({ kind }: { kind: string }) => kind !== 'qualitative')
        .flatMap(({ regional }: { regional: { reports: Reports | null } | undefined }) => regional?.reports ?? [])
      const sum = (of: keyof Reports) => reports.reduce((total, one) => total + one[of], 0)
      expect(rowOf(body, region), region).toMatchObject({ expected: sum('expected'), counted: sum('counted') })
    }
  })

  it('counts a cell when it is approved, not when it is handed in, and tells the change by its version', async () => {
    const first = await wall.get(url)
    const again = () => wall.get(url, { 'if-none-match': String(first.headers.etag) })
    expect((await again()).status).toBe(304)
    const recorder = whole.as('regional-recorder')
    const draft = await recorder.post('/api/indicators/identifier-registrations/progress-entries', {
      region: '320000',
      period: '2020-12',
      value: 31_000_000,
    })
    await recorder.post(`/api/progress-entries/${draft.body.id}/submission`, { version: 1 })
    expect((await again()).status).toBe(304)
    await whole.as('approver').approve(`/api/progress-entries/${draft.body.id}`, 2)
    const { status, body } = await again()
    expect(status).toBe(200)
    expect(rowOf(body, '320000')?.counted).toBe((rowOf(first.body, '320000')?.counted ?? 0) + 1)
    expect(rowOf(body, '330000')).toEqual(rowOf(first.body, '330000'))
  })

  it('shows a display of one region that region only, asked for or not', async () => {
    for (const query of ['', '?region=320000']) {
      const { body } = await jiangsu.get(url + query)
      expect(body.region).toBe('320000')
      expect(body.completeness.regions.map(({ region }: Row) => region)).toEqual(['320000'])
    }
    expect((await wall.get(`${url}?region=330000`)).body.region).toBe('330000')
  })

  it.each([`${url}?region=330000`, `${url}?region=000000`, '/api/programmes/another/screen'])(
    'is refused to a display of another scope: %s',
    async (address) => {
      const { status, body } = await jiangsu.get(address)
      expect([status, body.type]).toEqual([403, 'urn:xushi:problem:display-out-of-scope'])
    },
  )

  it('is for those who are signed in', async () => {
    expect((await whole.nobody.get(url)).status).toBe(401)
    expect((await whole.as('regional-viewer').get(url)).status).toBe(200)
  })

  it('tells an answer of one scope from that of another, and from the dashboard', async () => {
    const tags = [
      await wall.get(url),
      await jiangsu.get(url),
      await whole.as('auditor').get('/api/programmes/miit-2020-8/dashboard'),
    ].map(({ headers }) => headers.etag)
    expect(new Set(tags).size).toBe(3)
  })
})
