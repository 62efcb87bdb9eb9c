import type { Browser, Page } from '@xushi/testkit'

/** What a browser is given to work with; null where nothing is held back. */
export type Profile = {
  readonly name: string
  readonly network: { readonly bytesPerSecond: number; readonly latency: number } | null
  /** How many times slower the processor is made. */
  readonly slowness: number
}

/** What is visited: where, as whom, and what must stand on the page for it to count as painted. */
export type Visited = {
  readonly url: string
  readonly cookie: string | null
  readonly selector: string
  /** How many of it. */
  readonly count: number
  /** As on a system with a Chinese font of its own: the product's fonts are not given out. */
  readonly hasOwnFont?: boolean
}

export type Visit = {
  /** Milliseconds from the start of the navigation to the frame that shows what was waited for. */
  readonly painted: number
  /** Bytes that came over the wire until then, without fonts. */
  readonly bytes: number
  readonly fontBytes: number
  /** Cumulative layout shift until a second after. */
  readonly shift: number
}

declare global {
  interface Window {
    benchShift: number
  }
}

/** One visit with an empty cache. */
export async function visit(browser: Browser, visited: Visited, profile: Profile): Promise<Visit> {
  const page = await freshPage(browser, visited)
  try {
    const loaded = await countedBytes(page, profile)
    if (visited.hasOwnFont) await page.route('**/*.woff2', (route) => route.abort())
    await page.goto(visited.url, { waitUntil: 'commit' })
    const painted = await paintedAt(page, visited)
    const { bytes, fontBytes } = { ...loaded }
    await page.waitForTimeout(1000)
    const shift = await page.evaluate(() => window.benchShift)
    return { painted, bytes, fontBytes, shift }
  } finally {
    await page.context().close()
  }
}

/** A page in a context of its own that adds up what shifts on it. */
export async function freshPage(browser: Browser, { url, cookie }: Visited): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  if (cookie !== null) {
    const [name = '', value = ''] = cookie.split('=', 2)
    await context.addCookies([{ name, value, url: new URL(url).origin }])
  }
  await context.addInitScript(() => {
    window.benchShift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
        if (!hadRecentInput) window.benchShift += value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return context.newPage()
}

/** When the frame was drawn in which the awaited stood on the page for the first time, by the clock of the page. */
export function paintedAt(page: Page, { selector, count }: Pick<Visited, 'selector' | 'count'>): Promise<number> {
  return page.evaluate(
    ({ selector, count }) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelectorAll(selector).length < count) return requestAnimationFrame(look)
          // A task that is posted in a frame runs after that frame was drawn.
          return requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
        }
        look()
      }),
    { selector, count },
  )
}

type Loaded = { bytes: number; fontBytes: number }

/** Sets the profile of a page, and adds up what it loads as it comes over the wire: compressed, with headers. */
async function countedBytes(page: Page, { network, slowness }: Profile): Promise<Readonly<Loaded>> {
  const loaded: Loaded = { bytes: 0, fontBytes: 0 }
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  if (network !== null) {
    const { bytesPerSecond, latency } = network
    const both = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond }
    await devtools.send('Network.emulateNetworkConditions', { offline: false, latency, ...both })
  }
  const fonts = new Set<string>()
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Font') fonts.add(requestId)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    loaded[fonts.has(requestId) ? 'fontBytes' : 'bytes'] += encodedDataLength
  })
  return loaded
}
