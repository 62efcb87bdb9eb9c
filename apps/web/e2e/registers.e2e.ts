import type { Dashboard } from '@xushi/contract'
import {
  type Browser,
  type BrowserContext,
  launchBrowser,
  type Page,
  type RunningProduct,
  signInContext,
  startProduct,
} from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/*
 * A case in a real browser: registered by its region, published by the ministry, chosen into the ten, taken out again; and what was
 * counted before stays as it was.
 */
const words = {
  zh: {
    unit: '填报单位',
    unitName: '江苏省工业和信息化厅',
    enterprise: '企业名称',
    code: '统一社会信用代码',
    evidenceMissing: '缺少佐证材料',
    industry: '所属行业',
    equipment: '装备制造',
    application: '申报',
    publication: '发布',
    assessment: '评审',
    announcement: '公示',
    between: ['初审', '推荐', '评审', '公示'],
    skipped: '请补上此环节',
    network: '网络名称',
    submit: '提交',
    waiting: '待审',
    approve: '通过',
    approved: '已审定',
    correct: '更正',
    reason: '原因（必填）',
    promote: /^遴选入/,
    promoteReason: '遴选理由（必填）',
    leave: '提请退出',
    leaving: '拟自2021-01-15起退出',
    leaveOn: '退出日期（必填）',
    sure: /^确\s*定$/,
    left: '不再计入',
    fits: '校验通过',
  },
  en: {
    unit: 'Reporting unit',
    unitName: 'Department of Industry and Information Technology of Jiangsu Province',
    enterprise: 'Enterprise',
    code: 'Unified social credit code',
    evidenceMissing: 'Evidence is missing',
    industry: 'Industry',
    equipment: 'Equipment',
    application: 'Application',
    publication: 'Publication',
    assessment: 'Assessment',
    announcement: 'Public notice',
    between: ['Screening', 'Recommendation', 'Assessment', 'Public notice'],
    skipped: 'Give this day too',
    network: 'Network',
    submit: 'Submit',
    waiting: 'Waiting',
    approve: 'Approve',
    approved: 'Approved',
    correct: 'Correct',
    reason: 'Reason (required)',
    promote: /^Choose into/,
    promoteReason: 'Why it is chosen (required)',
    leave: 'Propose its exit',
    leaving: 'to leave on 2021-01-15',
    leaveOn: 'Day it leaves (required)',
    sure: 'Yes',
    left: 'no longer from 2021-01-15',
    fits: 'the check digit fits',
  },
} as const
const thousand = '/registers/local-enterprise-cases'

