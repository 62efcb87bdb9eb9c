import { accessibilityProblems } from '@xushi/testkit'
import { describe, expect, it } from 'vitest'
import { demonstration } from './demonstration.ts'

// A language once chosen is remembered: each address here names its own.
const indicator = '/indicators/identifier-registrations?on=2020-10-29'

const demo = demonstration()

describe('exact values by the arrow keys', () => {
  it.each([
    { width: 1440, language: '&lang=zh' },
    { width: 390, language: '&lang=en' },
  ])('stand at each bar of a period, and say what is missing, at $width', async ({ width, language }) => {
    const { page } = await demo.open(`${indicator}&chart=period${language}`, { role: 'approver', width })
    await page.locator('.period-chart').waitFor()
    const reader = page.locator('.chart-reader')
    await reader.focus()
    await page.keyboard.press('Home')
    expect(await reader.getAttribute('aria-valuetext')).toMatch(/^2020-03 42,000,000 .+ 31\/31$/)
    for (let bar = 0; bar < 3; bar += 1) await page.keyboard.press('ArrowRight')
    expect(await reader.getAttribute('aria-valuetext')).toMatch(/^2020-06 ≥70,000,000 .+ 30\/31$/)
    const tip = page.locator('.chart-tip')
    expect(await tip.textContent()).toContain('≥70,000,000')
    await page.keyboard.press('End')
    expect(await reader.getAttribute('aria-valuetext')).toMatch(/^2020-12 (未到期|not yet) \D+$/)
    // The ring stands on its bar, and the words stay on the page.
    await page.keyboard.press('Home')
    const [ring, bar, words] = await Promise.all(
      ['.chart-reader i', '.period-chart g rect', '.chart-tip'].map((one) => page.locator(one).first().boundingBox()),
    )
    const middle = (ring?.x ?? 0) + (ring?.width ?? 0) / 2
    expect(middle).toBeGreaterThan(bar?.x ?? 0)
    expect(middle).toBeLessThan((bar?.x ?? 0) + (bar?.width ?? 0))
    expect(words?.x).toBeGreaterThanOrEqual(0)
    expect((words?.x ?? 0) + (words?.width ?? 0)).toBeLessThanOrEqual(width)
    await page.keyboard.press('Escape')
    expect(await tip.count()).toBe(0)
    await page.close()
  })

  it('stand at each period of a region, whose name says its last one', async () => {
    const { page } = await demo.open(`${indicator}&by=region&lang=zh`, { role: 'approver' })
    const tile = page.getByRole('link', { name: /^江苏\s*\d{3},\d{3},\d{3}\s个/ })
    const [exact = ''] = /\d{3},\d{3},\d{3} 个/.exec((await tile.textContent()) ?? '') ?? []
    await tile.focus()
    expect(await page.locator('.small-read').count()).toBe(0)
    await page.keyboard.press('ArrowLeft')
    const last = page.locator('.multiples li').first().locator('[aria-live]')
    expect(await last.textContent()).toBe(`江苏 2020-09 ${exact}`)
    await page.keyboard.press('ArrowLeft')
    expect(await last.textContent()).toMatch(/^江苏 2020-08 105,9\d\d,\d\d\d 个$/)
    await page.keyboard.press('Home')
    expect(await last.textContent()).toMatch(/^江苏 2020-03 /)
    expect(await page.locator('.small-read').textContent()).toMatch(/^2020-03/)
    await page.keyboard.press('Escape')
    expect(await last.textContent()).toBe('')
    // A region that stopped to report says so for the periods after.
    await page.getByRole('link', { name: /^青海 ≥/ }).focus()
    await page.keyboard.press('End')
    expect(await page.locator('.small-read').textContent()).toContain('未报')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/regions\/630000/)
    await page.close()
  })
})

describe.each(['&lang=zh', '&lang=en'])('what stands over the chart on a phone%s', (language) => {
  it('has its name beside the file, and each choice over the whole width, as high as a finger', async () => {
    const { page } = await demo.open(`${indicator}${language}`, { role: 'approver', width: 390 })
    const head = page.locator('.progress-main > .section-head')
    const place = async (one: string) =>
      (await head.locator(one).first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const [name, file] = [await place('h2'), await place('.chart-download')]
    expect(Math.abs(name.y + name.height / 2 - (file.y + file.height / 2))).toBeLessThan(4)
    expect(file.x + file.width).toBeCloseTo(374, -1)
    for (const choice of await head.locator('.switch').all()) {
      const box = await choice.boundingBox()
      expect([box?.x, box?.width]).toEqual([16, 358])
      expect(box?.height).toBeGreaterThanOrEqual(44)
      const widths = await choice
        .locator('button')
        .evaluateAll((all) => all.map((one) => Math.round(one.clientWidth / 4)))
      expect(new Set(widths).size).toBe(1)
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page.close()
  })
})
