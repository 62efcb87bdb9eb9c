import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  accessibilityProblems,
  type Browser,
  demonstrationAccount,
  launchBrowser,
  type Page,
  type RunningProduct,
  startProduct,
} from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let product: RunningProduct
let browser: Browser
beforeAll(async () => {
  product = await startProduct({ XUSHI_DEMO: '1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await product.remove()
})

const regions = '/regions?on=2020-10-29&indicator=local-enterprise-cases'
type Format = 'png' | 'svg' | 'csv'

async function opened(address: string, prepare?: (page: Page) => Promise<unknown>, theme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: theme })
  const { username, password } = await demonstrationAccount(product.home, 'approver')
  const data = { username, password }
  await context.request.post(`${product.address}/api/session`, { data, headers: { origin: product.address } })
  const page = await context.newPage()
  await prepare?.(page)
  await page.goto(product.address + address)
  await page
    .getByRole('button', { name: /^(下载|Download)/ })
    .first()
    .waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

const numbers = { png: 0, svg: 1, csv: 2 } as const satisfies Record<Format, number>

/** Chooses a format in a menu of the page, the first where none is named, and gives what came of it. */
async function downloaded(page: Page, format: Format, menu = 0) {
  await page
    .getByRole('button', { name: /^(下载|Download)/ })
    .nth(menu)
    .click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem').nth(numbers[format]).click(),
  ])
  const file = path.join(tmpdir(), `xushi-chart-${process.pid}.${format}`)
  await download.saveAs(file)
  const content = await readFile(file)
  return { name: download.suggestedFilename(), content, file }
}

/** Opens a picture alone, without the product, and gives its texts. */
async function alone(file: string) {
  const page = await browser.newPage()
  const dialogs: string[] = []
  page.on('dialog', (dialog) => dialogs.push(dialog.message()))
  await page.goto(pathToFileURL(file).href)
  const seen = await page.evaluate<{ root: string; said: string[]; names: string[]; handlers: number }>(`({
    root: document.documentElement.localName,
    said: [...document.querySelectorAll('text')].map((text) => text.textContent),
    names: [...new Set([...document.querySelectorAll('*')].map((one) => one.localName))],
    handlers: [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes]).filter(({ name }) => /^on/i.test(name)).length,
  })`)
  await page.close()
  await rm(file)
  return { ...seen, dialogs }
}

/** Width and height of a PNG, and how many pixels of a part of it differ from its first one. */
async function pixels(content: Buffer, part: readonly [number, number, number, number]) {
  const page = await browser.newPage()
  const seen = await page.evaluate<{ width: number; height: number; ink: number }>(`(async () => {
    const image = new Image()
    image.src = 'data:image/png;base64,${content.toString('base64')}'
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const [ground] = context.getImageData(0, 0, 1, 1).data
    const { data } = context.getImageData(${part.join(',')})
    let ink = 0
    for (let at = 0; at < data.length; at += 4) if (Math.abs(data[at] - ground) > 80) ink += 1
    return { width: image.width, height: image.height, ink }
  })()`)
  await page.close()
  return seen
}

