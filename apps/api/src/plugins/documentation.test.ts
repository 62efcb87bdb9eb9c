import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { contracts } from '../contracts.ts'

let whole: WholeApp
beforeAll(async () => {
  whole = await wholeApp({ people: false })
})
afterAll(() => whole.close())

describe('the description of the API', () => {
  it('holds every address of the contract, and no other', async () => {
    const { body } = await whole.nobody.get('/openapi.json')
    const described = Object.entries<Record<string, object>>(body.paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
    )
    const contracted = contracts.map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(described.sort()).toEqual(contracted.sort())
  })

  it('is shown as a page that runs no script of its own inside', async () => {
    const page = await whole.nobody.get('/docs')
    expect(page.headers['content-type']).toContain('text/html')
    for (const [, attributes, inside] of page.text.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
      expect(attributes).toContain('src=')
      expect(inside?.trim()).toBe('')
    }
    const script = /src="([^"]*swagger-initializer\.js)"/.exec(page.text)?.[1] ?? ''
    const url = new URL(script, 'http://x/docs').pathname
    expect((await whole.nobody.get(url)).status).toBe(200)
  })
})
