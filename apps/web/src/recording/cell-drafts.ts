import { useQueryClient } from '@tanstack/react-query'
import { type EntryRow, editProgress, type ProgressEntry, recordProgress } from '@xushi/contract'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { CallFailed, call } from '../api/call.ts'
import { sessionQuery } from '../api/queries.ts'
import { type Typed, typedMemory } from './typed-memory.ts'
import { readTypedValue } from './typed-value.ts'

/** How long typing rests before it is saved, and how long a lost connection waits. */
const restMilliseconds = 1200
const retryMilliseconds = 8000

export const keyOf = ({ indicator, unit, region, period }: EntryRow) => `${indicator} ${unit.id} ${region} ${period}`

/** What an entry says, as it would be typed. */
export const typedOf = (entry: ProgressEntry | null): Typed => ({
  text: entry?.value == null ? '' : String(entry.value),
  absence: entry?.absence ?? null,
  note: entry?.note ?? '',
})

/** The value or absence that was typed; null while it is neither. */
export function contentOf(row: Pick<EntryRow, 'decimals' | 'yesNo'>, typed: Typed) {
  if (typed.absence !== null) return { absence: typed.absence }
  const reading = readTypedValue(typed.text, row.decimals)
  if (reading.is !== 'value' || (row.yesNo && reading.value > 1)) return null
  return { value: reading.value }
}

export const isOpen = ({ entry, locked }: Pick<EntryRow, 'entry' | 'locked'>) =>
  locked === null && (entry === null || (['draft', 'returned'].includes(entry.state) && entry.moves.includes('edit')))

export type CellDrafts = ReturnType<typeof useCellDrafts>

/**
 * What is typed in the cells of a grid and not yet saved. It is saved by itself when typing rests; what cannot be saved stays in this
 * window through a lost connection, a reload and an expired session, and is tried again, but only for the account that typed it.
 */
