import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pagePreloads } from './page-preloads.ts'

const manifest = {
  'index.html': { file: 'assets/index-1.js', imports: ['_frame-2.js'] },
  '_frame-2.js': { file: 'assets/frame-2.js', css: ['assets/frame-3.css'] },
  'src/overview/overview.page.tsx': {
    file: 'assets/overview-4.js',
    css: ['assets/overview-5.css'],
    imports: ['_frame-2.js', '_summary-6.js'],
  },
  '_summary-6.js': { file: 'assets/summary-6.js', imports: ['_frame-2.js'] },
  'src/indicator/indicator.page.tsx': { file: 'assets/indicator-7.js', imports: ['_frame-2.js'] },
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'xushi-preloads-'))
  await mkdir(path.join(folder, '.vite'))
  await writeFile(path.join(folder, '.vite/manifest.json'), JSON.stringify(manifest))
})
afterAll(() => rm(folder, { recursive: true }))

const linksOf = (url: string) => pagePreloads(folder)(url, 'miit-2020-8')?.split(', ')

describe('what a page lets the browser fetch ahead', () => {
  it('is its figures, what the bar asks for, and its own files without those that every page loads', () => {
    expect(linksOf('/?on=2020-10-29')).toEqual([
      '</api/programmes/miit-2020-8/dashboard?on=2020-10-29>; rel=preload; as=fetch; crossorigin',
      '</api/session>; rel=preload; as=fetch; crossorigin',
      '</api/installation>; rel=preload; as=fetch; crossorigin',
      '</assets/overview-5.css>; rel=preload; as=style',
      '</assets/overview-4.js>; rel=modulepreload',
      '</assets/summary-6.js>; rel=modulepreload',
    ])
  })

  it('is named by what the address of an indicator page names', () => {
    expect(linksOf('/indicators/secondary-nodes')).toEqual([
      '</api/indicators/secondary-nodes>; rel=preload; as=fetch; crossorigin',
      '</api/session>; rel=preload; as=fetch; crossorigin',
      '</api/installation>; rel=preload; as=fetch; crossorigin',
      '</assets/indicator-7.js>; rel=modulepreload',
    ])
  })

  it.each(['/?knownAt=2020-01-01', '/?on=2020-10-29&lang=en', '/?on=%3E%3B%20rel=x', '/?on=2020-10-29>'])(
    'has no figures where the address says anything but a date: %s',
    (url) => {
      expect(linksOf(url)?.filter((link) => link.includes('dashboard') || link.includes('rel=x'))).toEqual([])
    },
  )

  it('has no figures before a programme is known', () => {
    expect(pagePreloads(folder)('/', undefined)).not.toContain('dashboard')
  })

  it.each(['/sign-in', '/indicators/%3E', '/assets/index-1.js', '/api/session'])('is nothing for %s', (url) => {
    expect(linksOf(url)).toBeUndefined()
  })

  it('is nothing where there is no manifest', () => {
    expect(pagePreloads(path.join(folder, '.vite'))('/', 'miit-2020-8')).toBeUndefined()
  })
})
