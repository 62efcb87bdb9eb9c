import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  accessibilityProblems,
  type Browser,
  launchBrowser,
  type Page,
  type PageOpener,
  pageOpener,
  type RunningProduct,
  startProduct,
  withManyTargets,
} from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyboard } from './hands.ts'

const added = 380

let data: string
let product: RunningProduct
let browser: Browser
let opener: PageOpener
beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'xushi-data-'))
  await withManyTargets(data, added)
  product = await startProduct({ XUSHI_DATA: data })
  browser = await launchBrowser()
  opener = pageOpener(browser, product)
})
afterAll(async () => {
  await opener.close()
  await browser.close()
  await product.remove()
  await rm(data, { recursive: true, force: true })
})

const size = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length)
const rows = (page: Page) => page.locator('.tree .row')

describe.each([
  { language: 'zh', suffix: '', width: 1440, words: /目标400项/ },
  { language: 'en', suffix: '&lang=en', width: 390, words: /400 targets/ },
])('an overview of 400 targets, in $language at $width', ({ suffix, width, words }) => {
  it('is a page of a size to read: aspects folded, long lists counted, nothing pushed sideways', async () => {
    const { page, complaints } = await opener.open(`/?on=2020-10-29${suffix}`, { width })
    await page.getByText(words).first().waitFor()
    expect(await rows(page).count()).toBe(0)
    expect(await size(page)).toBeLessThan(1500)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await accessibilityProblems(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })

  it('opens an aspect by keyboard, and finds one target by its number', async () => {
    const { page, settled } = await opener.open(`/?on=2020-10-29${suffix}`, { width })
    await keyboard(page, '.aspect button')
    await rows(page).first().waitFor()
    expect(await rows(page).count()).toBeLessThan(120)
    expect(await size(page)).toBeLessThan(12_000)

    await page.locator('.filter input').fill('T477')
    await page.waitForURL(/q=T477/)
    await settled()
    await keyboard(page, '.tree .row a')
    await page.waitForURL(/monitored-platforms-377/)
    await page.locator('.key-figures').waitFor()
    await page.goBack()
    await rows(page).first().waitFor()
    expect(await rows(page).count()).toBe(1)
    await page.close()
  })
})

describe('the list of 400 targets', () => {
  it('is in the order of their numbers', async () => {
    const { page } = await opener.open('/indicators?on=2020-10-29')
    const goals = await page.locator('tbody td:first-child .label').allTextContents()
    expect(goals).toHaveLength(20 + added)
    expect(goals.slice(19, 22)).toEqual(['T20', 'T100', 'T101'])
    await page.close()
  })
})
