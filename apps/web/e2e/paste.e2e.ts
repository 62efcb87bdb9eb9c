import type { RecordingGrid } from '@xushi/contract'
import {
  type Browser,
  launchBrowser,
  type Page,
  type RunningProduct,
  signInContext,
  startProduct,
} from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const columns = 10
const lines = 1000
const labels = ['备注', '联系人', '电话', '科室', '核对', '来源']

/* A whole sheet of ten thousand cells, most of it other people's, pasted into the recording desk. */
describe('ten thousand cells from a spreadsheet', () => {
  let product: RunningProduct
  let browser: Browser
  let page: Page
  let open: readonly Extract<RecordingGrid['rows'][number], { is: 'entry' }>[]

  beforeAll(async () => {
    product = await startProduct({ XUSHI_DEMO: '1' })
    browser = await launchBrowser()
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    await signInContext(context, product, 'regional-recorder')
    page = await context.newPage()
    await page.goto(`${product.address}/recording?period=2020-12`)
    await page.locator('td[data-cell]').first().waitFor()
    const answer = await page.request.get(`${product.address}/api/recording-grid?region=320000&period=2020-12`)
    const grid = (await answer.json()) as RecordingGrid
    open = grid.rows.flatMap((row) => (row.is === 'entry' && row.locked === null && row.entry === null ? [row] : []))
  })
  afterAll(async () => {
    await browser.close()
    await product.remove()
  })

  const line = (goal: string, name: string, region: string, value: string) =>
    [goal, name, region, ...labels, value].join('\t')
  const paste = (text: string) =>
    page.evaluate((pasted) => {
      const clipboard = new DataTransfer()
      clipboard.setData('text/plain', pasted)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
      )
    }, text)
  const focusOn = (goal: string) =>
    page.locator('.recording-grid tr', { hasText: goal }).locator('td[data-cell]').first().focus()
  const entries = async () => {
    const answer = await page.request.get(`${product.address}/api/recording-grid?region=320000&period=2020-12`)
    const grid = (await answer.json()) as RecordingGrid
    return new Map(
      grid.rows.flatMap((row) => (row.is === 'entry' ? [[`${row.goal} ${row.region}`, row.entry?.value]] : [])),
    )
  }

  it('fill every good cell in scope, name each of ten mistakes with place and reason, and lose nothing', async () => {
    const yesNo = open.filter((row) => row.yesNo)
    const spoilt = new Map([
      [yesNo[0], '2'],
      [yesNo[1], '也许'],
      [open.find(({ goal }) => goal === 'T07'), '2.9O'],
      [yesNo[2], '-3'],
    ])
    expect(spoilt.has(undefined)).toBe(false)
    const good = open.filter((row) => !spoilt.has(row))
    const sheet = [
      ...open.map((row) =>
        line(row.goal, row.name.zh, row.regionName.zh, spoilt.get(row) ?? (row.yesNo ? '已' : '12')),
      ),
      line('T99', '没有的指标', '江苏', '1'),
      line('T98', '没有的指标', '江苏', '1'),
      line('T05', '台账计数，不可键入', '江苏', '241'),
      line(good[0]?.goal ?? '', '重复', good[0]?.regionName.zh ?? '', '未'),
      line(good[0]?.goal ?? '', '又重复', good[0]?.regionName.zh ?? '', '未'),
      line('T01', '已经审定，不能修改', '南京', '已'),
    ]
    while (sheet.length < lines) sheet.push(line(`T0${(sheet.length % 4) + 5}`, '别的单位', '浙江', ''))
    const text = sheet.join('\r\n')
    expect(text.split(/\r\n|\t/)).toHaveLength(lines * columns)

    await focusOn('T07')
    await paste(text)
    await page.getByText(`粘贴：已填${good.length}格。`).waitFor()
    const told = await page.locator('.paste-refused li').allTextContents()
    expect(told).toHaveLength(10)
    const placeOf = (row: (typeof open)[number] | undefined) => (row === undefined ? 0 : open.indexOf(row) + 1)
    const at = (number: number) => told.find((one) => one.startsWith(`第${number}行第10列`)) ?? ''
    expect(at(placeOf(yesNo[0]))).toContain('请填“已”或“未”')
    expect(at(placeOf(yesNo[1]))).toContain('“也”不是数字')
    expect(at(placeOf(open.find(({ goal }) => goal === 'T07')))).toContain('“O”不是数字')
    expect(told.filter((one) => one.includes('不能为负'))).toHaveLength(1)
    expect(told.filter((one) => one.includes('没有这个指标，或不由本单位填报，或已不能修改'))).toHaveLength(4)
    expect(told.filter((one) => one.includes('只取第一行'))).toHaveLength(2)
    await page.getByText(`${lines - sheet.findIndex((one) => one.includes('别的单位'))}行没有写数`).waitFor()

    // The page goes on answering the keys while it saves.
    await focusOn('T07')
    await page.keyboard.press('ArrowDown')
    await page.locator('td[data-cell]:not([data-cell*="identifier-registrations"]):focus').waitFor()

    await expect
      .poll(async () => {
        const saved = await entries()
        return good.filter((row) => saved.get(`${row.goal} ${row.region}`) === (row.yesNo ? 1 : 12)).length
      })
      .toBe(good.length)
    const saved = await entries()
    for (const row of spoilt.keys()) expect(saved.get(`${row?.goal} ${row?.region}`) ?? null).toBeNull()
    const whole = page.locator('.paste-whole textarea')
    expect((await whole.inputValue()).split('\n')).toEqual(
      sheet.filter((one, index) => (index >= open.length ? one.slice(-1) !== '\t' : spoilt.has(open[index]))),
    )
    // What is no value stands in its cell too, to be mended there, over a reload.
    await page.reload()
    await page.locator('.recording-grid tr', { hasText: 'T07' }).getByText('2.9O').waitFor()
  })

  it('are all kept in sight where the grid has no cell for them', async () => {
    const sheet = Array.from({ length: lines }, (_, row) =>
      Array.from({ length: columns }, (_, column) => String(row * columns + column)).join('\t'),
    )
    await focusOn('T07')
    await paste(sheet.join('\n'))
    await page.getByText(/^粘贴：已填\d+格。$/).waitFor()
    const kept = (await page.locator('.paste-whole textarea').inputValue()).split('\n')
    expect(kept.at(-1)).toBe(sheet.at(-1))
    const filled = Number(/\d+/.exec((await page.getByText(/^粘贴：已填\d+格。$/).textContent()) ?? '')?.[0])
    expect(kept.length + filled).toBe(lines)
    expect(await page.locator('.paste-refused li').count()).toBe(50)
    await page.getByText(`另有${kept.length - 50}行，见下面的原文。`).waitFor()
  })
})
