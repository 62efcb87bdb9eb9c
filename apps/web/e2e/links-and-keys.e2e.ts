import type { Page } from '@xushi/testkit'
import { describe, expect, it } from 'vitest'
import { demonstration } from './demonstration.ts'
import { hasVisibleFocus, mouse } from './hands.ts'

const demo = demonstration()

const identifiers = '/indicators/identifier-registrations?on=2020-10-29'
const cases = '/regions?on=2020-10-29&indicator=local-enterprise-cases'

/** What somebody sees of a page: its words, what is pressed and chosen, and the ends of a zoom. */
const seenOn = async (page: Page) => ({
  // Lines are broken otherwise where a part was not laid out yet.
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen is asked, not what is there
  words: (await page.locator('main').innerText()).replace(/\s+/g, ''),
  ...(await page.evaluate(() => {
    const all = (selector: string, of: (element: Element) => unknown) =>
      [...document.querySelectorAll(selector)].map(of).map(String)
    return {
      language: document.documentElement.lang,
      pressed: all('[aria-pressed="true"], [aria-selected="true"]', ({ textContent }) => textContent),
      ends: all('[role="slider"]', (handle) => handle.getAttribute('aria-valuetext')),
      fields: [...document.querySelectorAll<HTMLInputElement>('input, select')].map(({ value }) => value),
    }
  })),
})

const dated = (label: string, date: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).first().fill(date)
  await page.keyboard.press('Enter')
}
const click = (selector: string) => (page: Page) => mouse(page, selector)
const pressing =
  (selector: string, ...keys: readonly string[]) =>
  async (page: Page) => {
    await page.locator(selector).first().focus()
    for (const key of keys) await page.keyboard.press(key)
  }

const views = [
  {
    view: 'a chart of the whole value, zoomed',
    start: identifiers,
    acts: [click('.switch button:nth-of-type(2)'), pressing('.zoom-handle', 'ArrowRight', 'ArrowRight')],
    keeps: /chart=whole.*zoom=2020/,
  },
  {
    view: 'a chart by region of each period, in English',
    start: identifiers,
    acts: [
      click('.switch button:nth-of-type(3)'),
      click('.switch ~ .switch button:nth-of-type(2)'),
      click('button[lang="en"]'),
    ],
    keeps: /(?=.*chart=period)(?=.*by=region)(?=.*lang=en)/,
  },
  {
    view: 'what came after the due date',
    start: '/indicators/identifier-registrations?on=2021-12-31',
    acts: [click('.progress .section-head > .button[aria-pressed]')],
    keeps: /later=shown/,
  },
  {
    view: 'regions compared',
    start: cases,
    acts: [
      click('[data-code="320000"]'),
      click('.regions-body .plain-button.in-text'),
      click('[data-code="330000"]'),
      click('.regions-body .plain-button.in-text'),
    ],
    keeps: /(?=.*region=(%22)?330000)(?=.*compare=320000)/,
  },
  {
    view: 'a measure with its milestones, and an aspect folded away',
    start: '/?on=2020-10-29',
    acts: [click('.tree .measure button'), click('.tree > section:nth-of-type(2) > h2 button')],
    keeps: /(?=.*open=m3)(?=.*shut=applications)/,
  },
  {
    view: 'targets found at two times',
    start: '/',
    acts: [
      dated('截至', '2020-12-31'),
      click('.times .known-at summary'),
      dated('知晓于', '2020-11-30'),
      async (page: Page) => page.locator('.filter input').fill('平台'),
    ],
    keeps: /(?=.*on=2020-12-31)(?=.*knownAt=2020-11-30)(?=.*q=)/,
  },
] as const

describe('the address', () => {
  it.each(views)('shows to others what one sees: $view', async ({ start, acts, keeps }) => {
    const [mine, theirs] = [demo.another(), demo.another()]
    const { page: one, settled } = await mine.open(start, { role: 'approver' })
    for (const act of acts) {
      await act(one)
      await settled()
    }
    await one.waitForURL(keeps)
    await settled()
    const { page: other } = await theirs.open(one.url().replace(demo.address(), ''), { role: 'approver' })
    expect(await seenOn(other)).toEqual(await seenOn(one))
    await mine.close()
    await theirs.close()
  })
})

/** Where something stands in the window. */
const topOf = (one: ReturnType<Page['locator']>) =>
  one.evaluate((element) => Math.round(element.getBoundingClientRect().top))

describe('back and forward', () => {
  it('need no answer of the server, never wait, and come back to the same place', async () => {
    const { page, settled } = await demo.open('/?on=2020-10-29', { role: 'approver' })
    const link = page.locator('.tree a[href^="/indicators/monitored-platforms"]').first()
    await link.scrollIntoViewIfNeeded()
    // What comes into view is laid out then, and may move the page.
    await settled()
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0)
    const place = await topOf(link)
    await link.click()
    await page.locator('.key-figures').waitFor()
    await settled()
    await page.locator('a[href*="/derivation"]').first().click()
    await page.waitForURL(/derivation/)
    await settled()

    const { promise, resolve: letGo } = Promise.withResolvers<void>()
    await page.route('**/api/**', async (route) => {
      await promise
      await route.abort()
    })
    await page.evaluate(() => {
      new MutationObserver(() => {
        if (document.querySelector('.waiting') !== null) document.documentElement.dataset.waited = 'yes'
      }).observe(document.body, { childList: true, subtree: true })
    })
    await page.goBack()
    await page.locator('.key-figures').waitFor()
    await page.goBack()
    await link.waitFor()
    await expect.poll(() => topOf(link)).toBe(place)
    await page.goForward()
    await page.locator('.key-figures').waitFor()
    await page.goForward()
    await page.waitForURL(/derivation/)
    expect(await page.evaluate(() => document.documentElement.dataset.waited)).toBeUndefined()
    letGo()
    await page.close()
  })

  it('come back to what was unfolded on a phone', async () => {
    const { page, settled } = await demo.open('/?on=2020-10-29', { role: 'approver', width: 390 })
    const link = page.locator('.tree a[href^="/indicators/monitored-platforms"]').first()
    await page.getByRole('button', { name: '加快健全安全保障体系' }).click()
    await page.waitForURL(/open=security/)
    await link.scrollIntoViewIfNeeded()
    await settled()
    const before = await topOf(link)
    await link.click()
    await page.locator('.key-figures').waitFor()
    await settled()
    await page.goBack()
    await link.waitFor()
    await settled()
    await expect.poll(() => topOf(link)).toBe(before)
    await page.close()
  })
})