describe.each(['zh', 'en'] as const)('a case, from its region into the ten and out again, in %s', (language) => {
  const says = words[language]
  const name = `江南量具厂${language}`
  const code = language === 'zh' ? '914403001922038216' : '9144030071526726XG'
  let product: RunningProduct
  let browser: Browser
  let address = ''
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
    await signInContext(context, product, role)
    return context.newPage()
  }
  const go = (page: Page, path: string) =>
    page.goto(`${product.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
  const counts = async (on: string) => {
    const cookie = await product.cookieOf('approver')
    const response = await fetch(`${product.address}/api/programmes/miit-2020-8/dashboard?on=${on}`, {
      headers: { cookie },
    })
    const { indicators } = (await response.json()) as Dashboard
    const of = (goal: string) => {
      const actual = indicators.find((row) => row.goal === goal)?.actual
      return actual?.known ? actual.value : null
    }
    return [of('T05'), of('T03')]
  }
  const approve = async (path: string) => {
    const page = await signedIn('approver')
    await go(page, path)
    await page.getByRole('button', { name: says.approve, exact: true }).click()
    await page.locator('.register-head .entry-state', { hasText: says.approved }).waitFor()
  }
  const date = (page: Page, label: string, on: string) => page.getByLabel(label, { exact: true }).last().fill(on)

  it('is registered with its credit code checked, and submitted', async () => {
    const page = await signedIn('regional-recorder')
    await go(page, `${thousand}/new`)
    await page.getByText(says.unitName).waitFor()
    await page.getByLabel(says.enterprise, { exact: true }).fill(name)
    await page.getByLabel(says.code, { exact: true }).fill(`${code.slice(0, 17)}0`)
    await page.locator('.wrong').waitFor()
    await page.getByLabel(says.code, { exact: true }).fill(code)
    await page.getByText(says.fits).waitFor()
    await page.getByLabel(says.industry, { exact: true }).click()
    await page.keyboard.type(says.equipment)
    await page.keyboard.press('Enter')
    await date(page, says.application, '2020-05-06')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: says.submit, exact: true }).click()
    await page.getByText(says.evidenceMissing).waitFor()
    await page.locator('.evidence input[type=file]').setInputFiles({
      name: '推荐函.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`),
    })
    await page.getByRole('button', { name: says.submit, exact: true }).click()
    await page.waitForURL(/\/cases\//)
    await page.locator('.register-head .entry-state', { hasText: says.waiting }).waitFor()
    address = new URL(page.url()).pathname
    expect(await counts('2020-12-31')).toEqual([1000, 10])
  })

  it('is approved, published by the ministry, approved again, and counts from that day', async () => {
    await approve(address)
    expect(await counts('2020-12-31')).toEqual([1000, 10])
    const page = await signedIn('recorder')
    await go(page, `${address}/edit`)
    await date(page, says.publication, '2020-06-01')
    await page.keyboard.press('Tab')
    await page.getByText(says.skipped).first().waitFor()
    for (const stage of says.between) {
      await date(page, stage, '2020-05-20')
      await page.keyboard.press('Tab')
    }
    await page.getByLabel(says.reason).fill('公示期满')
    await page.getByRole('button', { name: says.submit, exact: true }).click()
    await page.locator('.register-head .entry-state', { hasText: says.waiting }).waitFor()
    await approve(address)
    expect(await counts('2020-05-31')).toEqual([241, null])
    expect(await counts('2020-12-31')).toEqual([1001, 10])
  })

  it('is chosen into the ten with a reason, by two people', async () => {
    const page = await signedIn('recorder')
    await go(page, address)
    await page.getByText(says.promote).click()
    await page.getByLabel(says.network, { exact: true }).fill('江南5G内网')
    for (const stage of [says.assessment, says.announcement]) {
      await date(page, stage, '2020-12-10')
      await page.keyboard.press('Tab')
    }
    await date(page, says.publication, '2020-12-20')
    await page.keyboard.press('Tab')
    await page.getByLabel(says.promoteReason).fill('专家评审推荐')
    await page.getByRole('button', { name: says.submit, exact: true }).click()
    const chosen = page.locator('.case-links a')
    await chosen.waitFor()
    await approve((await chosen.getAttribute('href')) ?? '')
    expect(await counts('2020-12-31')).toEqual([1001, 11])
  })

  it('leaves on a day by two people, and what was counted before that day is still counted', async () => {
    const page = await signedIn('regional-recorder')
    await go(page, address)
    await page.locator('summary', { hasText: says.leave }).click()
    await date(page, says.leaveOn, '2021-01-15')
    await page.keyboard.press('Tab')
    await page.getByLabel(says.reason).first().fill('停止运营')
    await page.getByRole('button', { name: says.leave, exact: true }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: says.sure }).click()
    await page.locator('.register-head', { hasText: says.leaving }).waitFor()
    expect(await counts('2021-01-31')).toEqual([1001, 11])
    await approve(address)
    await go(page, address)
    await page.locator('.register-head', { hasText: says.left }).waitFor()
    expect(await counts('2020-12-31')).toEqual([1001, 11])
    const list = await signedIn('approver')
    await go(list, `${thousand}?on=2021-01-31&q=${encodeURIComponent(name)}`)
    await list.locator('.quiet-row', { hasText: '2021-01-15' }).waitFor()
    await go(list, '/registers/benchmark-networks?on=2021-01-31')
    await list.locator('.quiet-row', { hasText: name }).waitFor()
    expect(await list.locator('.ten-seat').count()).toBe(10)
  })
})