describe('a chart taken away', () => {
  it.each(['light', 'dark'] as const)('is a picture that stands alone and one of twice its size, %s', async (theme) => {
    const page = await opened(regions, undefined, theme)
    const svg = await downloaded(page, 'svg')
    expect(svg.name).toBe('T05 地方骨干企业内网改造案例（千），各地数值_2020-10-29.svg')
    const width = Number(/<svg[^>]* width="(\d+)"/.exec(svg.content.toString())?.[1])
    expect(svg.content.toString()).toMatch(
      theme === 'light' ? /<rect[^>]* fill="#fff(fff)?"/ : /<rect[^>]* fill="#14181d"/,
    )
    expect(svg.content.toString()).not.toContain('var(--')
    const seen = await alone(svg.file)
    expect(seen.root).toBe('svg')
    for (const text of [
      'T05 地方骨干企业内网改造案例（千），各地数值',
      '来源：案例台账计数',
      '截至：2020-10-29',
      '汇总规则：取期末数，各地相加，由台账计数，不键入',
      '演示数据',
      '江苏',
      '100',
    ])
      expect(seen.said).toContain(text)
    expect(seen.said.join()).toMatch(/知晓于：台账号\d+/)

    const png = await downloaded(page, 'png')
    const title = await pixels(png.content, [48, 48, 600, 52])
    expect(title.width).toBe(2 * width)
    expect(title.ink).toBeGreaterThan(1000)
    const notes = await pixels(png.content, [48, title.height - 200, 600, 160])
    expect(notes.ink).toBeGreaterThan(1000)
    await page.context().close()
  })

  it('is a table with what it is in its first lines', async () => {
    const page = await opened(regions)
    const csv = await downloaded(page, 'csv')
    const text = csv.content.toString()
    expect(text.startsWith('\ufeff# 标题,T05 地方骨干企业内网改造案例（千），各地数值\r\n')).toBe(true)
    const lines = text.slice(1).trimEnd().split('\r\n')
    const remarks = lines.filter((line) => line.startsWith('#'))
    expect(remarks.map((line) => line.split(',')[0])).toEqual(
      ['标题', '单位', '来源', '截至', '知晓于', '汇总规则', '说明'].map((word) => `# ${word}`),
    )
    const [columns = [], ...rows] = lines.slice(remarks.length).map((line) => line.split(','))
    const of = (code: string, column: string) => rows.find(([first]) => first === code)?.[columns.indexOf(column)]
    expect(rows).toHaveLength(33)
    expect(of('320000', '数值')).toBe('100')
    expect([of('660000', '数值'), of('660000', '界限')]).toEqual(['1', '至少'])
    expect([of('540000', '数值'), of('540000', '无数原因')]).toEqual(['', '未报'])
    expect(of('000000', '地区')).toBe('合计')
    await page.context().close()
  })

  it.each([
    {
      address: '/milestones?on=2020-10-29',
      title: '各地覆盖',
      said: '江苏',
      row: /^M\d+,.*,320000,江苏,/m,
    },
    {
      address: `${regions}&compare=320000,330000`,
      title: '地区比较',
      said: '浙江',
      row: /^320000,江苏,100,.*,90$/m,
    },
  ])('is $title where a page has a second one', async ({ address, title, said, row }) => {
    const page = await opened(address)
    const svg = await downloaded(page, 'svg', 1)
    expect(svg.name).toContain('_2020-10-29.svg')
    const seen = await alone(svg.file)
    expect(seen.said.join('\n')).toContain(said)
    const table = (await downloaded(page, 'csv', 1)).content.toString()
    for (const remark of ['标题', '来源', '截至', '知晓于', '汇总规则', '说明']) expect(table).toContain(`# ${remark},`)
    expect(table.split('\r\n')[0]).toContain(title)
    expect(table).toMatch(row)
    expect((await downloaded(page, 'png', 1)).content.subarray(1, 4).toString()).toBe('PNG')
    await page.context().close()
  })

  it.each([
    { address: '/?on=2020-10-29', said: '高质量外网地市覆盖率', row: /^T07,.*,超,,/m },
    { address: '/groups?on=2020-12-31', said: '候选23个', row: /^T04,.*,101,,,/m },
    { address: '/milestones?on=2020-10-29', said: '已过29天', row: /^M37,.*,逾期,/m },
    { address: '/groups?on=2020-12-31&lang=en', said: 'Source: counts of registers', row: /^T04,.*,101,,,/m },
  ])('is what $address shows', async ({ address, said, row }) => {
    const page = await opened(address)
    const svg = await downloaded(page, 'svg')
    const seen = await alone(svg.file)
    expect(seen.said.join('\n')).toContain(said)
    expect(seen.names).not.toContain('foreignObject')
    expect((await downloaded(page, 'csv')).content.toString()).toMatch(row)
    expect((await downloaded(page, 'png')).content.subarray(1, 4).toString()).toBe('PNG')
    await page.context().close()
  })

  it('is inert whatever its title says', async () => {
    const marker = '=1+1"><svg onload=alert(1)><script>alert(2)</script>'
    const page = await opened(regions, (before) =>
      before.route('**/regions-standing?*', async (route) => {
        const response = await route.fetch()
        const body = await response.json()
        await route.fulfill({ response, json: { ...body, indicator: { ...body.indicator, goal: marker } } })
      }),
    )
    const svg = await downloaded(page, 'svg')
    expect(svg.name).not.toMatch(/[<>":/\\|?*]/)
    const seen = await alone(svg.file)
    expect(seen.said.join('')).toContain('<script>alert(2)</script>')
    expect(seen.names).not.toContain('script')
    expect(seen.names).not.toContain('foreignObject')
    expect(seen.handlers).toBe(0)
    expect(seen.dialogs).toEqual([])
    const csv = (await downloaded(page, 'csv')).content.toString()
    expect(csv.split('\r\n')[0]).toMatch(/^\ufeff# 标题,"'=1\+1""><svg/)
    await page.context().close()
  })

  it('is reached by keys, and Escape closes what it opened', async () => {
    const page = await opened(regions)
    const button = page.getByRole('button', { name: /^下载/ })
    await button.focus()
    await page.keyboard.press('ArrowDown')
    const focused = () => page.evaluate('document.activeElement?.textContent')
    await page.locator('[role="menuitem"]:focus').waitFor()
    expect(await focused()).toMatch(/^PNG/)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toMatch(/^CSV/)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('menu').count()).toBe(0)
    expect(await focused()).toBe('下载')
    await page.keyboard.press('Enter')
    await page.locator('[role="menuitem"]:focus').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.getByRole('menu').count()).toBe(0)
    await page.context().close()
  })
})