export function useCellDrafts(account: string) {
  const client = useQueryClient()
  const memory = useMemo(() => typedMemory(account), [account])
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Typed>>(new Map())
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set())
  const [failures, setFailures] = useState<ReadonlyMap<string, CallFailed>>(new Map())
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const latest = useRef(new Map<string, { row: EntryRow; typed: Typed }>())
  const known = useRef(new Map<string, { readonly entry: ProgressEntry; readonly wasRead: boolean }>())
  const running = useRef(new Map<string, Promise<ProgressEntry | null>>())

  const typedIn = useCallback(
    (row: EntryRow): Typed => {
      const key = keyOf(row)
      const saved = known.current.get(key)
      const standing = saved?.wasRead ? row.entry : newer(row.entry, saved?.entry)
      return drafts.get(key) ?? memory.before(key) ?? typedOf(standing)
    },
    [drafts, memory],
  )

  /** Saves what was typed last, after whatever is under way; the entry as it stands then, or null where nothing could be saved. */
  const save = useCallback(
    (row: EntryRow): Promise<ProgressEntry | null> => {
      const key = keyOf(row)
      clearTimeout(timers.current.get(key))
      const next = (running.current.get(key) ?? Promise.resolve(null)).then(async () => {
        // A timer may outlast the page: what one person typed is never sent in the name of the next.
        if (client.getQueryData(sessionQuery.queryKey)?.user?.id !== account) return null
        const typed = latest.current.get(key)?.typed ?? memory.before(key)
        const standing = newer(row.entry, known.current.get(key)?.entry)
        if (typed == null || isSame(typed, typedOf(standing))) return standing
        const content = contentOf(row, typed)
        if (content === null) return null
        setSaving((all) => new Set(all).add(key))
        try {
          const entry = await written(row, standing, { ...content, note: typed.note })
          known.current.set(key, { entry, wasRead: false })
          setFailures((all) => without(all, key))
          setSavedAt(entry.updatedAt)
          const now = latest.current.get(key)?.typed
          if (now === undefined || isSame(now, typed)) {
            latest.current.delete(key)
            setDrafts((all) => without(all, key))
            memory.forget(key, typed.lag)
          }
          return entry
        } catch (error) {
          if (!(error instanceof CallFailed)) throw error
          setFailures((all) => new Map(all).set(key, error))
          if (error.problem === null)
            timers.current.set(
              key,
              setTimeout(() => void save(row), retryMilliseconds),
            )
          return null
        } finally {
          setSaving((all) => new Set([...all].filter((one) => one !== key)))
          await client.invalidateQueries({ queryKey: ['entries'] })
        }
      })
      running.current.set(key, next)
      void next.finally(() => {
        if (running.current.get(key) === next) running.current.delete(key)
      })
      return next
    },
    [client, account, memory],
  )

  const type = useCallback(
    (row: EntryRow, typed: Typed, when: 'rests' | 'now' = 'rests') => {
      const key = keyOf(row)
      latest.current.set(key, { row, typed })
      setDrafts((all) => new Map(all).set(key, typed))
      memory.remember(key, typed, typedOf(row.entry))
      clearTimeout(timers.current.get(key))
      if (when === 'now') void save(row)
      else
        timers.current.set(
          key,
          setTimeout(() => void save(row), restMilliseconds),
        )
    },
    [save, memory],
  )

  /** Esc: back to what is saved. */
  const restore = useCallback(
    (row: EntryRow) => {
      const key = keyOf(row)
      clearTimeout(timers.current.get(key))
      latest.current.delete(key)
      memory.forget(key)
      setDrafts((all) => without(all, key))
      setFailures((all) => without(all, key))
    },
    [memory],
  )

  /** Nothing is left to hand in. */
  const handedIn = useCallback((row: EntryRow) => memory.forget(keyOf(row)), [memory])

  useEffect(() => {
    const again = () => {
      for (const { row } of latest.current.values()) void save(row)
    }
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [save])

  /** What was typed before a reload or a new sign-in is saved now. */
  const adopt = useCallback(
    (rows: readonly EntryRow[]) => {
      for (const row of rows) {
        const key = keyOf(row)
        const typed = memory.before(key)
        if (typed === null || latest.current.has(key) || !isOpen(row) || isSame(typed, typedOf(row.entry))) continue
        latest.current.set(key, { row, typed })
        setDrafts((all) => new Map(all).set(key, typed))
        void save(row)
      }
    },
    [save, memory],
  )

  /** What was saved stands in for a grid that was read before it; an entry that a grid had and has no longer was deleted. */
  const follow = useCallback((rows: readonly EntryRow[]) => {
    for (const row of rows) {
      const key = keyOf(row)
      const last = known.current.get(key)
      if (row.entry === null) {
        if (last?.wasRead) known.current.delete(key)
      } else if (newer(row.entry, last?.entry) === row.entry) {
        known.current.set(key, { entry: row.entry, wasRead: true })
      }
    }
  }, [])

  return { typedIn, type, save, restore, handedIn, adopt, follow, saving, failures, savedAt }
}

const newer = (read: ProgressEntry | null, saved: ProgressEntry | undefined): ProgressEntry | null =>
  saved !== undefined && (read === null || (read.id === saved.id && read.version < saved.version)) ? saved : read

const isSame = (a: Typed, b: Typed) => a.text === b.text && a.absence === b.absence && a.note === b.note

function without<Value>(all: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!all.has(key)) return all
  const rest = new Map(all)
  rest.delete(key)
  return rest
}

type Content = ({ value: number } | { absence: NonNullable<Typed['absence']> }) & { note: string }

/** A new draft, or a change of the one that is there. */
function written(row: EntryRow, entry: ProgressEntry | null, content: Content): Promise<ProgressEntry> {
  if (entry !== null && (entry.state === 'draft' || entry.state === 'returned'))
    return call(editProgress, { params: { id: entry.id }, body: { version: entry.version, ...content } })
  const { indicator, region, period, unit } = row
  return call(recordProgress, { params: { indicator }, body: { region, period, unit: unit.id, ...content } })
}
