import { type Browser, demonstrationAccount, launchBrowser, type RunningProduct, startProduct } from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

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

/** A4 less the margins of the style sheet, in CSS pixels. */
const paperWidth = 726

async function onPaper(address: string, theme: 'light' | 'dark') {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: theme })
  const { username, password } = await demonstrationAccount(product.home, 'approver')
  const data = { username, password }
  await context.request.post(`${product.address}/api/session`, { data, headers: { origin: product.address } })
  const page = await context.newPage()
  await page.goto(product.address + address)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  const pdf = await page.pdf({ preferCSSPageSize: true })
  await page.emulateMedia({ media: 'print', colorScheme: theme })
  await page.setViewportSize({ width: paperWidth, height: 1000 })
  return { page, pdf }
}

const pages = [
  '/?on=2020-10-29',
  '/?on=2020-10-29&lang=en',
  '/indicators/identifier-registrations?on=2020-10-29',
  '/regions?on=2020-10-29&indicator=local-enterprise-cases&region=320000&compare=320000,330000',
  '/groups?on=2020-12-31',
  '/milestones?on=2020-10-29',
  '/ambiguities?on=2020-10-29',
  '/ambiguities?on=2020-10-29&lang=en',
]

describe.each(pages)('%s on paper', (address) => {
  it.each(['light', 'dark'] as const)(
    'fits its width, is white, and says what it is and of which day; %s',
    async (theme) => {
      const { page, pdf } = await onPaper(address, theme)
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      // Media boxes of A4, in points.
      expect(pdf.toString('latin1')).toMatch(/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12]/)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(paperWidth + 1)
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
      expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)')
      const head = page.locator('.top')
      expect(await head.textContent()).toMatch(/工信厅信管〔2020〕8号/)
      expect(await head.textContent()).toMatch(/2020-1\d-\d\d.*(台账号|ledger no\. )\d+/)
      const foot = await page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper-foot')")
      expect(foot).toMatch(/2020-1\d-\d\d/)
      for (const pressed of ['.button', '.chart-download', 'nav', 'form', '.skip'])
        expect(await page.locator(pressed).filter({ visible: true }).count()).toBe(0)
      const cut = `[...document.querySelectorAll('main *')].filter((one) => {
      const { right, width } = one.getBoundingClientRect()
      return width > 1 && right > ${paperWidth} + 1
    }).map((one) => one.className || one.localName)`
      expect(await page.evaluate(cut)).toEqual([])
      // What says how to use the page is for a screen.
      // biome-ignore lint/performance/useDomNodeTextContent: what is seen is asked, not what is there
      expect(await page.locator('main').innerText()).not.toMatch(
        /在图上或表中选|悬停或按方向键|方向键移动|Choose a region|arrow keys/,
      )
      await page.context().close()
    },
  )
})

describe('the overview on paper', () => {
  it('has every aspect unfolded, and folds them again afterwards', async () => {
    const { page } = await onPaper('/?on=2020-10-29', 'light')
    const folded = page.locator('.aspect button[aria-expanded="false"]')
    expect(await folded.count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    await folded.first().waitFor()
    const before = await folded.count()
    expect(before).toBeGreaterThan(0)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await folded.count()).toBe(0)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.waitForFunction(
      (count) => document.querySelectorAll('.aspect button[aria-expanded="false"]').length === count,
      before,
    )
    await page.context().close()
  })
})
