import { useSyncExternalStore } from 'react'

/** Below this width the page has one column. */
const phone = '(max-width: 720px)'

/** Whether the page is as narrow as a phone; the component is drawn again when that changes. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(phone).matches)
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(phone)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
