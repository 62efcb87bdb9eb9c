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

const words = {
  zh: {
    title: '里程碑',
    slipped: /原定9月30日，改为11月30日（已改期1次：/,
    past: /预计9月30日；已过29天/,
    all: '全部39项',
    expected: '应由工业和信息化部报送计划日期或进展。',
    signIn: '登录后可见进展。',
    document: /江苏　已出台　演示苏政〔2020〕11号/,
    table: '表：全部登记',
    coverageTable: '表：各地情况',
    none: '还没有任何登记。',
  },
  en: {
    title: 'Milestones',
    slipped: /First expected 30 Sep, now 30 Nov \(put off once:/,
    past: /Expected 30 Sep; 29 days past/,
    all: 'All 39',
    expected: 'A date or progress is expected from: The ministry.',
    signIn: 'Sign in to see how they stand.',
    document: /JS Jiangsu　adopted　演示苏政〔2020〕11号/,
    table: 'Table: everything recorded',
    coverageTable: 'Table: region by region',
    none: 'Nothing is recorded yet.',
  },
} as const

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

type View = { readonly role?: string; readonly width?: number }

async function opened(path: string, { role = '', width = 1440 }: View = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  if (role !== '') {
    const { username, password } = await demonstrationAccount(product.home, role)
    const data = { username, password }
    await context.request.post(`${product.address}/api/session`, { data, headers: { origin: product.address } })
  }
  const page = await context.newPage()
  await page.goto(product.address + path)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

describe.each(['zh', 'en'] as const)('the timeline of milestones, in %s', (language) => {
  const says = words[language]
  const path = `/milestones?on=2020-10-29${language === 'en' ? '&lang=en' : ''}`

  it('shows what slipped with its old date, what is past, and what is done, in drawing, words and table', async () => {
    const page = await opened(path, { role: 'approver' })
    expect(await page.locator('h1').textContent()).toBe(says.title)
    expect(await page.getByRole('img', { name: says.slipped }).count()).toBe(1)
    expect(await page.getByRole('img', { name: says.past }).count()).toBe(1)
    expect(await page.locator('.track-row .status-overdue').count()).toBe(2)
    await page.locator('summary', { hasText: says.table }).click()
    await page.getByRole('cell', { name: '演示平〔2020〕6号' }).waitFor()
    await page.context().close()
  })

  it('lists all on request, and says of what is quiet who is to report', async () => {
    const page = await opened(path, { role: 'approver' })
    expect(await page.getByText(says.expected).count()).toBe(0)
    await page.getByRole('link', { name: says.all, exact: true }).click()
    await page.waitForURL(/show=all/)
    await page.getByText(says.expected).first().waitFor()
    await page.context().close()
  })

  it('shows coverage by region without a status, and the document of a region by key', async () => {
    const page = await opened(path, { role: 'auditor' })
    const map = page.locator('.coverage-map', { hasText: 'M31' })
    expect(await map.locator('.status').count()).toBe(0)
    await map.locator('[data-code="320000"]').click()
    await map.locator('.coverage-chosen', { hasText: says.document }).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await map.locator('[aria-selected="true"]').getAttribute('data-code')).toBe('330000')
    await page.locator('summary', { hasText: says.coverageTable }).click()
    await page.getByRole('cell', { name: /演示浙〔2020〕8号/ }).waitFor()
    await page.context().close()
  })

  it.each([{ width: 1440 }, { width: 390 }])(
    'opens the clause behind a milestone by key, and leads to all of its question; $width',
    async ({ width }) => {
      const page = await opened(path, { role: 'approver', width })
      const button = page.locator('.track-row .clause-button').first()
      await button.focus()
      await page.keyboard.press('Enter')
      const sheet = page.locator('.clause-sheet:popover-open')
      await sheet.locator('q').waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      expect(await accessibilityProblems(page)).toEqual([])
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'detached' })
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
      await page.keyboard.press('Enter')
      await sheet.locator('a').last().click()
      await page.waitForURL(/indicators\?.*question=/)
      await page.locator('.of-question').waitFor()
      await page.context().close()
    },
  )

  it('is a list with dates in words on a phone, with nothing lost and nothing pushed sideways', async () => {
    const page = await opened(path, { role: 'approver', width: 390 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await page.getByText(says.slipped).first().isVisible()).toBe(true)
    expect(await page.locator('.track-axis').isVisible()).toBe(false)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })

  it('tells somebody without an account the goals alone, and calls none of them unreported', async () => {
    const page = await opened(path)
    await page.getByText(says.signIn).waitFor()
    expect(await page.locator('.track-status').count()).toBe(0)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })

  it('says so where nothing was recorded yet', async () => {
    const page = await opened(path.replace('2020-10-29', '2020-03-25'), { role: 'approver' })
    await page.getByText(says.none).waitFor()
    await page.context().close()
  })
})
