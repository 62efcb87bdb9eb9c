import { type Browser, launchBrowser, type RunningProduct } from '@xushi/testkit'
import { startBarePage } from './bare-page-server.ts'
import type { BenchRow } from './bench-row.ts'
import { median } from './median.ts'
import { type Profile, type Visit, type Visited, visit } from './page-visit.ts'

const rounds = 5
const allowedBytes = 250_000

const profiles: readonly Profile[] = [
  { name: 'nothing held back', network: null, slowness: 1 },
  { name: '1.6 Mbit/s, 150 ms, CPU/4', network: { bytesPerSecond: 200_000, latency: 150 }, slowness: 4 },
]

/** Overview and indicator page, signed in, each with an empty cache, against a bare page of 12 Recharts charts. Medians of alternating visits. */
export async function pageJob(product: RunningProduct): Promise<readonly BenchRow[]> {
  const cookie = await product.cookieOf('approver')
  const [browser, bare] = [await launchBrowser(), await startBarePage()]
  const drawn = '.recharts-surface path'
  const theirs = { url: bare.address, cookie: null, selector: '.recharts-line-curve', count: 24 }
  const pages = [
    { name: 'overview', url: `${product.address}/?on=2020-10-29`, cookie, selector: '.tree .row svg', count: 12 },
    {
      name: 'indicator page',
      url: `${product.address}/indicators/identifier-registrations?on=2020-10-29`,
      cookie,
      selector: drawn,
      count: 1,
    },
  ]
  try {
    const rows: BenchRow[] = []
    for (const profile of profiles) {
      for (const page of pages) rows.push(...(await compared(browser, page, theirs, profile)))
    }
    return rows
  } finally {
    await browser.close()
    await bare.close()
  }
}

/** Ours and the bare page by turns, so that what else the machine does meets both. */
async function compared(
  browser: Browser,
  page: Visited & { readonly name: string },
  bare: Visited,
  profile: Profile,
): Promise<readonly BenchRow[]> {
  const ours: Visit[] = []
  const theirs: Visit[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await visit(browser, page, profile))
    theirs.push(await visit(browser, bare, profile))
  }
  const middle = (visits: readonly Visit[], part: keyof Visit) => median(visits.map((one) => one[part]))
  const [bytes, bareBytes] = [middle(ours, 'bytes'), middle(theirs, 'bytes')]
  const [painted, barePainted] = [middle(ours, 'painted'), middle(theirs, 'painted')]
  const shift = Math.max(...ours.map((one) => one.shift))
  const still = await visit(browser, { ...page, hasOwnFont: true }, profile)
  const job = `${page.name}, ${profile.name}`
  const fonts = `${kilobytes(middle(ours, 'fontBytes'))} of fonts beside them`
  return [
    {
      job: `${job}: painted`,
      ours: `${painted.toFixed(0)} ms; layout shift ${still.shift.toFixed(3)}, where the fonts come from here ${shift.toFixed(3)}`,
      against: `a bare page of 12 Recharts charts: ${barePainted.toFixed(0)} ms`,
      ratio: painted / barePainted,
      reach: 'at most 1.5; shift 0',
    },
    {
      job: `${job}: loaded until painted`,
      ours: `${kilobytes(bytes)} (${fonts})`,
      against: `allowed ${kilobytes(allowedBytes)}; the bare page ${kilobytes(bareBytes)}`,
      ratio: bytes / allowedBytes,
      reach: 'at most 1',
    },
  ]
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
