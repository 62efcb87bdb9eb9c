import { useCallback, useSyncExternalStore } from 'react'

/** Whether the page is as narrow as a phone: below this width it has one column. Paper never is. */
export const useIsPhone = () => useMedia('screen and (max-width: 720px)')

/** Whether the page has its full width of 1376 px, give or take a scroll bar. */
export const useIsWide = () => useMedia('screen and (min-width: 1400px)')

/** Whether the page has room for a drawing with words beside it, if not for the widest one. */
export const useIsLaptop = () => useMedia('screen and (min-width: 1240px)')

/** Whether the system asks for dark pages. */
export const useIsDark = () => useMedia('(prefers-color-scheme: dark)')

/** Whether a media query holds; the component is drawn again when that changes. */
function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

let isPrinting = false

/** Whether the page is being printed. A browser counts the sheets right after `beforeprint`, before it says that its medium is paper. */
export const useIsPaper = () => useSyncExternalStore(onPaperChange, () => isPrinting || paper().matches)

const paper = () => window.matchMedia('print')

function onPaperChange(listener: () => void): () => void {
  const started = () => {
    isPrinting = true
    listener()
  }
  const ended = () => {
    isPrinting = false
    listener()
  }
  const media = paper()
  window.addEventListener('beforeprint', started)
  window.addEventListener('afterprint', ended)
  media.addEventListener('change', listener)
  return () => {
    window.removeEventListener('beforeprint', started)
    window.removeEventListener('afterprint', ended)
    media.removeEventListener('change', listener)
  }
}
