/** Runs once the page that is shown is painted and the browser has nothing to do; gives the way to call it off. */
export function onceIdle(run: () => void): () => void {
  // Not every browser tells when it is idle.
  const whenIdle = 'requestIdleCallback' in window ? requestIdleCallback : (later: () => void) => setTimeout(later, 0)
  const timer = setTimeout(() => whenIdle(run), 1_500)
  return () => clearTimeout(timer)
}
