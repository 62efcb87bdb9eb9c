import { accessibilityProblems } from '@xushi/testkit'
import { describe, expect, it } from 'vitest'
import { demonstration } from './demonstration.ts'
import { keyboard } from './hands.ts'
import { rawTexts } from './raw-texts.ts'

/* A server that answers late, not at all, or with a fault: the page says so in words, loses nothing, and goes on by itself or on request. */
const words = {
  zh: { suffix: '', waiting: '正在取数', again: '再试', noAnswer: /服务器没有应答/, fault: '出了错', lost: /连接已断/ },
  en: {
    suffix: '&lang=en',
    waiting: 'Loading',
    again: 'Try again',
    noAnswer: /The server did not answer/,
    fault: 'It broke',
    lost: /The connection is lost/,
  },
} as const

const pages = [
  ['/?on=2020-10-29', '.tree .row'],
  ['/indicators/monitored-platforms?on=2020-10-29', '.key-figures'],
  ['/indicators/monitored-platforms/derivation?on=2020-10-29', '.steps'],
  ['/regions?on=2020-10-29&indicator=monitored-platforms', '.tile-grid'],
  ['/regions/320000?on=2020-10-29', '.region-indicators'],
  ['/milestones?on=2020-10-29', '.track-row'],
] as const

const demo = demonstration()

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  const says = words[language]

  it.each(pages)(
    '%s: the server breaks, another try by keyboard is answered late, and all is there',
    async (path, content) => {
      const { page, settled } = await demo.blank({ role: 'approver' })
      const problem = { type: 'about:blank', title: says.fault, status: 500, detail: '…' }
      const figures = /\/api\/(programmes\/|indicators|regions)/
      await page.route(figures, (route) => route.fulfill({ status: 500, json: problem }))
      await page.goto(demo.address() + path + says.suffix)
      await page.getByRole('alert').filter({ hasText: says.fault }).first().waitFor()
      expect(await accessibilityProblems(page)).toEqual([])
      expect(await rawTexts(page)).toEqual([])

      await page.unroute(figures)
      const { promise, resolve: letGo } = Promise.withResolvers<void>()
      await page.route(figures, async (route) => {
        await promise
        await route.continue()
      })
      await keyboard(page, '.notice-problem button')
      await page.getByRole('status', { name: says.waiting }).first().waitFor()
      expect(await page.getByRole('alert').count()).toBe(0)
      expect(await page.locator('.top-nav a').count()).toBeGreaterThan(4)
      expect(await page.locator(content).count()).toBe(0)
      expect(await rawTexts(page)).toEqual([])
      letGo()
      await page.locator(content).first().waitFor()
      await settled()
      expect(await page.locator('.waiting').count()).toBe(0)
      await page.close()
    },
  )

  it('a proxy that answers in its own words is told as no answer, after two more tries', async () => {
    const { page } = await demo.blank({ role: 'approver' })
    let asked = 0
    await page.route('**/dashboard?**', (route) => {
      asked += 1
      return route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' })
    })
    await page.goto(`${demo.address()}/?on=2020-10-29${says.suffix}`)
    await page.getByText(says.noAnswer).waitFor()
    expect(asked).toBe(3)
    expect(await page.getByText('Bad Gateway').count()).toBe(0)
    await page.unroute('**/dashboard?**')
    await page.getByRole('button', { name: says.again }).click()
    await page.locator('.tree .row').first().waitFor()
    await page.close()
  })

  it('until the server says who is there, the bar and the rows of a page stand in their place', async () => {
    const { page } = await demo.blank({ role: 'approver' })
    const { promise, resolve: letGo } = Promise.withResolvers<void>()
    await page.route('**/api/session', async (route) => {
      await promise
      await route.continue()
    })
    await page.goto(`${demo.address()}/?on=2020-10-29${says.suffix}`)
    await page.getByRole('status', { name: says.waiting }).waitFor()
    expect(await page.locator('.top .logo').isVisible()).toBe(true)
    letGo()
    await page.locator('.tree .row').first().waitFor()
    expect(await page.locator('.waiting').count()).toBe(0)
    await page.close()
  })

  it('one part that fails leaves the others', async () => {
    const { page } = await demo.blank({ role: 'approver' })
    await page.route('**/series?**', (route) =>
      route.fulfill({ status: 500, json: { type: 'x', title: says.fault, detail: '…' } }),
    )
    await page.goto(`${demo.address()}/indicators/monitored-platforms?on=2020-10-29${says.suffix}`)
    await page.getByRole('alert').filter({ hasText: says.fault }).waitFor()
    for (const part of ['.key-figures', '.clause', '#entries tbody tr', '.progress']) {
      expect(await page.locator(part).first().isVisible(), part).toBe(true)
    }
    await page.close()
  })

  it('offline for a minute: the figures stay, the page says so, and what was wanted comes by itself', async () => {
    const own = demo.another()
    const { page, complaints, settled } = await own.blank({ role: 'approver' })
    await page.clock.install()
    await page.goto(`${demo.address()}/?on=2020-10-29${says.suffix}`)
    await page.locator('.tree .row').first().waitFor()
    await settled()
    // A page that is loaded again has lost this.
    await page.evaluate(() => {
      document.documentElement.dataset.kept = 'yes'
    })
    await page.context().setOffline(true)
    await page.getByText(says.lost).waitFor()
    await page.locator('.attention a[href^="/indicators/monitored-platforms"]').click()
    await page.clock.fastForward('01:00')
    // The click was taken.
    await page.getByRole('status', { name: says.waiting }).waitFor()
    expect(await page.locator('.top-nav').isVisible()).toBe(true)
    expect(await page.getByText(says.lost).isVisible()).toBe(true)
    expect(await rawTexts(page)).toEqual([])
    await page.context().setOffline(false)
    await page.locator('.key-figures').waitFor()
    await page.locator('.progress-chart .progress-marks').waitFor()
    expect(await page.getByText(says.lost).count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.dataset.kept)).toBe('yes')
    await page.goBack()
    await page.locator('.tree .row').first().waitFor()
    expect(complaints.filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    await own.close()
  })
})
