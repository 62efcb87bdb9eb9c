import { launchBrowser, type PageOpener, pageOpener, startProduct } from '@xushi/testkit'
import { afterAll, beforeAll } from 'vitest'

/** A product on demonstration data and a browser in front of it. */
export type Demonstration = Pick<PageOpener, 'open' | 'blank'> & {
  /** Where it is served. */
  readonly address: () => string
  /** A browser of somebody else, who has opened nothing yet; whoever asks for it closes it. */
  readonly another: () => PageOpener
}

/** Starts both before the tests of a file and ends both after them, also where only one of them started. */
export function demonstration(): Demonstration {
  const ends: (() => Promise<unknown>)[] = []
  let started: { readonly address: string; readonly opener: PageOpener; readonly another: () => PageOpener } | undefined
  beforeAll(async () => {
    const product = await startProduct({ XUSHI_DEMO: '1' })
    ends.unshift(() => product.remove())
    const browser = await launchBrowser()
    ends.unshift(() => browser.close())
    const another = () => pageOpener(browser, product)
    const opener = another()
    ends.unshift(() => opener.close())
    started = { address: product.address, opener, another }
  })
  afterAll(async () => {
    for (const end of ends) await end()
  })
  const running = () => {
    if (started === undefined) throw new Error('the demonstration is asked for before the first test')
    return started
  }
  return {
    address: () => running().address,
    another: () => running().another(),
    open: (path, view) => running().opener.open(path, view),
    blank: (view) => running().opener.blank(view),
  }
}
