import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import {
  type Browser,
  type BrowserContext,
  launchBrowser,
  type Page,
  type RunningProduct,
  signInOnPage,
  startProduct,
} from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/*
 * The job the product exists for, in a real browser, against the real process: a figure goes from the one who records it to the
 * one who approves it, and from there to every page and file.
 */
const words = {
  zh: {
    field: '本期数（个）',
    typed: '3100万',
    exactly: '31,000,000个',
    submit: '提交',
    submitted: '已提交，等待审定。',
    unit: '江苏省通信管理局',
    return: '退回',
    reason: '退回原因（必填）',
    confirmReturn: '确认退回',
    returned: '已退回填报人。',
    resubmit: '改好后提交',
    correction: '更正为',
    correctionReason: '更正原因（必填）',
    correctStart: '提交更正',
    corrected: '更正已提交，等待审定。',
    newShown: '3200万',
    approve: '通过',
    approved: '已通过，数已计入。',
    shown: '3100万',
    achieved: '已完成',
    others: '另列来源',
    regions: '分地区合计',
  },
  en: {
    field: 'Value of the period（identifiers）',
    typed: '31,000,000',
    exactly: '31,000,000 identifiers',
    submit: 'Submit',
    submitted: 'Submitted; it waits for approval.',
    unit: 'Jiangsu Province Communications Administration',
    return: 'Return',
    reason: 'Reason (required)',
    confirmReturn: 'Return it',
    returned: 'Returned to the recorder.',
    resubmit: 'Submit again',
    correction: 'Correct to',
    correctionReason: 'Reason (required)',
    correctStart: 'Submit the correction',
    corrected: 'The correction is submitted and waits for approval.',
    newShown: '32 million',
    approve: 'Approve',
    approved: 'Approved; the figure counts now.',
    shown: '31 million',
    achieved: 'Achieved',
    others: 'Beside',
    regions: 'Sum of regions',
  },
} as const

