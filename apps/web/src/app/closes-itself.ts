import type { FocusEvent, KeyboardEvent } from 'react'

/** What opens over the page closes when the focus leaves it, and by Escape, which gives the focus back to the word that opened it. */
export const closesItself = {
  onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) currentTarget.open = false
  },
  onKeyDown: (event: KeyboardEvent<HTMLDetailsElement>) => {
    const { currentTarget } = event
    if (event.key !== 'Escape' || !currentTarget.open) return
    // Of one inside another, the inner one alone.
    event.stopPropagation()
    currentTarget.open = false
    currentTarget.querySelector('summary')?.focus()
  },
}
