import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The part of the build's manifest that is read here: which file a source became, and what it needs. */
type Built = {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}
type Manifest = Readonly<Record<string, Built>>

type Page = {
  readonly address: RegExp
  readonly source: string
  /** Address of its figures, with the programme and what the address of the page named. */
  readonly figures: ((programme: string, named: string) => string) | null
}

const ofProgramme = (name: string) => (programme: string) => `/api/programmes/${programme}/${name}`

/** The pages that people open from outside: bookmarks, links in letters, the first page of the day. */
const pages: readonly Page[] = [
  { address: /^\/$/, source: 'src/overview/overview.page.tsx', figures: ofProgramme('dashboard') },
  { address: /^\/indicators$/, source: 'src/overview/indicators.page.tsx', figures: ofProgramme('dashboard') },
  {
    address: /^\/indicators\/([a-z0-9-]+)$/,
    source: 'src/indicator/indicator.page.tsx',
    figures: (_programme, indicator) => `/api/indicators/${indicator}`,
  },
  { address: /^\/groups$/, source: 'src/groups/groups.page.tsx', figures: ofProgramme('groups') },
  { address: /^\/milestones$/, source: 'src/milestones/milestones.page.tsx', figures: ofProgramme('milestones') },
  { address: /^\/regions$/, source: 'src/regions/regions.page.tsx', figures: null },
  { address: /^\/regions\/(\d{6})$/, source: 'src/regions/region.page.tsx', figures: null },
  { address: /^\/recording$/, source: 'src/recording/recording.page.tsx', figures: null },
  { address: /^\/review$/, source: 'src/review/review.page.tsx', figures: null },
]

/** What the bar of every page asks for. The programmes are named by the page itself, which is the same for all. */
const ofTheBar = ['/api/session', '/api/installation']

/** The only query with which the figures are fetched ahead: a date, as the page asks with it. Any other page fetches for itself. */
const dateOnly = /^(?:on=\d{4}-\d{2}-\d{2})?$/

/**
 * What the browser may fetch as soon as a page was asked for, before any of its code ran: the files of that page and its figures. Without
 * it each would wait for the one before, a round over the network each time.
 *
 * @param folder where the web was built, with its manifest
 * @returns the Link header (RFC 8288) for an address with its query; undefined for a page that is not among them
 */
export function pagePreloads(folder: string): (url: string, programme: string | undefined) => string | undefined {
  const file = path.join(folder, '.vite/manifest.json')
  if (!existsSync(file)) return () => undefined
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'))
  const filesOf = new Map(pages.map((page) => [page, linksTo(manifest, page.source)]))
  return (url, programme) => {
    const [address = '', query = ''] = url.split('?', 2)
    for (const page of pages) {
      const match = page.address.exec(address)
      if (match === null) continue
      const search = query === '' ? '' : `?${query}`
      const figures =
        page.figures !== null && programme !== undefined && dateOnly.test(query)
          ? [data(page.figures(programme, match[1] ?? '') + search)]
          : []
      return [...figures, ...ofTheBar.map(data), ...(filesOf.get(page) ?? [])].join(', ')
    }
    return undefined
  }
}

const data = (address: string) => `<${address}>; rel=preload; as=fetch; crossorigin`

/** The files behind a source with all that it imports, but for what the page loads anyway. */
function linksTo(manifest: Manifest, source: string): readonly string[] {
  const known = new Set(closureOf(manifest, ['index.html']))
  return closureOf(manifest, [source])
    .filter((name) => !known.has(name))
    .flatMap((name) => {
      const { file, css = [] } = manifest[name] ?? { file: '' }
      return [...css.map((style) => `</${style}>; rel=preload; as=style`), `</${file}>; rel=modulepreload`]
    })
}

function closureOf(manifest: Manifest, names: readonly string[], seen = new Set<string>()): readonly string[] {
  for (const name of names) {
    if (seen.has(name) || manifest[name] === undefined) continue
    seen.add(name)
    closureOf(manifest, manifest[name].imports ?? [], seen)
  }
  return [...seen]
}
