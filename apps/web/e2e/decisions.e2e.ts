import { type Browser, launchBrowser, type Page, type RunningProduct, signInOnPage, startProduct } from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/* Decisions on the page: proposed by one person, approved by another, and only then in force. */
describe('a decision', () => {
  let product: RunningProduct
  let browser: Browser
  let manager: Page

  beforeAll(async () => {
    product = await startProduct({ XUSHI_DEMO: '1' })
    browser = await launchBrowser()
    manager = await signedIn('programme-manager')
  })
  afterAll(async () => {
    await browser.close()
    await product.remove()
  })

  const signedIn = async (role: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
    await signInOnPage(page, product, role)
    return page
  }
  const choose = async (label: string, option: string) => {
    await manager.getByRole('combobox', { name: label, exact: true }).press('ArrowDown')
    await manager
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option })
      .first()
      .click()
  }
  const begin = async (part: string) => {
    await manager.goto(`${product.address}/decisions`)
    await manager.locator('summary', { hasText: '提出决定' }).click()
    if (part !== '台账启用') await choose('事项', part)
  }
  const propose = async () => {
    await manager.getByLabel('生效日期', { exact: true }).fill('2020-03-20')
    await manager.getByLabel('理由', { exact: true }).fill('按会议纪要')
    await manager.getByRole('button', { name: '提出，待另一人批准' }).click()
    await manager.getByText('已提出，等待另一人批准。').waitFor()
  }

  it('about a baseline, a plan, thresholds, a reading and a part of a region is proposed on the page', async () => {
    await begin('基期值')
    await choose('指标', 'T10')
    await manager.getByLabel('基期数').fill('130')
    await manager.getByLabel('基期日期', { exact: true }).fill('2020-03-20')
    await manager.getByLabel('来源（中文）').fill('会议纪要')
    await manager.getByLabel('来源（英文）').fill('Minutes')
    await propose()

    await begin('序时进度')
    await choose('指标', 'T10')
    const points = manager.getByLabel('计划节点')
    await points.fill('2020-06-31 140')
    await manager.getByLabel('理由', { exact: true }).fill('按会议纪要')
    expect(await manager.getByRole('button', { name: '提出，待另一人批准' }).isDisabled()).toBe(true)
    await points.fill('2020-06-30 140\n2020-09-30 145')
    await propose()

    await begin('状态阈值')
    await manager.getByLabel('正常：序时指数不低于').fill('1')
    await manager.getByLabel('略滞后：序时指数不低于').fill('0.7')
    await manager.getByLabel('决定人（中文）').fill('信息通信管理局')
    await manager.getByLabel('决定人（英文）').fill('Department')
    await propose()

    await begin('口径')
    await choose('口径', '1　')
    await manager.getByLabel('新口径（中文）').fill('以年底为基期')
    await manager.getByLabel('新口径（英文）').fill('The end of the year is the baseline')
    await propose()

    await begin('分解目标')
    await choose('指标', 'T07')
    await choose('地区', '江苏')
    await manager.getByLabel('截止日期', { exact: true }).fill('2020-12-31')
    await manager.getByLabel('目标数').fill('100000000')
    await propose()
    expect(await manager.locator('.decision-card').count()).toBe(5)
  })

  it('is approved by another person, and judges the region by its part', async () => {
    const approver = await signedIn('approver')
    await approver.goto(`${product.address}/decisions`)
    await approver.locator('.decision-card').first().waitFor()
    for (let left = 5; left > 0; left -= 1) {
      await approver
        .locator('.decision-card')
        .first()
        .getByRole('button', { name: '通过', exact: true })
        .first()
        .click()
      await expect.poll(() => approver.locator('.decision-card').count()).toBe(left - 1)
    }
    const board = await approver.request.get(
      `${product.address}/api/programmes/miit-2020-8/dashboard?region=320000&on=2020-11-30`,
    )
    const { indicators } = await board.json()
    const row = indicators.find(({ goal }: { goal: string }) => goal === 'T07')
    expect(row).toMatchObject({ target: { value: 100_000_000 }, status: 'achieved' })
  })
})
