import type { QueryClient } from '@tanstack/react-query'

/**
 * Loads the font that the product brings along, once the first page stands. It is last in the font stack: a system with a Chinese font
 * of its own never fetches a piece of it, and on one without, its pieces may not hold up the figures.
 */
export function loadFontsAfter(client: QueryClient): void {
  const stop = client.getQueryCache().subscribe(({ type }) => {
    if (type !== 'updated' || client.isFetching() > 0) return
    stop()
    if (document.readyState === 'complete') load()
    else window.addEventListener('load', load, { once: true })
  })
}

/** When nothing else is left to do: what came last is still to be drawn. */
const load = () => requestIdleCallback(() => void import('./fonts.ts'), { timeout: 5000 })
