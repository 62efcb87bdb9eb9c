import type { Typed } from './entry-form.tsx'

const prefix = 'xushi.typed '

/**
 * What was typed and not yet saved, kept in this window until it is: a dropped connection, a reload or an expired session loses
 * nothing. Session storage ends with the window, so that nothing stays on a shared machine.
 */
export function typedBefore(cell: string): Typed | null {
  const text = sessionStorage.getItem(prefix + cell)
  if (text === null) return null
  const kept: unknown = JSON.parse(text)
  return isTyped(kept) ? kept : null
}

export function rememberTyped(cell: string, typed: Typed, saved: Typed): void {
  const isSame = typed.text === saved.text && typed.absence === saved.absence && typed.note === saved.note
  if (isSame) forgetTyped(cell)
  else sessionStorage.setItem(prefix + cell, JSON.stringify(typed))
}

export function forgetTyped(cell: string): void {
  sessionStorage.removeItem(prefix + cell)
}

function isTyped(value: unknown): value is Typed {
  return typeof value === 'object' && value !== null && 'text' in value && 'absence' in value && 'note' in value
}
