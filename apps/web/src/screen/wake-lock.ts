import { useEffect } from 'react'

/** Keeps the screen from going dark, where the browser can; it lets go whenever the window is hidden, so it is asked again. */
export function useWakeLock(): void {
  useEffect(() => {
    // Browsers without it, and those that refuse on battery, show the wall all the same.
    const hold = () => {
      if (document.visibilityState === 'visible' && 'wakeLock' in navigator) {
        navigator.wakeLock.request('screen').catch(() => undefined)
      }
    }
    hold()
    document.addEventListener('visibilitychange', hold)
    return () => document.removeEventListener('visibilitychange', hold)
  }, [])
}
