import type { QueryClient } from '@tanstack/react-query'
import { spaceFont, spaceRanges } from './space-font.ts'

/**
 * Loads the font that the product brings along, once the first page stands. It is last in the font stack: a system with a Chinese font
 * of its own never fetches a piece of it, and on one without, its pieces may not hold up the figures.
 */
export function loadFontsAfter(client: QueryClient): void {
  holdWidths()
  const stop = client.getQueryCache().subscribe(({ type }) => {
    if (type !== 'updated' || client.isFetching() > 0) return
    stop()
    if (document.readyState === 'complete') load()
    else window.addEventListener('load', load, { once: true })
  })
}

/** When nothing else is left to do: what came last is still to be drawn. */
const load = () => requestIdleCallback(() => void import('./fonts.ts'), { timeout: 5000 })

/** Pieces come in several batches: after so long without another one, all that the page shows are there or did not come. */
const quietMilliseconds = 5000

/**
 * Until the pieces of the own font are there, their characters are blank and as wide as they will be. Once no more come, the system draws
 * what no piece has.
 */
function holdWidths(): void {
  const space = new FontFace('Xushi Space', spaceFont(spaceRanges), { weight: '100 900' })
  const { fonts } = document
  fonts.add(space)
  let quiet: ReturnType<typeof setTimeout> | undefined
  fonts.addEventListener('loading', () => clearTimeout(quiet))
  fonts.addEventListener('loadingdone', ({ fontfaces }) => {
    if (fontfaces.every(({ family }) => family === space.family)) return
    clearTimeout(quiet)
    quiet = setTimeout(() => fonts.delete(space), quietMilliseconds)
  })
}
