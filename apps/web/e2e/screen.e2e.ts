import {
  accessibilityProblems,
  type Browser,
  type BrowserContext,
  demonstrationAccount,
  launchBrowser,
  type Page,
  type RunningProduct,
  startProduct,
} from '@xushi/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

/** The wall, from the making of its token to the end of it, in a real browser. */
const wall = { width: 1920, height: 1080 }

let product: RunningProduct
let browser: Browser
const contexts: BrowserContext[] = []

beforeAll(async () => {
  product = await startProduct({ XUSHI_DEMO: '1' })
  browser = await launchBrowser()
})
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})
afterAll(async () => {
  await browser.close()
  await product.remove()
})

async function contextOf(viewport: { width: number; height: number }): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport })
  contexts.push(context)
  return context
}

async function signedIn(role: string): Promise<Page> {
  const context = await contextOf({ width: 1440, height: 900 })
  const { username, password } = await demonstrationAccount(product.home, role)
  await context.request.post(`${product.address}/api/session`, {
    data: { username, password },
    headers: { origin: product.address },
  })
  return context.newPage()
}

type Made = { readonly id: string; readonly token: string }

async function token(region?: string): Promise<Made> {
  const response = await fetch(`${product.address}/api/tokens`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: product.address,
      cookie: await product.cookieOf('programme-manager'),
    },
    body: JSON.stringify({ name: '大厅', programme: 'miit-2020-8', days: 30, ...(region !== undefined && { region }) }),
  })
  const made: { display: { id: string }; token: string } = await response.json()
  return { id: made.display.id, token: made.token }
}

async function opened(query: string, { token: secret }: Made, viewport = wall): Promise<Page> {
  const page = await (await contextOf(viewport)).newPage()
  await page.goto(`${product.address}/screen${query}#token=${secret}`)
  await page.locator('.screen-face').waitFor()
  await page.locator('.screen-live').waitFor()
  return page
}

