import { launchBrowser, type RunningProduct, signInContext } from '@xushi/testkit'
import type { BenchRow } from './bench-row.ts'

const frames = 120
const frame = 1000 / 60

/** A register of thousands of cases scrolled ten rows a frame in a real browser: from the scroll to the frame that shows it. Milliseconds. */
export async function scrollJob(product: RunningProduct): Promise<BenchRow> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await signInContext(context, product, 'approver')
    const page = await context.newPage()
    await page.goto(`${product.address}/registers/local-enterprise-cases`)
    await page.locator('.cases tbody tr[aria-rowindex]').first().waitFor()
    const spent = await page.evaluate(async (count) => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const times: number[] = []
      for (let n = 0; n < count; n += 1) {
        await nextFrame()
        const began = performance.now()
        window.scrollBy(0, 400)
        await nextFrame()
        // After layout and paint of that frame, before the next one.
        await new Promise((resolve) => setTimeout(resolve))
        times.push(performance.now() - began)
      }
      return times
    }, frames)
    const sorted = spent.toSorted((a, b) => a - b)
    const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN
    return {
      job: `a register of 2,000 cases, ${frames} frames of scrolling`,
      ours: `${at(0.5).toFixed(1)} ms a frame, 95% within ${at(0.95).toFixed(1)} ms`,
      against: `a frame at 60 Hz: ${frame.toFixed(1)} ms`,
      ratio: at(0.5) / frame,
      reach: 'told, no figure set',
    }
  } finally {
    await browser.close()
  }
}
