import type { CaseList } from '@xushi/contract'
import { type Browser, launchBrowser, type RunningProduct, signInContext, startProduct } from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/* Two registrations of one enterprise become one, in a real browser: one person proposes it, another approves. */
describe('the merger of a case', () => {
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

  const signedIn = async (role: string, width: number) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    await signInContext(context, product, role)
    return context.newPage()
  }
  const listed = async (): Promise<CaseList> => {
    const headers = { cookie: await product.cookieOf('regional-recorder') }
    const answer = await fetch(`${product.address}/api/registers/local-enterprise-cases/cases`, { headers })
    return answer.json() as Promise<CaseList>
  }

  it('is proposed by name on a telephone, approved at the desk, and told on both pages', async () => {
    const before = await listed()
    const [twice, stays] = before.cases.filter(({ moves }) => moves.includes('merger'))
    if (twice === undefined || stays === undefined) throw new Error('the demonstration has cases that can be merged')
    const page = await signedIn('regional-recorder', 390)
    await page.goto(`${product.address}/cases/${twice.id}`)
    await page.locator('summary', { hasText: '提请并入另一案例' }).click()
    await page.getByLabel('保留的案例（必选）').click()
    await page.locator('.ant-select-item-option').first().waitFor()
    await page.keyboard.type(stays.title)
    await page.locator('.ant-select-item-option', { hasText: stays.title }).first().click()
    const panel = page.locator('.case-panel[open]')
    await panel.locator('textarea').fill('同一企业两次申报')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await panel.getByRole('button', { name: '提请并入另一案例' }).click()
    await page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: /^确\s*定$/ })
      .click()
    await page.locator('.register-head', { hasText: '拟并入' }).waitFor()
    expect((await listed()).count).toEqual(before.count)

    const approver = await signedIn('approver', 1440)
    await approver.goto(`${product.address}/cases/${twice.id}`)
    await approver.getByRole('button', { name: '通过', exact: true }).click()
    await approver.locator('.register-head', { hasText: '已并入' }).getByRole('link', { name: stays.title }).click()
    await approver.locator('.case-section', { hasText: '并入的案例' }).getByRole('link').first().waitFor()
    const after = await listed()
    expect([before.count, after.count].map((count) => (count.known ? count.value : null))).toEqual([
      before.count.known ? before.count.value : null,
      before.count.known ? before.count.value - 1 : null,
    ])
  })
})
