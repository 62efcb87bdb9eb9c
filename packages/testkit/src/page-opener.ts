import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { RunningProduct } from './running-product.ts'
import { type Account, signInContext } from './sign-in.ts'

/** How a page is looked at; left out: nobody is signed in, 1440 wide, light. */
export type PageView = {
  /** The role of a demonstration account, or any account. */
  readonly role?: string | Account | null
  readonly width?: number
  readonly theme?: 'light' | 'dark'
  /** Pixels of the screen for one of the page; a zoom of 200 % is half the width at twice as many. */
  readonly pixels?: number
}

export type OpenedPage = {
  readonly page: Page
  /** Errors of the page and lines on its console. */
  readonly complaints: readonly string[]
  /** Waits until nothing is asked of the server and nothing on the page waits. */
  readonly settled: () => Promise<void>
}

export type PageOpener = {
  /** A page that shows nothing yet, for tests that come between it and the server. */
  readonly blank: (view?: PageView) => Promise<OpenedPage>
  readonly open: (path: string, view?: PageView) => Promise<OpenedPage>
  readonly close: () => Promise<void>
}

/** Opens pages of a product in a browser. Each role signs in once, and its pages share what the browser keeps. */
export function pageOpener(browser: Browser, product: RunningProduct): PageOpener {
  const contexts = new Map<string, Promise<BrowserContext>>()
  const contextOf = async ({ role = null, pixels = 1 }: PageView): Promise<BrowserContext> => {
    const context = await browser.newContext({ deviceScaleFactor: pixels, acceptDownloads: true })
    if (role !== null) await signInContext(context, product, role)
    return context
  }
  const kept = (view: PageView): Promise<BrowserContext> => {
    const key = JSON.stringify([view.role, view.pixels])
    const context = contexts.get(key) ?? contextOf(view)
    contexts.set(key, context)
    return context
  }
  const blank = async (view: PageView = {}): Promise<OpenedPage> => {
    const page = await (await kept(view)).newPage()
    await page.setViewportSize({ width: view.width ?? 1440, height: 900 })
    await page.emulateMedia({ colorScheme: view.theme ?? 'light' })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    return { page, complaints, settled: settling(page) }
  }
  return {
    blank,
    open: async (path, view) => {
      const opened = await blank(view)
      await opened.page.goto(product.address + path)
      await opened.page.locator('h1').first().waitFor()
      await opened.settled()
      return opened
    },
    close: async () => {
      for (const context of contexts.values()) await (await context).close()
      contexts.clear()
    },
  }
}

/** The stream of events stays open for as long as the page does. */
const isStream = (url: string) => new URL(url).pathname === '/api/events'

function settling(page: Page): () => Promise<void> {
  const asked = new Set<object>()
  page.on('request', (request) => !isStream(request.url()) && asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  const isQuiet = async () => {
    const waits = await page.evaluate(
      'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(' +
        '() => done(document.querySelector(".waiting, .chart-place") !== null)))))',
    )
    return asked.size === 0 && waits === false
  }
  return async () => {
    // Twice in a row: an answer may be followed by another question.
    for (let quiet = 0; quiet < 2; ) quiet = (await isQuiet()) ? quiet + 1 : 0
  }
}
