import { useEffect, useSyncExternalStore } from 'react'
import { onceIdle } from './idle.ts'

/**
 * Code that a page does not need at first: loaded as soon as it is wanted, or else once the browser has nothing to do, so that it is
 * there when somebody asks, also where the connection is lost in between. Unlike `lazy` of React, code that is there is drawn at once.
 *
 * @returns a hook that gives the code, null until it is there; it throws where wanted code could not be loaded, like a page that could not
 */
export function laterCode<Code>(load: () => Promise<Code>): (isWanted: boolean) => Code | null {
  let state: { readonly code: Code | null; readonly failure: unknown } = { code: null, failure: null }
  let isAsked = false
  const listeners = new Set<() => void>()
  const become = (next: typeof state) => {
    state = next
    for (const listener of listeners) listener()
  }
  const ask = () => {
    if (isAsked) return
    isAsked = true
    load().then(
      (code) => become({ code, failure: null }),
      (failure: unknown) => {
        isAsked = false
        become({ code: null, failure })
      },
    )
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return (isWanted) => {
    const { code, failure } = useSyncExternalStore(subscribe, () => state)
    useEffect(() => {
      if (!isWanted) return onceIdle(ask)
      ask()
      return undefined
    }, [isWanted])
    if (isWanted && code === null && failure !== null) throw failure
    return code
  }
}
