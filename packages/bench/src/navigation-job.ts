import { launchBrowser, type RunningProduct } from '@xushi/testkit'
import type { BenchRow } from './bench-row.ts'
import { median } from './median.ts'
import { freshPage, paintedAt } from './page-visit.ts'

const rounds = 15
const allowed = 100

const tree = { selector: '.tree .row svg', count: 12 }
const chart = { selector: '.indicator .recharts-surface path', count: 1 }

/** From the overview to an indicator page by its link, back and forward, on data that was seen a moment ago. Milliseconds to the frame. */
export async function navigationJob(product: RunningProduct): Promise<readonly BenchRow[]> {
  const browser = await launchBrowser()
  const visited = { url: `${product.address}/?on=2020-10-29`, cookie: await product.cookieOf('approver'), ...tree }
  try {
    const page = await freshPage(browser, visited)
    await page.goto(visited.url)
    await paintedAt(page, tree)
    /** Does something on the page and waits for the frame that shows what it leads to. */
    const spent = async (act: 'click' | 'back' | 'forward', awaited: typeof tree): Promise<number> => {
      const began = await page.evaluate((act) => {
        const now = performance.now()
        if (act === 'back') history.back()
        else if (act === 'forward') history.forward()
        else document.querySelector<HTMLElement>('.tree a[href*="/indicators/identifier-registrations"]')?.click()
        return now
      }, act)
      return (await paintedAt(page, awaited)) - began
    }
    const clicks: number[] = []
    const backs: number[] = []
    const forwards: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const click = await spent('click', chart)
      const back = await spent('back', tree)
      const forward = await spent('forward', chart)
      await spent('back', tree)
      // The first round fetches.
      if (round === 0) continue
      clicks.push(click)
      backs.push(back)
      forwards.push(forward)
    }
    const row = (job: string, values: readonly number[]): BenchRow => ({
      job,
      ours: `${median(values).toFixed(0)} ms, the slowest ${Math.max(...values).toFixed(0)} ms`,
      against: `allowed ${allowed} ms`,
      ratio: median(values) / allowed,
      reach: 'at most 1',
    })
    return [
      row('overview to indicator page, warm data, painted', clicks),
      row('back to the overview, painted', backs),
      row('forward to the indicator page, painted', forwards),
    ]
  } finally {
    await browser.close()
  }
}
