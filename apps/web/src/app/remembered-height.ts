import { type CSSProperties, type RefObject, useLayoutEffect, useRef } from 'react'

const heights = new Map<string, number>()

/** Lines break otherwise at another width. */
const keyOf = (part: string) => `${window.innerWidth} ${part}`

/**
 * For a part that costs no layout while it is out of sight (`content-visibility: auto`) and has a guessed height until it is drawn. Who
 * comes back to a page finds it as high as it was left: over guessed heights the place that was left would lie somewhere else.
 *
 * @param part name of the part and of all that changes its height
 */
export function useRememberedHeight<Part extends HTMLElement>(
  part: string,
): { readonly ref: RefObject<Part | null>; readonly style: CSSProperties } {
  const ref = useRef<Part>(null)
  const height = heights.get(keyOf(part))
  useLayoutEffect(() => {
    const element = ref.current
    return () => {
      if (element !== null) heights.set(keyOf(part), element.getBoundingClientRect().height)
    }
  }, [part])
  return { ref, style: height === undefined ? {} : { containIntrinsicBlockSize: `auto ${height}px` } }
}
