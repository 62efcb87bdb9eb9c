import {
  accessibilityProblems,
  type Browser,
  launchBrowser,
  type Page,
  type RunningProduct,
  signInContext,
  startProduct,
} from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const pages = [
  ['/?on=2020-10-29', 'approver'],
  ['/indicators?on=2020-10-29', null],
  ['/indicators/identifier-registrations?on=2020-10-29', 'approver'],
  ['/indicators/cross-industry-platforms?on=2021-01-27', null],
  ['/indicators/secondary-nodes/derivation?on=2020-10-29', 'auditor'],
  ['/indicators/monitored-platforms/derivation?on=2020-10-29&lang=en', 'auditor'],
  ['/methods/status', null],
  ['/registers?on=2020-10-29', 'auditor'],
  ['/registers/local-enterprise-cases?on=2020-10-29&region=320000', 'recorder'],
  ['/registers/benchmark-networks?lang=en', 'approver'],
  ['/registers/local-enterprise-cases/new', 'regional-recorder'],
  ['/goals/national-data-centre', 'recorder'],
  ['/goals/local-enterprise-cases?lang=en', 'regional-recorder'],
  ['/decisions', 'programme-manager'],
  ['/reporting', 'programme-manager'],
  ['/reporting?period=2020-09&lang=en', 'auditor'],
  ['/recording', 'regional-recorder'],
  ['/review', 'approver'],
  ['/password', 'approver'],
  ['/users', 'administrator'],
  ['/displays', 'programme-manager'],
  ['/displays?lang=en', 'programme-manager'],
  ['/audit', 'auditor'],
  ['/sign-in', null],
] as const

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

/** Opens a page as somebody, and collects what the browser complains of. */
async function open(
  path: string,
  role: string | null,
  width: number,
  theme: 'light' | 'dark',
): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme })
  if (role !== null) await signInContext(context, product, role)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(product.address + path)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  return { page, complaints, close: () => context.close() }
}

describe.each(pages)('the page %s', (path, role) => {
  it.each(['light', 'dark'] as const)('is accessible and without complaint, %s', async (theme) => {
    const { page, complaints, close } = await open(path, role, 1440, theme)
    expect(await accessibilityProblems(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('fits a phone of 390 without being pushed sideways', async () => {
    const { page, complaints, close } = await open(path, role, 390, 'light')
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(390)
    expect(complaints).toEqual([])
    await close()
  })
})

describe('the address', () => {
  it('keeps the language, so that a link shows the same; Chinese is left out', async () => {
    const { page, close } = await open('/?on=2020-10-29', null, 1440, 'light')
    await page.getByRole('button', { name: 'English' }).first().click()
    await page.waitForURL('**/?on=2020-10-29&lang=en')
    await page.getByRole('link', { name: 'Indicators', exact: true }).first().click()
    await page.waitForURL('**/indicators?on=2020-10-29&lang=en')
    await page.getByRole('button', { name: '中文' }).first().click()
    await page.waitForURL('**/indicators?on=2020-10-29')
    await close()
  })
})

describe('the theme', () => {
  it('follows the system while nobody has chosen', async () => {
    const { page, close } = await open('/sign-in', null, 1440, 'light')
    const theme = () => page.locator('html').getAttribute('data-theme')
    expect(await theme()).toBe('light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html[data-theme="dark"]').waitFor()
    await page.getByRole('button', { name: '浅色' }).first().click()
    await page.locator('html[data-theme="light"]').waitFor()
    await page.emulateMedia({ colorScheme: 'light' })
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await theme()).toBe('light')
    await close()
  })
})
