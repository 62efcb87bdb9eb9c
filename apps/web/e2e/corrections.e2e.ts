import {
  type Browser,
  demonstrationAccount,
  launchBrowser,
  type Page,
  type RunningProduct,
  startProduct,
} from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/* What was filed about a goal is corrected on its own page, by the form it was written with; what is typed outlives a refusal. */
describe('a correction', () => {
  let product: RunningProduct
  let browser: Browser
  let recorder: Page
  let approver: Page

  beforeAll(async () => {
    product = await startProduct({ XUSHI_DEMO: '1' })
    browser = await launchBrowser()
    recorder = await signedIn('recorder')
    approver = await signedIn('approver')
  })
  afterAll(async () => {
    await browser.close()
    await product.remove()
  })

  const signedIn = async (role: string) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    const { username, password } = await demonstrationAccount(product.home, role)
    await context.request.post(`${product.address}/api/session`, {
      data: { username, password },
      headers: { origin: product.address },
    })
    return context.newPage()
  }
  const post = async (who: Page, path: string, data: object) => {
    const headers = { origin: product.address }
    const answer = await who.request.post(`${product.address}${path}`, { data, headers })
    const body = await answer.json()
    expect(answer.ok(), JSON.stringify(body)).toBe(true)
    return body
  }
  const filing = async (path: string, id: string) =>
    (await (await recorder.request.get(`${product.address}/api/${path}/${id}`)).json()).filing

  /** Files by one person and approves by another, and opens its page for the first. */
  const approved = async (kind: string, path: string, url: string, content: object) => {
    const draft = await post(recorder, url, content)
    const { version } = await post(recorder, `/api/${path}/${draft.id}/submission`, { version: draft.version })
    const shown = await approver.request.get(`${product.address}/api/${path}/${draft.id}`)
    const { digest }: { digest: string } = await shown.json()
    await post(approver, `/api/${path}/${draft.id}/approval`, { version, digest })
    await approver.goto(`${product.address}/filings/${kind}/${draft.id}`)
    await approver.getByText('审定通过').first().waitFor()
    expect(await approver.locator('summary', { hasText: '更正' }).count()).toBe(0)
    await recorder.goto(`${product.address}/filings/${kind}/${draft.id}`)
    await recorder.locator('summary', { hasText: '更正' }).click()
    return draft.id as string
  }
  const submit = () => recorder.getByRole('button', { name: '提交更正' })
  const handIn = async (reason: string) => {
    expect(await submit().isDisabled()).toBe(true)
    await recorder.getByLabel('更正原因（必填）').fill(reason)
    await submit().click()
  }
  const settled = async (kind: string, path: string, id: string) => {
    await recorder.getByText('已提交，等待审定。').waitFor()
    await approver.goto(`${product.address}/filings/${kind}/${id}`)
    await approver.getByText('您将签署的内容').waitFor()
    await approver.getByRole('button', { name: '通过', exact: true }).click()
    await approver.getByText('已通过。').waitFor()
    return filing(path, id)
  }

  it('of a milestone event keeps what was typed when it is refused', async () => {
    const url = '/api/milestones/M07/events'
    const content = { kind: 'stage', on: '2020-07-01', stage: '立项' }
    const id = await approved('milestone-event', 'milestone-events', url, content)
    await recorder.getByLabel('日期', { exact: true }).fill('2099-01-01')
    await recorder.getByLabel('环节或进展').fill('立项批复')
    await handIn('批复在后')
    await recorder.getByRole('alert').waitFor()
    expect(await recorder.getByLabel('环节或进展').inputValue()).toBe('立项批复')
    expect(await recorder.getByLabel('更正原因（必填）').inputValue()).toBe('批复在后')
    await recorder.getByLabel('日期', { exact: true }).fill('2020-07-08')
    await submit().click()
    expect(await settled('milestone-event', 'milestone-events', id)).toMatchObject({
      on: '2020-07-08',
      stage: '立项批复',
      state: 'approved',
      correctionReason: '批复在后',
    })
  })

  it('of a narrative stands for it once a second person approved it', async () => {
    const content = { period: '2020-08', progress: '已建成六个分中心。', problems: '', next: '' }
    const id = await approved('narrative', 'narratives', '/api/goals/T11/narratives', content)
    const progress = recorder.getByLabel('进展情况', { exact: true })
    expect(await progress.inputValue()).toBe('已建成六个分中心。')
    await progress.fill('已建成七个分中心。')
    await handIn('少计一个')
    expect(await settled('narrative', 'narratives', id)).toMatchObject({
      period: '2020-08',
      progress: '已建成七个分中心。',
    })
  })

  it('of a published figure leaves what is not asked for as it was', async () => {
    const content = {
      indicator: 'T07',
      region: '000000',
      value: 6_000_000_000,
      bound: 'above',
      on: '2020-09-30',
      precision: 'month',
      publishedOn: '2020-10-20',
      speaker: '信息通信管理局',
      occasion: '新闻发布会',
      confidence: 'primary',
    }
    const id = await approved('published-figure', 'published-figures', '/api/published-figures', content)
    await recorder.getByLabel('数值', { exact: true }).fill('61亿')
    await recorder.getByText('＝6,100,000,000').waitFor()
    await handIn('引用有误')
    expect(await settled('published-figure', 'published-figures', id)).toMatchObject({
      value: 6_100_000_000,
      bound: 'above',
      precision: 'month',
      occasion: '新闻发布会',
    })
  })

  it('of a narrative is asked for by the keys alone, with a reason, and stands first on the desk of whoever wrote it', async () => {
    const content = { period: '2020-09', progress: '已建成八个分中心。', problems: '', next: '' }
    const id = await approved('narrative', 'narratives', '/api/goals/T11/narratives', content)
    const ask = approver.getByRole('button', { name: '要求更正' })
    await ask.focus()
    await approver.keyboard.press('Enter')
    const confirm = approver.getByRole('button', { name: '确定' })
    expect(await confirm.isDisabled()).toBe(true)
    await approver.keyboard.type('与通报不符，请核对分中心个数')
    await approver.keyboard.press('Tab')
    await approver.keyboard.press('Enter')
    await approver.getByText('已要求更正，填报人会在工作台看到。').waitFor()
    await approver.locator('.notice-warning', { hasText: '与通报不符' }).waitFor()
    expect(await ask.count()).toBe(0)

    await recorder.goto(`${product.address}/recording`)
    const wish = recorder.locator('.to-correct li', { hasText: '与通报不符' })
    await wish.getByRole('link').click()
    await recorder.locator('summary', { hasText: '更正' }).click()
    await recorder.getByLabel('进展情况', { exact: true }).fill('已建成七个分中心。')
    await handIn('核对后更正')
    expect(await settled('narrative', 'narratives', id)).toMatchObject({ state: 'approved', correctionAsked: null })
    await approver.locator('.history li', { hasText: '要求更正' }).getByText('原因：与通报不符').waitFor()
    await recorder.goto(`${product.address}/recording`)
    await recorder.getByRole('heading', { name: '未完成的填报' }).waitFor()
    await recorder.waitForLoadState('networkidle')
    expect(await wish.count()).toBe(0)
  })

  it('of an entry is asked for what it lacks in place, and goes on from the draft after a reload', async () => {
    const cell = 'indicator=monitored-enterprises&region=000000&period=2020-12&state=approved'
    const found = await (await recorder.request.get(`${product.address}/api/progress-entries?${cell}`)).json()
    await recorder.goto(`${product.address}/entries/${found.entries[0].id}`)
    const correct = recorder.locator('form.decision', { hasText: '更正为' })
    const value = correct.getByLabel('更正为')
    await value.fill('90000')
    await correct.getByLabel('备注').fill('剔除重复企业')
    await correct.getByLabel('更正原因（必填）').fill('重复计数')
    await correct.getByRole('button', { name: '提交更正' }).click()
    await correct.getByText('缺责任单位。').waitFor()
    expect(await value.inputValue()).toBe('90000')

    await recorder.reload()
    await correct.getByText('重复计数').waitFor()
    expect(await value.inputValue()).toBe('90000')
    expect(await correct.getByLabel('备注').inputValue()).toBe('剔除重复企业')
    await correct.getByRole('button', { name: '提交更正' }).click()
    await correct.getByText('缺措施。').waitFor()
    await correct.getByRole('combobox', { name: '原因' }).click()
    await recorder.locator('.ant-select-item-option').first().click()
    await correct.getByLabel('措施').fill('逐户核对')
    await correct.getByLabel('责任单位').fill('网络安全管理局')
    await correct.getByLabel('新的完成日期', { exact: true }).fill('2021-06-30')
    await correct.getByRole('button', { name: '提交更正' }).click()
    await recorder.getByText('更正已提交，等待审定。').first().waitFor()

    await approver.goto(`${product.address}/review`)
    await approver.locator('.queue-line', { hasText: 'T11' }).filter({ hasText: '更正' }).click()
    const checks = approver.locator('.entry-checks')
    await checks.getByText('是否改变T11状态').waitFor()
    await checks.getByText('与分地区合计对照').waitFor()
  })
})