describe.each(['zh', 'en'] as const)('one figure, from its recorder to every page, in %s', (language) => {
  const says = words[language]
  let product: RunningProduct
  let browser: Browser
  const open: BrowserContext[] = []

  beforeAll(async () => {
    product = await startProduct({ XUSHI_DEMO: '1' })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    for (const context of open) await context.close()
    await browser.close()
    await product.remove()
  })

  const signedIn = async (role: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    open.push(context)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await signInOnPage(page, product, role, language)
    expect(complaints).toEqual([])
    return page
  }

  it('shows the published figures to anybody', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${product.address}/?on=2020-10-29&lang=${language}`)
    const row = page.locator('article', { hasText: 'T06' })
    await row.waitFor()
    const text = await row.textContent()
    for (const part of ['75', '140%', '+62.0', says.achieved]) expect(text).toContain(part)
    await page.close()
  })

  it('is recorded by keyboard and submitted', async () => {
    const page = await signedIn('regional-recorder')
    await page.goto(`${product.address}/recording?indicator=identifier-registrations&period=2020-12`)
    const field = page.getByLabel(says.field)
    await field.fill('702O')
    await page.locator('#entry-value-says .wrong').waitFor()
    await field.fill(says.typed)
    await page.locator('#entry-value-says', { hasText: says.exactly }).waitFor()
    await field.press('Enter')
    await page.getByText(says.submitted).waitFor()
  })

  it('is returned with a reason, mended and submitted again', async () => {
    const approver = await signedIn('approver')
    await approver.goto(`${product.address}/review`)
    await approver.locator('.queue button', { hasText: says.unit }).click()
    await approver.getByRole('button', { name: says.return, exact: true }).click()
    await approver.getByLabel(says.reason).fill('请核对单位 <b>!')
    await approver.getByRole('button', { name: says.confirmReturn }).click()
    await approver.getByText(says.returned).waitFor()

    const recorder = await signedIn('regional-recorder')
    await recorder.goto(`${product.address}/recording?indicator=identifier-registrations&period=2020-12`)
    await recorder.locator('.notice', { hasText: '请核对单位 <b>!' }).waitFor()
    await recorder.getByLabel(says.field).fill(says.typed)
    await recorder.getByRole('button', { name: says.resubmit }).click()
    await recorder.getByText(says.submitted).waitFor()
  })

  it('is approved by another person', async () => {
    const page = await signedIn('approver')
    await page.goto(`${product.address}/review`)
    await page.locator('.queue button', { hasText: says.unit }).click()
    await page.locator('.entry-detail h2', { hasText: says.unit }).waitFor()
    await page.getByRole('button', { name: says.approve, exact: true }).click()
    await page.getByText(says.approved).waitFor()
    await page.locator('.queue button', { hasText: says.unit }).waitFor({ state: 'detached' })
  })

  it('moves the region, the sum with its coverage, the table of the chart, the derivation and the files', async () => {
    const page = await signedIn('auditor')
    await page.goto(`${product.address}/indicators/identifier-registrations?on=2020-12-31`)
    const region = page.locator('[data-region="320000"]')
    await region.waitFor()
    expect(await region.textContent()).toContain(says.shown)

    const beside = page.locator('section', { hasText: says.others }).locator('tr', { hasText: says.regions })
    expect(await beside.first().textContent()).toMatch(/\d+\/31/)
    await page.locator('.progress-chart .progress-marks').waitFor()
    const behind = page.locator('#entries tr', { hasText: says.unit }).filter({ hasText: '2020-12' })
    expect(await behind.textContent()).toContain(says.shown)
    expect(await page.locator('.later-figures table').count()).toBe(0)

    await page.goto(`${product.address}/indicators/identifier-registrations/derivation?on=2020-12-31`)
    const entry = page.locator('tr', { hasText: says.unit }).filter({ hasText: '2020-12' }).first()
    await entry.waitFor()
    expect(await entry.textContent()).toContain(says.shown)

    const csv = await page.request.get(
      `${product.address}/api/exports/progress-entries?format=csv&indicator=identifier-registrations&from=2020-12&to=2020-12`,
    )
    expect(await csv.text()).toContain('31000000')
    const xlsx = await page.request.get(
      `${product.address}/api/exports/progress-entries?format=xlsx&indicator=identifier-registrations`,
    )
    expect(xlsx.status()).toBe(200)
  })

  it('is corrected with a reason, and counts the old value until the correction is approved', async () => {
    const recorder = await signedIn('regional-recorder')
    await recorder.goto(`${product.address}/recording?indicator=identifier-registrations&period=2020-12`)
    await recorder.locator('.cell-closed a').click()
    await recorder.getByLabel(says.correction).fill('32000000')
    await recorder.getByLabel(says.correctionReason).fill('补计一个节点')
    await recorder.getByRole('button', { name: says.correctStart }).click()
    await recorder.getByText(says.corrected).waitFor()

    const approver = await signedIn('approver')
    const region = approver.locator('[data-region="320000"]')
    const page = `${product.address}/indicators/identifier-registrations?on=2020-12-31`
    await approver.goto(page)
    await region.filter({ hasText: says.shown }).waitFor()
    await approver.goto(`${product.address}/review`)
    await approver.locator('.queue button', { hasText: says.unit }).click()
    await approver.getByText('补计一个节点').waitFor()
    await approver.getByRole('button', { name: says.approve, exact: true }).click()
    await approver.getByText(says.approved).waitFor()
    await approver.goto(page)
    await region.filter({ hasText: says.newShown }).waitFor()
  })

  it('leaves a ledger that verifies', async () => {
    expect(await product.stop()).toBe(0)
    const command = fileURLToPath(new URL('../../api/src/ledger-verify-command.ts', import.meta.url))
    const { status, stdout, stderr } = spawnSync(process.execPath, [command], {
      env: { PATH: process.env.PATH ?? '', XUSHI_HOME: product.home },
      encoding: 'utf8',
    })
    expect(`${stdout}${stderr}`).toMatch(/\d+/)
    expect(status).toBe(0)
  })
})
