import { spawnSync } from 'node:child_process'
import path from 'node:path'
import {
  accessibilityProblems,
  type Browser,
  type BrowserContext,
  launchBrowser,
  type Page,
  type RunningProduct,
  signInContext,
  startProduct,
} from '@xushi/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { tamper } from './tamper.ts'

const checker = path.resolve(import.meta.dirname, '../../api/src/ledger/verify-ledger-file.mjs')
const says = {
  zh: {
    approved: '填报 审定通过',
    states: '待审已审定',
    unchanged: '项未变',
    person: '人员',
    kind: '对象类别',
    action: '事项',
    this: '只看此对象',
    export: '导出台账（NDJSON）',
    holds: '前后相扣',
    verify: '整链重核',
    older: '更早',
    empty: '没有符合条件的事件',
    none: '您的角色不看操作台账',
    broken: '台账的链在第5条断开',
    rowBroken: '已被改动',
  },
  en: {
    approved: 'Entry approved',
    states: 'WaitingApproved',
    unchanged: 'unchanged',
    person: 'Person',
    kind: 'Kind of thing',
    action: 'What happened',
    this: 'Only this one',
    export: 'Export the ledger (NDJSON)',
    holds: 'each is chained',
    verify: 'Check the whole chain',
    older: 'Older',
    empty: 'No event fits',
    none: 'Your role does not see the ledger',
    broken: 'breaks at event 5',
    rowBroken: 'it was changed',
  },
} as const

let product: RunningProduct
let browser: Browser
let context: BrowserContext
const complaints: string[] = []

beforeAll(async () => {
  product = await startProduct({ XUSHI_DEMO: '1' })
  browser = await launchBrowser()
})
afterEach(async () => {
  await context.close()
  expect(complaints.splice(0)).toEqual([])
})
afterAll(async () => {
  await browser.close()
  await product.remove()
})

async function open(address: string, role = 'auditor', width = 1440): Promise<Page> {
  context = await browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true })
  await signInContext(context, product, role)
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(product.address + address)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

describe.each(['zh', 'en'] as const)('the ledger in the browser, in %s', (language) => {
  const word = says[language]
  const withLanguage = (query: string) => `/audit?${query}${language === 'en' ? '&lang=en' : ''}`

  it('tells the exact time, what really changed side by side, and leads to what it speaks of', async () => {
    const page = await open(withLanguage('action=entry-approved'))
    const event = page.locator('.ledger-event').first()
    await event.getByText(word.approved, { exact: true }).waitFor()
    const time = event.locator('time')
    expect(await time.textContent()).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
    expect(await time.getAttribute('title')).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3} UTC$/)
    const changed = await event.locator('table').first().locator('tbody tr').allTextContents()
    expect(changed.join()).toContain(word.states)
    const fold = event.locator('details', { hasText: word.unchanged })
    expect(await fold.locator('table').isVisible()).toBe(false)
    await fold.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await fold.locator('table').isVisible()).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    await event.locator('.ledger-subject a').click()
    await page.waitForURL('**/entries/*')
  })

  it('is narrowed by person, thing, action and days, all in the address, and page by page', async () => {
    const page = await open(withLanguage('from=2020-01-01'))
    await page.getByLabel(word.kind).selectOption('progress-entry')
    await page.waitForURL(/subjectKind=progress-entry/)
    await page.getByLabel(word.action).selectOption('entry-submitted')
    await page.waitForURL(/action=entry-submitted/)
    // The address alone brings the same page back.
    const again = async () => {
      await page.goto(page.url())
      await page.locator('.ledger-event').first().waitFor()
      return page.locator('.ledger-line > .ledger-narrow').allTextContents()
    }
    const [name = ''] = await again()
    await page.getByLabel(word.person).selectOption({ label: name })
    await page.waitForURL(/actor=/)
    expect(new Set(await again())).toEqual(new Set([name]))

    await page.goto(`${product.address}${withLanguage('action=entry-drafted')}`)
    const seqs = () => page.locator('.ledger-event').evaluateAll((all) => all.map((one) => Number(one.dataset.seq)))
    await page.locator('.ledger-event').first().waitFor()
    const first = await seqs()
    expect(first).toHaveLength(100)
    await page.getByRole('button', { name: word.older }).click()
    await page.waitForURL(/before=/)
    await page.waitForFunction((seq) => document.querySelector(`[data-seq="${seq}"]`) === null, first[0])
    const second = await seqs()
    expect(Math.max(...second)).toBeLessThan(Math.min(...first))
    await page.goBack()
    await page.locator(`[data-seq="${first[0]}"]`).waitFor()

    await page.locator('.ledger-event').first().getByRole('button', { name: word.this }).click()
    await page.waitForURL(/subjectId=/)
    await page.goto(`${product.address}${withLanguage('to=2001-01-01')}`)
    await page.getByText(word.empty).waitFor()
    await page.goto(`${product.address}${withLanguage('from=2020-02-30')}`)
    await page.locator('.notice-problem').waitFor()
  })

  it('is taken away as a file that holds, signed by the key the page shows', async () => {
    const page = await open(withLanguage(''))
    await page.getByText(word.holds).first().waitFor()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: word.export }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^ledger-\d{4}-\d{2}-\d{2}\.ndjson$/)
    const key = (await page.locator('.ledger-key code').textContent()) ?? ''
    const file = path.join(product.home, `export-${language}.ndjson`)
    await download.saveAs(file)
    const { status, stdout } = spawnSync(process.execPath, [checker, file, '--key', key], { encoding: 'utf8' })
    expect(stdout).toContain('The ledger holds')
    expect(status).toBe(0)
  })

  it('is not for other roles, and fits a phone', async () => {
    const other = await open(withLanguage(''), 'approver')
    await other.getByText(word.none).waitFor()
    await context.close()
    const page = await open(withLanguage('action=entry-approved'), 'auditor', 390)
    await page.locator('.ledger-event').first().waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await accessibilityProblems(page)).toEqual([])
  })
})

describe('a ledger changed in the database while the server runs', () => {
  it('is shown on the page, in both languages', async () => {
    const page = await open('/audit')
    await page.getByText(says.zh.holds).first().waitFor()
    tamper(product.home, "update ledger_event set actor = 'somebody' where seq = 5")
    await page.getByRole('button', { name: says.zh.verify }).click()
    await page.getByRole('alert').getByText(says.zh.broken).waitFor()
    await page.goto(`${product.address}/audit?before=8`)
    await page.locator('[data-seq="5"]').getByText(says.zh.rowBroken).waitFor()
    await page.goto(`${product.address}/audit?before=8&lang=en`)
    await page.getByRole('alert').getByText(says.en.broken).waitFor()
    await page.locator('[data-seq="5"]').getByText(says.en.rowBroken).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })
})