describe('the page of display tokens', () => {
  it('makes one whose address signs a wall in, lists it as seen, and revokes it after asking', async () => {
    const manager = await signedIn('programme-manager')
    await manager.goto(`${product.address}/displays`)
    await manager.getByRole('button', { name: '新建显示令牌' }).click()
    await manager.getByLabel('名称').fill('一楼大厅')
    await manager.getByRole('button', { name: '新建', exact: true }).click()
    const address = (await manager.locator('.display-address code').textContent()) ?? ''
    expect(address).toMatch(/\/screen#token=[\w-]{43}$/)
    expect(await accessibilityProblems(manager)).toEqual([])

    const page = await (await contextOf(wall)).newPage()
    await page.goto(address)
    await page.locator('.screen-face').waitFor()
    expect(page.url()).not.toContain('token')
    await page.reload()
    await page.locator('.screen-face').waitFor()

    await manager.getByRole('button', { name: '撤销' }).click()
    await manager.locator('.ant-popconfirm').getByRole('button', { name: '撤销', exact: true }).click()
    await manager.locator('td', { hasText: '已撤销' }).waitFor()
    await page.getByRole('heading', { name: '这块屏没有可用的显示令牌' }).waitFor()
    expect(await page.locator('.screen-face').count()).toBe(0)
  })

  it('is not for others', async () => {
    const recorder = await signedIn('recorder')
    await recorder.goto(`${product.address}/displays`)
    await recorder.getByText('您的角色不管理显示令牌').waitFor()
  })
})

describe('the wall', () => {
  it.each([
    { width: 1920, height: 1080, scale: 1 },
    { width: 1366, height: 768, scale: 768 / 1080 },
    { width: 3840, height: 2160, scale: 2 },
    { width: 1920, height: 1200, scale: 1 },
  ])('fits $width x $height without scrolling, in its own proportions', async ({ width, height, scale }) => {
    const page = await opened('?on=2020-10-29', await token(), { width, height })
    const { scrollWidth, scrollHeight } = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return { scrollWidth, scrollHeight }
    })
    expect([scrollWidth, scrollHeight]).toEqual([width, height])
    const box = await page.locator('.screen-stage').boundingBox()
    expect(box?.width).toBeCloseTo(1920 * scale, 0)
    expect(box?.height).toBeCloseTo(1080 * scale, 0)
    expect((box?.x ?? 0) * 2 + (box?.width ?? 0)).toBeCloseTo(width, 0)
    expect(await page.locator('.screen-row:not(.screen-row-head)').count()).toBeLessThanOrEqual(10)
  })

  it.each(['?on=2020-10-29', '?on=2020-10-29&lang=en', '?on=2022-12-31&theme=light', '?on=2022-12-31&lang=en'])(
    'keeps everything within the stage, and is accessible: %s',
    async (query) => {
      const page = await opened(query, await token())
      const outside = await page.locator('.screen-face').evaluate((face) =>
        [...face.querySelectorAll('.screen-row > *, h1, h2, p, li, footer > *, .screen-face > *')]
          .filter(
            (part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).textOverflow !== 'ellipsis',
          )
          .filter((part) => part.clientWidth > 0 && getComputedStyle(part).display !== 'inline')
          .map((part) => `${part.className} ${part.textContent}`),
      )
      expect(outside).toEqual([])
      expect(await accessibilityProblems(page)).toEqual([])
    },
  )

  it('shows a display of one region that region alone', async () => {
    const page = await opened('?on=2020-12-31', await token('320000'))
    expect(await page.locator('h1').textContent()).toContain('江苏')
    await page.locator('.screen-only').waitFor()
    await page.goto(`${product.address}/screen?region=330000`)
    await page.getByRole('heading', { name: '超出显示令牌的范围' }).waitFor()
  })

  it('says what to do with a token that is none', async () => {
    const page = await (await contextOf(wall)).newPage()
    await page.goto(`${product.address}/screen#token=${'a'.repeat(43)}`)
    await page.getByText('请业务主管在“显示令牌”页新建一个').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('moves with an approval, without being touched', async () => {
    const page = await opened('?on=2020-12-31', await token('320000'))
    const row = page.locator('.screen-row', { hasText: 'T07' })
    const before = await row.locator('.screen-actual').textContent()
    await approve()
    await page.waitForFunction(
      ([text]) =>
        [...document.querySelectorAll('.screen-row')]
          .find((one) => one.textContent?.includes('T07'))
          ?.querySelector('.screen-actual')?.textContent !== text,
      [before],
    )
    expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1)
  })

  it('says that the connection is lost with the time of its figures, and recovers by itself', async () => {
    const page = await opened('?on=2020-10-29', await token())
    await page.context().setOffline(true)
    const lost = page.locator('.screen-lost')
    await lost.waitFor()
    expect(await lost.textContent()).toMatch(/连接已断 数据为\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}取得/)
    expect(await page.locator('.screen-stage').getAttribute('data-lost')).toBe('true')
    expect(await page.locator('.screen-row', { hasText: 'T06' }).textContent()).toContain('75')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().setOffline(false)
    await page.locator('.screen-live').waitFor()
    expect(await page.locator('.screen-stage').getAttribute('data-lost')).toBe('false')
  })
})

/** A figure of Jiangsu goes from its recorder to its approver. */
async function approve(): Promise<void> {
  const ask = async (role: string, path: string, body: object) => {
    const headers = {
      'content-type': 'application/json',
      origin: product.address,
      cookie: await product.cookieOf(role),
    }
    const response = await fetch(`${product.address}/api/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    expect(response.status).toBeLessThan(300)
    const { id, version }: { id: string; version: number } = await response.json()
    return { id, version }
  }
  const entry = { region: '320000', period: '2020-12', value: 31_000_000 }
  const draft = await ask('regional-recorder', 'indicators/identifier-registrations/progress-entries', entry)
  const submitted = await ask('regional-recorder', `progress-entries/${draft.id}/submission`, {
    version: draft.version,
  })
  const path = `progress-entries/${draft.id}`
  const cookie = await product.cookieOf('approver')
  const shown = await fetch(`${product.address}/api/${path}`, { headers: { cookie } })
  const { digest }: { digest: string } = await shown.json()
  await ask('approver', `${path}/approval`, { version: submitted.version, digest })
}
