import type { LagReason, ProgressEntry } from '@xushi/contract'
import { ownMemory } from '../session/own-memory.ts'

/** What was typed into a cell. 滞后原因 is part of the submission, so until then it stands only here. */
export type Typed = {
  readonly text: string
  readonly absence: NonNullable<ProgressEntry['absence']> | null
  readonly note: string
  readonly lag?: LagReason | undefined
}

export type TypedMemory = ReturnType<typeof typedMemory>

/** What an account typed into cells and has not saved. */
export function typedMemory(account: string) {
  const memory = ownMemory(account)
  const placeOf = (cell: string) => `cell ${cell}`
  const before = (cell: string): Typed | null => {
    const kept = memory.recall(placeOf(cell))
    return isTyped(kept) ? kept : null
  }
  return {
    before,
    remember: (cell: string, typed: Typed, saved: Typed): void => {
      const isSame =
        typed.text === saved.text &&
        typed.absence === saved.absence &&
        typed.note === saved.note &&
        typed.lag === undefined
      if (isSame) memory.forget(placeOf(cell))
      else memory.remember(placeOf(cell), typed)
    },
    /** @param lag what is handed in later and stays until then */
    forget: (cell: string, lag?: LagReason): void => {
      const kept = before(cell)
      if (lag === undefined || kept === null) memory.forget(placeOf(cell))
      else memory.remember(placeOf(cell), { ...kept, lag })
    },
  }
}

function isTyped(value: unknown): value is Typed {
  return typeof value === 'object' && value !== null && 'text' in value && 'absence' in value && 'note' in value
}
