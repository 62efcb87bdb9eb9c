import { demonstrationAccount, launchBrowser, type RunningProduct, startProduct } from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe('the narrative of a counted goal that is behind', () => {
  let product: RunningProduct
  beforeAll(async () => {
    product = await startProduct({ XUSHI_DEMO: '1' })
  })
  afterAll(() => product.remove())

  it('is asked for the reason in place, keeps what was typed, and shows the reason with it', async () => {
    const browser = await launchBrowser()
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    const { username, password } = await demonstrationAccount(product.home, 'recorder')
    await context.request.post(`${product.address}/api/session`, {
      data: { username, password },
      headers: { origin: product.address },
    })
    const page = await context.newPage()
    await page.goto(`${product.address}/goals/cross-industry-platforms`)
    await page.locator('summary', { hasText: '写叙述' }).click()
    await page.getByLabel('报告期', { exact: true }).fill('2020-12')
    await page.getByLabel('进展情况', { exact: true }).fill('年内新增不及预期。')
    const submit = page.locator('details[open]').getByRole('button', { name: '提交', exact: true })
    await submit.click()
    await page.getByText('目标已滞后或逾期').waitFor()
    await page.getByText('缺责任单位。').waitFor()
    expect(await page.getByLabel('进展情况', { exact: true }).inputValue()).toBe('年内新增不及预期。')

    await page.getByRole('combobox', { name: '原因' }).click()
    await page.locator('.ant-select-item-option').first().click()
    await page.getByLabel('措施').fill('追加预算')
    await page.getByLabel('责任单位').fill('信息技术发展司')
    await page.getByLabel('新的完成日期', { exact: true }).fill('2021-06-30')
    await submit.click()
    await page.getByText('已提交，等待审定。').waitFor()
    const shown = page.locator('article.narrative', { hasText: '2020-12' })
    await shown.getByText('追加预算').waitFor()
    await shown.getByRole('link').click()
    await page.locator('.filing-page .lag').getByText('2021-06-30').waitFor()
    await browser.close()
  })
})
