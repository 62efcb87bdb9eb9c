import { type AnyRoute, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Loads the code of the pages that the bar leads to, once the page that is shown is painted and the browser has nothing to do. */
export function usePagesAhead(pages: readonly string[]): void {
  const router = useRouter()
  const asked = pages.join(' ')
  useEffect(() => {
    if (asked === '' || !navigator.onLine) return
    const routes: Readonly<Record<string, AnyRoute>> = router.routesByPath
    const load = () => {
      for (const page of asked.split(' ')) {
        const route = routes[page]
        if (route !== undefined) void router.loadRouteChunk(route)
      }
    }
    // Not every browser tells when it is idle.
    const whenIdle = 'requestIdleCallback' in window ? requestIdleCallback : (run: () => void) => setTimeout(run, 0)
    const timer = setTimeout(() => whenIdle(load), 1_500)
    return () => clearTimeout(timer)
  }, [router, asked])
}
