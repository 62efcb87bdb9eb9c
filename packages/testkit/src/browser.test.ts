import { createReadStream } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'

const font = path.dirname(fileURLToPath(import.meta.resolve('@fontsource/noto-sans-sc/400.css')))
const glyphs = ['序', '时', '　'].map((glyph, index) => `<p id="g${index}">${glyph}</p>`).join('')
const html = (head: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${head}
  <style>p { font: 64px 'PingFang SC', 'Noto Sans SC', sans-serif; width: 96px; height: 96px }</style>${glyphs}`

const pages: Readonly<Record<string, string>> = {
  '/with-font': html('<link rel="stylesheet" href="/400.css">'),
  '/without-font': html(''),
}

describe('launchBrowser', () => {
  let server: Server
  let browser: Browser
  let origin: string

  beforeAll(async () => {
    server = createServer((request, response) => {
      const page = pages[request.url ?? '']
      if (page !== undefined) response.setHeader('content-type', 'text/html').end(page)
      else if (request.url?.endsWith('.css')) serve(request.url, 'text/css')
      else serve(request.url ?? '', 'font/woff2')

      function serve(url: string, type: string) {
        response.setHeader('content-type', type)
        createReadStream(path.join(font, path.normalize(url))).pipe(response)
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    origin = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : ''
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server.close()
  })

  const picture = async (page: Page, id: string) => (await page.locator(`#${id}`).screenshot()).toString('base64')

  async function drawn(at: string) {
    const page = await browser.newPage()
    await page.goto(origin + at, { waitUntil: 'networkidle' })
    await page.evaluate('document.fonts.ready.then(() => true)')
    const [first, second, blank] = [await picture(page, 'g0'), await picture(page, 'g1'), await picture(page, 'g2')]
    await page.close()
    return { first, second, blank }
  }

  it('draws 序时 in the font that the page brings along', async () => {
    const { first, second, blank } = await drawn('/with-font')
    expect(first).not.toBe(blank)
    expect(second).not.toBe(blank)
    expect(first).not.toBe(second)
  })

  it('knows no Chinese font of the system, so a page that forgets its own is found out', async () => {
    const { first, second } = await drawn('/without-font')
    expect(first).toBe(second)
  })
})
