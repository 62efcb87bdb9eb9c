import { launchBrowser, type RunningProduct, signInOnPage, startProduct } from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe('a figure that was said in public', () => {
  let product: RunningProduct
  beforeAll(async () => {
    product = await startProduct({ XUSHI_DEMO: '1' })
  })
  afterAll(() => product.remove())

  it('is recorded on the page of its goal and waits for another person', async () => {
    const browser = await launchBrowser()
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
    await signInOnPage(page, product, 'recorder')
    await page.goto(`${product.address}/goals/identifier-registrations`)
    await page.locator('summary', { hasText: '登记公开数据' }).click()
    const submit = page.locator('details[open]').getByRole('button', { name: '提交', exact: true })
    await page.getByLabel('数值', { exact: true }).fill('60亿')
    await page.getByText('＝6,000,000,000').waitFor()
    expect(await submit.isDisabled()).toBe(true)
    await page.getByLabel('数据截至', { exact: true }).fill('2020-09-30')
    await page.getByLabel('公布日期', { exact: true }).fill('2020-10-20')
    await page.getByLabel('发言人或机构').fill('信息通信管理局')
    await page.getByLabel('场合或媒体').fill('新闻发布会')
    await submit.click()
    await page.getByText('已提交，等待审定。').waitFor()
    const { figures } = await (await page.request.get(`${product.address}/api/published-figures`)).json()
    expect(figures[0]).toMatchObject({ value: 6_000_000_000, state: 'submitted', on: '2020-09-30' })
    await browser.close()
  })
})
