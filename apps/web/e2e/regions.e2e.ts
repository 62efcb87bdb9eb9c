import {
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

async function open(path: string, { role }: { readonly role?: string } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  if (role !== undefined) {
    const { username, password } = await demonstrationAccount(product.home, role)
    const answer = await context.request.post(`${product.address}/api/session`, {
      data: { username, password },
      headers: { origin: product.address },
    })
    expect(answer.status()).toBe(201)
  }
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(product.address + path)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  return { page, complaints, close: () => context.close() }
}

const focused = (page: Page) => page.evaluate('document.activeElement?.dataset?.code ?? null')
const cases = '/regions?on=2020-10-29&indicator=local-enterprise-cases'

describe('the grid of regions', () => {
  it.each([
    {
      language: 'zh',
      suffix: '',
      name: /^江苏，100，个/,
      outside: /^台湾，不在填报范围/,
      heading: '江苏省',
      compare: '地区比较',
    },
    {
      language: 'en',
      suffix: '&lang=en',
      name: /^Jiangsu, 100, cases/,
      outside: /^Taiwan/,
      heading: 'Jiangsu Province',
      compare: 'Comparison',
    },
  ])(
    'is walked by keys, compares and opens a region, $language',
    async ({ suffix, name, outside, heading, compare }) => {
      const { page, complaints, close } = await open(`${cases}${suffix}&region=370000`, { role: 'approver' })
      expect(await page.locator('.tile-grid [role="option"]').count()).toBe(35)
      expect(await page.getByRole('option', { name: outside }).count()).toBe(1)

      await page.locator('[data-code="370000"]').focus()
      await page.keyboard.press('ArrowDown')
      await page.waitForURL(/region=(%22)?320000/)
      expect(await focused(page)).toBe('320000')
      expect(await page.getByRole('option', { name }).getAttribute('aria-selected')).toBe('true')
      expect(await page.locator('[role="option"][tabindex="0"]').count()).toBe(1)

      await page.keyboard.press('c')
      await page.waitForURL(/compare=(%22)?320000/)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('c')
      await page.waitForURL(/compare=320000(,|%2C)330000/)
      const comparison = page.getByRole('region', { name: compare })
      expect(await comparison.locator('tbody tr').count()).toBe(2)
      expect(await comparison.locator('figure svg').count()).toBe(2)

      await page.keyboard.press('ArrowUp')
      await page.waitForURL(/region=(%22)?320000/)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/regions\/320000\?/)
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      expect(complaints).toEqual([])
      await close()
    },
  )

  it('changes what it shows, and keeps that in the address', async () => {
    const { page, close } = await open(cases, { role: 'approver' })
    await page.getByRole('button', { name: '填报率', exact: true }).click()
    await page.waitForURL(/view=completeness/)
    await page.getByRole('option', { name: /^江苏，85\.7%/ }).waitFor()
    await page.getByRole('combobox', { name: '指标' }).selectOption('identifier-registrations')
    await page.waitForURL(/indicator=identifier-registrations/)
    await page.getByRole('option', { name: /^青海，57\.1%/ }).waitFor()
    await page.reload()
    await page.getByRole('option', { name: /^青海，57\.1%/ }).waitFor()
    await close()
  })

  it('opens with the own region chosen, and a regional viewer arrives on the own page', async () => {
    const { username, password, region } = await demonstrationAccount(product.home, 'regional-viewer')
    const { page, close } = await open('/sign-in')
    await page.getByLabel('用户名').fill(username)
    await page.getByLabel('密码').fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/regions/${region}`))
    await page.goto(`${product.address}${cases}`)
    await page.locator(`[data-code="${region}"][aria-selected="true"]`).waitFor()
    await close()
  })

  it('tells somebody without an account that there is something to sign in for', async () => {
    const { page, close } = await open(cases)
    await page.getByText('登录后可见').first().waitFor()
    expect(await page.getByRole('option', { name: /未报/ }).count()).toBe(0)
    await close()
  })
})

describe('the page of a region', () => {
  it('applies no national target, and lists what was late with its days', async () => {
    const { page, close } = await open('/regions/220000?on=2020-10-29', { role: 'approver' })
    const row = page.locator('.region-indicators [data-goal="T07"]')
    expect(await row.textContent()).toContain('未分解')
    expect(await row.textContent()).toContain('不评价')
    expect(await page.locator('.late-reports [data-goal="T07"]').textContent()).toMatch(/2020-09迟\d+天/)
    expect(await page.locator('.prefectures li').count()).toBe(9)
    await close()
  })

  it('says that 台湾 is shown and does not report, and that a wrong code is none', async () => {
    const { page, close } = await open('/regions/710000', { role: 'approver' })
    await page.getByText('不在填报范围').waitFor()
    await page.goto(`${product.address}/regions/999999`)
    await page.getByText('没有这个地区').waitFor()
    await close()
  })
})

describe('a goal that prefectures report', () => {
  it('is told by province where the nation is looked at, and leads on to its prefectures', async () => {
    const { page, close } = await open('/indicators/external-network-prefectures?on=2020-10-29&by=region', {
      role: 'approver',
    })
    await page.locator('.multiples li').first().waitFor()
    expect(await page.locator('.multiples li').count()).toBe(27)
    const province = page.locator('.region-list [data-region="440000"]')
    await expect.poll(() => province.textContent()).toMatch(/20.*／21/)
    await expect.poll(() => page.locator('.entry-rows tbody tr').first().textContent()).toContain('石家庄')
    await province.getByRole('link').click()
    const prefectures = page.locator('.prefectures li')
    await prefectures.first().waitFor()
    expect(await prefectures.count()).toBe(21)
    expect(await prefectures.filter({ hasText: '已' }).count()).toBe(20)
    await close()
  })
})