describe('a chart that changes', () => {
  it.each(['', '&lang=en'])('is told to those who do not see it%s', async (suffix) => {
    const { page } = await demo.open(identifiers + suffix, { role: 'approver' })
    const heard = page.locator('.progress > [aria-live="polite"]')
    const told = new Set([await heard.textContent()])
    for (const button of [
      '.switch button:nth-of-type(2)',
      '.switch button:nth-of-type(3)',
      '.switch ~ .switch button:nth-of-type(2)',
    ]) {
      const before = await heard.textContent()
      await mouse(page, button)
      await heard.filter({ hasNotText: before ?? '' }).waitFor({ state: 'attached' })
      told.add(await heard.textContent())
    }
    expect(told.size).toBe(4)
    await page.close()
  })
})

const worked = [
  ['/?on=2020-10-29', 'approver'],
  [identifiers, 'approver'],
  [`${identifiers}&by=region`, 'approver'],
  ['/indicators/monitored-platforms/derivation?on=2020-10-29', 'auditor'],
  [`${cases}&region=320000&compare=320000`, 'approver'],
  ['/regions/320000?on=2020-10-29', 'approver'],
  ['/groups?on=2020-12-31', 'approver'],
  ['/milestones?on=2020-10-29', 'approver'],
  ['/ambiguities?on=2020-10-29', 'programme-manager'],
  ['/registers/local-enterprise-cases?on=2020-10-29', 'approver'],
  ['/recording', 'regional-recorder'],
  ['/review', 'approver'],
  ['/decisions', 'programme-manager'],
  ['/users', 'administrator'],
  ['/displays', 'programme-manager'],
  ['/audit', 'auditor'],
  ['/sign-in', null],
] as const

describe('what opens over the page', () => {
  it.each(['.more-places', 'details.view', '.known-at'])(
    '%s closes by Escape, which gives the focus back, and when the focus leaves it',
    async (menu) => {
      const { page } = await demo.open('/?on=2020-10-29&lang=en', { role: 'approver', width: 1280 })
      const details = page.locator(`.top ${menu}`).first()
      const isOpen = () => details.evaluate((element) => (element as HTMLDetailsElement).open)
      await details.locator('summary').first().focus()
      await page.keyboard.press('Enter')
      await expect.poll(isOpen).toBe(true)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Escape')
      await expect.poll(isOpen).toBe(false)
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
      await page.keyboard.press('Enter')
      await expect.poll(isOpen).toBe(true)
      await page.locator('.strip a').first().focus()
      await expect.poll(isOpen).toBe(false)
      await page.close()
    },
  )
})

describe('by keyboard', () => {
  it.each(worked)(
    'all of %s is reached with a visible focus, from the skip link on, and nothing moves',
    async (path, role) => {
      const { page } = await demo.open(path, { role })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      const { functions, pointerOnly, moving } = await page.evaluate(() => {
        const isSeen = (element: Element) =>
          element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })
        const reached = [
          ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
        ].filter((element) => element.tabIndex >= 0 && !element.matches(':disabled') && isSeen(element))
        reached.forEach((element, index) => {
          element.dataset.function = String(index)
        })
        const name = (element: Element) =>
          `${element.tagName}.${element.className} ${element.textContent?.slice(0, 30)}`
        const seen = [...document.querySelectorAll('body *')].filter(isSeen)
        return {
          functions: reached.map(name),
          pointerOnly: seen
            .filter((element) => getComputedStyle(element).cursor === 'pointer')
            .filter(
              (element) =>
                element.closest('a, button, summary, label, select, input, [tabindex], [role="option"]') === null,
            )
            .map(name),
          moving: seen
            .filter((element) =>
              getComputedStyle(element)
                .transitionDuration.split(', ')
                .some((time) => time !== '0s'),
            )
            .filter((element) => getComputedStyle(element).transitionProperty !== 'none')
            .map(name),
        }
      })
      expect({ pointerOnly, moving }).toEqual({ pointerOnly: [], moving: [] })

      const missing = new Set(functions.keys())
      const unseen: string[] = []
      for (let tabs = 0; tabs < functions.length + 20 && missing.size > 0; tabs += 1) {
        await page.keyboard.press('Tab')
        const index = Number(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.function ?? -1))
        if (missing.delete(index) && !(await hasVisibleFocus(page))) unseen.push(functions[index] ?? '')
        // A page that is a form begins in its first field.
        if (tabs === 0 && path !== '/sign-in')
          expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
      }
      expect({ missing: [...missing].map((index) => functions[index]), unseen }).toEqual({ missing: [], unseen: [] })

      await page.locator('.skip').focus()
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
      await page.close()
    },
  )
})
