import { readFile } from 'node:fs/promises'
import {
  type Browser,
  type BrowserContext,
  launchBrowser,
  type Page,
  type RunningProduct,
  recordCases,
  signInContext,
  startProduct,
} from '@xushi/testkit'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const register = 'local-enterprise-cases'
const added = 1000

/* A register of two thousand cases: read to its end by keyboard, sorted, searched, and taken away exactly as it is shown. */
describe('a register of two thousand cases', () => {
  let product: RunningProduct
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    product = await startProduct({ XUSHI_DEMO: '1' })
    await recordCases(product, register, added, (number) => `${number === 7 ? '=江南' : '江南'}造船${number}号车间`)
    browser = await launchBrowser()
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
    await signInContext(context, product, 'approver')
    page = await context.newPage()
  })
  afterAll(async () => {
    await context.close()
    await browser.close()
    await product.remove()
  })

  const rows = () => page.locator('.cases tbody tr[aria-rowindex]')
  const names = () => rows().locator('td:first-child a').allTextContents()
  const headers = async () =>
    (await page.locator('.cases thead th').allTextContents()).map((header) => header.replace(/ [↑↓]$/, ''))
  const shows = (text: string) => page.locator('.case-filters .label', { hasText: text }).first().waitFor()
  const taken = async (format: 'CSV' | 'XLSX') => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `导出所列 ${format}` }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(new RegExp(`^T05_.+\\.${format.toLowerCase()}$`))
    return readFile(await download.path())
  }

  it('is read to its end by keyboard, while the page holds a window of rows', async () => {
    await page.goto(`${product.address}/registers/${register}`)
    await shows('共2000条')
    await rows().first().waitFor()
    expect(await rows().count()).toBeLessThan(100)
    await page.keyboard.press('PageDown')
    await page.keyboard.press('End')
    await page.locator('.cases tr[aria-rowindex="2001"]').waitFor()
    expect(await rows().count()).toBeLessThan(100)
    expect(await page.locator('.cases').getAttribute('aria-rowcount')).toBe('2001')
    await page.keyboard.press('Home')
    await page.locator('.cases tr[aria-rowindex="2"]').waitFor()
  })

  it('is sorted by any column, both ways', async () => {
    const head = page.locator('.cases thead th', { hasText: '名称' })
    await head.getByRole('button').click()
    await page.waitForURL(/sort=name\.up/)
    const upwards = await names()
    expect(upwards).toEqual(upwards.toSorted(new Intl.Collator('zh-CN', { numeric: true }).compare))
    await head.getByRole('button').click()
    await page.waitForURL(/sort=name\.down/)
    await page.locator('th[aria-sort="descending"]', { hasText: '名称' }).waitFor()
    expect((await names())[0]).not.toBe(upwards[0])
  })

  it('is searched by a part of a name, and keeps search, order and columns over a reload', async () => {
    await page.getByLabel('按名称或代码查找').fill('造船1')
    await shows('112条，共2000条')
    await page.locator('summary', { hasText: '显示列' }).click()
    await page.getByLabel('审定人', { exact: true }).uncheck()
    await page.getByLabel('更新于', { exact: true }).uncheck()
    await page.reload()
    await shows('112条，共2000条')
    expect(await headers()).not.toContain('审定人')
    expect(await headers()).not.toContain('更新于')
    expect(await page.getByLabel('按名称或代码查找').inputValue()).toBe('造船1')
    await page.locator('th[aria-sort="descending"]', { hasText: '名称' }).waitFor()
  })

  it('is taken away as CSV and XLSX with exactly the rows and columns in sight', async () => {
    const shown = await headers()
    const firstNames = (await names()).slice(0, 20)
    const csv = await taken('CSV')
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [header, ...lines] = csv.toString('utf8').slice(1).trimEnd().split('\r\n')
    // The mark beside a name becomes a column.
    const columns = [...shown, '演示数据']
    expect(header?.split(',')).toEqual(columns)
    expect(lines).toHaveLength(112)
    expect(lines.slice(0, 20).map((line) => line.split(',')[0])).toEqual(firstNames)

    const [sheet] = await readExcelFile(await taken('XLSX'))
    expect(sheet?.data[0]).toEqual(columns)
    expect(sheet?.data).toHaveLength(113)
    expect(sheet?.data.slice(1, 21).map(([name]) => name)).toEqual(firstNames)
  })

  it('is taken away whole, with no cell that a spreadsheet would run', async () => {
    await page.getByLabel('按名称或代码查找').fill('')
    await shows('共2000条')
    const lines = (await taken('CSV')).toString('utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(2001)
    expect(lines.filter((line) => line.startsWith('=')).length).toBe(0)
    expect(lines.filter((line) => line.startsWith("'=江南造船7号车间")).length).toBe(1)
  })
})
