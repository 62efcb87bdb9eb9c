import {
  accessibilityProblems,
  type Browser,
  demonstrationAccount,
  launchBrowser,
  type Page,
  type RunningProduct,
  startProduct,
} from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const words = {
  zh: {
    open: '百100个，其中推荐14个；千至少905个，其中推荐9个；十名额10个，尚未发布。',
    published: /十名额10个，已发布10个。/,
    table: '表：23个候选',
    rule: '十、百、千不相加',
    signIn: '登录后可见台账数和候选。',
    empty: /未报送/,
    put: '百中推荐14个，占其14.0%',
  },
  en: {
    open: 'Hundred: 100, 14 of them put forward; Thousand: at least 905, 9 of them put forward; Ten: 10 places, not published yet.',
    published: /Ten: 10 of 10 places published\./,
    table: 'Table: 23 candidates',
    rule: 'Ten, Hundred, Thousand are never added up',
    signIn: 'Sign in to see what the registers count, and the candidates.',
    empty: /No data/,
    put: '14 put forward from Hundred, 14.0% of them',
  },
} as const

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

type View = { readonly role?: string; readonly width?: number }

async function opened(path: string, { role = '', width = 1440 }: View = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  if (role !== '') {
    const { username, password } = await demonstrationAccount(product.home, role)
    const data = { username, password }
    await context.request.post(`${product.address}/api/session`, { data, headers: { origin: product.address } })
  }
  const page = await context.newPage()
  await page.goto(product.address + path)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

describe.each(['zh', 'en'] as const)('十百千 and 512, in %s', (language) => {
  const says = words[language]
  const at = (on: string) => `/groups?on=${on}${language === 'en' ? '&lang=en' : ''}`

  it('are two sources and ten seats that nobody has before publication, and never a sum', async () => {
    const page = await opened(at('2020-10-29'), { role: 'approver' })
    await page.getByText(says.open).waitFor()
    await page.getByText(says.rule).waitFor()
    expect(await page.locator('.seat').count()).toBe(10)
    expect(await page.locator('.seat-taken').count()).toBe(0)
    expect(await page.locator('.ribbons path[fill="var(--actual-soft)"]').count()).toBe(2)
    expect(await page.locator('main').textContent()).not.toMatch(/1,?005|1,?015|1,?11[01]/)
    await page.context().close()
  })

  it('have their names and links from the day of publication', async () => {
    const page = await opened(at('2020-12-31'), { role: 'auditor' })
    await page.getByText(says.published).waitFor()
    expect(await page.locator('.seat-taken a').count()).toBe(10)
    await page.locator('summary', { hasText: says.table }).click()
    await page.locator('.chart-table tbody a').first().click()
    await page.waitForURL(/\/cases\//)
    await page.context().close()
  })

  it('show the three numbers of 512 side by side, unknown as absent', async () => {
    const page = await opened(at('2020-10-29'), { role: 'approver' })
    const counts = page.locator('.side-by-side > li')
    expect(await counts.count()).toBe(3)
    expect(await counts.filter({ hasText: says.empty }).count()).toBe(3)
    expect(await counts.locator('.key-figure').count()).toBe(0)
    await page.context().close()
  })

  it('say on a phone in words what the ribbons draw, without being pushed sideways', async () => {
    const page = await opened(at('2020-10-29'), { role: 'approver', width: 390 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect(await page.locator('.flow-folded', { hasText: says.put }).isVisible()).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })

  it('keep on paper their ribbons, their candidates and who was chosen, at the size of the page', async () => {
    const page = await opened(at('2020-12-31'), { role: 'approver' })
    // A browser counts its sheets after this and before it says that its medium is paper.
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(await page.locator('.ribbons').evaluate((one) => one.getBoundingClientRect().width)).toBeLessThan(726)
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 726, height: 1000 })
    expect(await page.locator('.ribbons path[fill="var(--actual-soft)"]').count()).toBe(4)
    expect(await page.locator('.ribbon-head').isVisible()).toBe(true)
    expect(await page.locator('.seat-taken').count()).toBe(10)
    expect(await page.locator('.choice-table tbody tr').filter({ visible: true }).count()).toBe(23)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(726)
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 1440, height: 900 })
    await expect.poll(() => page.locator('.choice-table tbody tr').filter({ visible: true }).count()).toBe(0)
    await page.context().close()
  })

  it.each([1440, 1280])('let no words lie on other words at %s', async (width) => {
    for (const day of ['2020-10-29', '2020-12-31']) {
      const page = await opened(at(day), { role: 'approver', width })
      const overlaps = await page.evaluate(`(() => {
        const walker = document.createTreeWalker(document.querySelector('.flow-columns'), NodeFilter.SHOW_TEXT)
        const texts = []
        while (walker.nextNode()) {
          const { parentElement } = walker.currentNode
          if (parentElement.closest('.visually-hidden') !== null) continue
          const range = document.createRange()
          range.selectNode(walker.currentNode)
          texts.push({ said: walker.currentNode.data, of: parentElement.closest('p, li, h3'), box: range.getBoundingClientRect() })
        }
        const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
        return texts.flatMap((a, at) =>
          texts.slice(at + 1).filter((b) => a.of !== b.of && meet(a.box, b.box)).map((b) => a.said + ' | ' + b.said),
        )
      })()`)
      expect(overlaps).toEqual([])
      await page.context().close()
    }
  })

  it('tell somebody without an account the targets alone', async () => {
    const page = await opened(at('2020-10-29'))
    await page.getByText(says.signIn).waitFor()
    expect(await page.locator('.status').count()).toBe(0)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })
})
