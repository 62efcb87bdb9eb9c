export type StoreProblemKind =
  | 'store-read-only'
  | 'store-locked'
  | 'store-newer'
  | 'store-corrupt'
  | 'store-unreachable'
  | 'store-full'
  | 'migration-changed'
  | 'key-held-twice'

/** The store cannot be used as it stands. Thrown when it is opened (or, for `store-full`, when a write finds no room). */
export class StoreProblem extends Error {
  readonly kind: StoreProblemKind
  readonly where: string

  constructor(kind: StoreProblemKind, where: string, options: { readonly cause?: unknown } = {}) {
    super(`${kind}: ${where}`, options)
    this.name = 'StoreProblem'
    this.kind = kind
    this.where = where
  }
}

const sqliteKinds: readonly (readonly [RegExp, StoreProblemKind])[] = [
  [/^SQLITE_(READONLY|PERM|CANTOPEN|AUTH)/, 'store-read-only'],
  [/^SQLITE_(BUSY|LOCKED)/, 'store-locked'],
  [/^SQLITE_(CORRUPT|NOTADB|FORMAT)/, 'store-corrupt'],
  [/^SQLITE_(FULL|IOERR)/, 'store-full'],
]

/** Gives SQLite's own error codes the store's names; anything else is passed on as it is. */
export function sqliteProblem(error: unknown, where: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const kind = sqliteKinds.find(([pattern]) => pattern.test(code))?.[1]
  return kind === undefined ? error : new StoreProblem(kind, where, { cause: error })
}
