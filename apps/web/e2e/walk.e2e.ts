import { readFile } from 'node:fs/promises'
import {
  type Account,
  type Browser,
  firstPerson,
  launchBrowser,
  type OpenedPage,
  type PageOpener,
  pageOpener,
  type RunningProduct,
  startProduct,
} from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hand, keyboard, mouse } from './hands.ts'
import { rawTexts } from './raw-texts.ts'

/*
 * From the overview to the file, as an official goes: the target that is late, the region that is behind it, what the clause
 * says and how it is read, how the figure came to be, and the entries to take away.
 */
const target = '/indicators/monitored-platforms'
const hands: Readonly<Record<string, Hand>> = { mouse, keyboard }
const language = { zh: '', en: '&lang=en' } as const

type Way = { readonly words: 'zh' | 'en'; readonly by: string; readonly width: number; readonly pixels?: number }

const ways: readonly Way[] = [
  ...(['zh', 'en'] as const).flatMap((words) =>
    ['mouse', 'keyboard'].flatMap((by) => [1440, 390].map((width) => ({ words, by, width }))),
  ),
  // A zoom of 200 % on a window of 1440.
  { words: 'zh', by: 'keyboard', width: 720, pixels: 2 },
  { words: 'en', by: 'mouse', width: 720, pixels: 2 },
]

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})

/** Goes the way and gives the addresses it led over, and the lines of the file at its end. */
async function walked(
  { page, settled }: OpenedPage,
  choose: Hand,
  toRegion: readonly string[],
  toFile: readonly string[] = [],
) {
  const seen: { address: string; heading: string | null; raw: readonly string[] }[] = []
  const arrived = async (address: RegExp) => {
    await page.waitForURL(address)
    await settled()
    seen.push({ address: page.url(), heading: await page.locator('h1').textContent(), raw: await rawTexts(page) })
  }
  await arrived(/\/\?/)
  await choose(page, `.attention a[href^="${target}"]`)
  await arrived(/monitored-platforms\?/)
  for (const step of toRegion) {
    await choose(page, step)
    await settled()
  }
  await arrived(/\/regions\/\d{6}/)
  await choose(page, `.region-indicators a[href^="${target}"]`)
  await arrived(/monitored-platforms\?/)
  expect(await page.locator('.clause q u').count()).toBeGreaterThan(0)
  await choose(page, '.clause a[href^="#reading"]')
  await page.locator('.reading:target').waitFor()
  await choose(page, `a[href^="${target}/derivation"]`)
  await arrived(/\/derivation/)
  for (const step of toFile) {
    await choose(page, step)
    await settled()
  }
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, 'a[download][href*="format=csv"]')])
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
  return { seen, lines }
}

describe('with demonstration data, from the overview to the file', () => {
  let product: RunningProduct
  let opener: PageOpener
  beforeAll(async () => {
    product = await startProduct({ XUSHI_DEMO: '1' })
    opener = pageOpener(browser, product)
  })
  afterAll(async () => {
    await opener.close()
    await product.remove()
  })

  it.each(ways)('in $words by $by at $width', async ({ words, by, ...view }) => {
    const opened = await opener.open(`/?on=2020-10-29${language[words]}`, { role: 'approver', ...view })
    const { seen, lines } = await walked(opened, hands[by] ?? mouse, ['.region-list a[href^="/regions/320000"]'])
    expect(seen.flatMap(({ raw }) => raw)).toEqual([])
    expect(seen.map(({ address }) => new URL(address).searchParams.get('on'))).toEqual(Array(5).fill('2020-10-29'))
    expect(new Set(seen.map(({ heading }) => heading)).size).toBe(4)
    expect(await opened.page.locator('html').getAttribute('lang')).toBe(words === 'zh' ? 'zh-CN' : 'en')
    expect(lines.length).toBeGreaterThan(60)
    expect(opened.complaints).toEqual([])
    await opened.page.close()
  })

  it.each(['zh', 'en'] as const)('on paper, in %s', async (words) => {
    for (const path of ['/', target, '/regions/320000', `${target}/derivation`]) {
      const { page, settled } = await opener.open(`${path}?on=2020-10-29${language[words]}`, { role: 'approver' })
      const paper = await page.pdf({ format: 'A4' })
      expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(0)
      // A4 less its margins, as the browser prints.
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 718, height: 1000 })
      await settled()
      expect(await page.locator('h1').isVisible()).toBe(true)
      expect(await page.locator('nav >> visible=true').count()).toBe(0)
      expect(await page.locator('main :is(button, select, input).button >> visible=true').allTextContents()).toEqual([])
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('main svg, main table, main p, main li')]
          .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.visually-hidden'))
          .map((part) => part.textContent?.slice(0, 40)),
      )
      expect(cut, path).toEqual([])
      await page.close()
    }
  })
})

describe('with an empty store, from the overview to a file that has its header alone', () => {
  let product: RunningProduct
  let opener: PageOpener
  let approver: Account
  beforeAll(async () => {
    product = await startProduct()
    const unit = 'department-xinguan'
    approver = await firstPerson(product, { username: 'chen', displayName: '陈审', role: 'approver', unit })
    opener = pageOpener(browser, product)
  })
  afterAll(async () => {
    await opener.close()
    await product.remove()
  })

  // Nothing was reported, so no list names a region: the way leads over the map of tiles.
  const tiles = 'nav a[href^="/regions"]'
  it.each([
    {
      words: 'zh',
      by: 'mouse',
      width: 1440,
      toRegion: [tiles, '.tile-grid [data-code="110000"]', '.regions-body a[href^="/regions/110000"]'],
    },
    { words: 'en', by: 'keyboard', width: 390, toRegion: [tiles, '.tile-grid [tabindex="0"]'] },
  ] as const)('in $words by $by at $width', async ({ words, by, width, toRegion }) => {
    const opened = await opener.open(`/?on=2020-10-29${language[words]}`, { role: approver, width })
    // No figure has an entry behind it, so the file is taken where the indicator is.
    const toFile = [`article a[href^="${target}?"]`]
    const { seen, lines } = await walked(opened, hands[by] ?? mouse, toRegion, toFile)
    expect(seen.flatMap(({ raw }) => raw)).toEqual([])
    expect(lines).toHaveLength(1)
    expect(opened.complaints).toEqual([])
    await opened.page.close()
  })
})
