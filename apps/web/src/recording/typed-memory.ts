import type { LagReason, ProgressEntry } from '@xushi/contract'

/** What was typed into a cell. 滞后原因 is part of the submission, so until then it stands only here. */
export type Typed = {
  readonly text: string
  readonly absence: NonNullable<ProgressEntry['absence']> | null
  readonly note: string
  readonly lag?: LagReason | undefined
}

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
  const isSame =
    typed.text === saved.text && typed.absence === saved.absence && typed.note === saved.note && typed.lag === undefined
  if (isSame) forgetTyped(cell)
  else sessionStorage.setItem(prefix + cell, JSON.stringify(typed))
}

/** @param lag what is handed in later and stays until then */
export function forgetTyped(cell: string, lag?: LagReason): void {
  if (lag === undefined) sessionStorage.removeItem(prefix + cell)
  else {
    const kept = typedBefore(cell)
    if (kept !== null) sessionStorage.setItem(prefix + cell, JSON.stringify({ ...kept, lag }))
  }
}

function isTyped(value: unknown): value is Typed {
  return typeof value === 'object' && value !== null && 'text' in value && 'absence' in value && 'note' in value
}
