import { type AnyRoute, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { onceIdle } from './idle.ts'

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
    return onceIdle(load)
  }, [router, asked])
}
