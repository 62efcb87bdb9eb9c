import type { EntryRow, RecordingGrid } from '@xushi/contract'
import { Fragment, type KeyboardEvent, useRef, useState } from 'react'
import { useWords } from '../language/language.tsx'
import { type CellDrafts, isOpen, keyOf } from './cell-drafts.ts'
import { EntryLine } from './entry-line.tsx'
import { GroupRow, sameAsLast } from './group-row.tsx'
import { OtherLines } from './other-lines.tsx'
import { recordingWords } from './recording.words.ts'

type Props = {
  readonly grid: RecordingGrid
  readonly drafts: CellDrafts
  readonly chosen: string | null
  readonly choose: (row: EntryRow) => void
  readonly submitAll: () => void
  readonly paste: (text: string, from: EntryRow) => void
}
export type Group = { readonly indicator: string; readonly rows: readonly [EntryRow, ...EntryRow[]] }

/** The rows of one indicator together: several where prefectures report one by one. */
export function entryGroups(grid: RecordingGrid): readonly Group[] {
  const rows = grid.rows.filter((row) => row.is === 'entry')
  return [...Map.groupBy(rows, ({ indicator }) => indicator)].flatMap(([indicator, [first, ...rest]]) =>
    first === undefined ? [] : [{ indicator, rows: [first, ...rest] as const }],
  )
}

/**
 * The grid of a region and month: three past periods and the open one. The arrow keys move between the cells that are typed; a digit
 * begins to type, letters of the key line act on the cell, and only while the focus is in the grid.
 */
export function Grid({ grid, drafts, chosen, choose, submitAll, paste }: Props) {
  const says = useWords(recordingWords)
  const [editing, setEditing] = useState<string | null>(null)
  const [asksZero, setAsksZero] = useState<string | null>(null)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(() => new Set())
  const table = useRef<HTMLTableElement>(null)
  const groups = entryGroups(grid)
  const isUnfolded = ({ indicator, rows }: Group) =>
    rows.length === 1 || unfolded.has(indicator) || rows.some((row) => keyOf(row) === chosen)
  const visible = groups.flatMap((group) => (isUnfolded(group) ? group.rows : []))
  const stop = visible.find((row) => keyOf(row) === chosen) ?? visible[0]

  const focus = (row: EntryRow | undefined) => {
    if (row === undefined) return
    choose(row)
    table.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(keyOf(row))}"]`)?.focus()
  }
  const beside = (row: EntryRow, by: number) => visible[visible.findIndex((one) => keyOf(one) === keyOf(row)) + by]
  const put = (row: EntryRow, change: Partial<ReturnType<CellDrafts['typedIn']>>) =>
    drafts.type(row, { ...drafts.typedIn(row), ...change }, 'now')

  const onKey = (row: EntryRow, event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const key = keyOf(row)
    const act = (run: () => void) => {
      event.preventDefault()
      setAsksZero(null)
      run()
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') return act(submitAll)
    if (event.key === 'ArrowUp') return act(() => focus(beside(row, -1)))
    if (event.key === 'ArrowDown') return act(() => focus(beside(row, 1)))
    if (event.key === 'Enter')
      return act(() => (asksZero === key ? put(row, { text: '0', absence: null }) : focus(beside(row, 1))))
    if (!isOpen(row)) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') return act(() => put(row, sameAsLast(row)))
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') return act(() => drafts.restore(row))
    if (event.key === 'F2') return act(() => setEditing(key))
    if (event.key.toLowerCase() === 'n') return act(() => put(row, { text: '', absence: 'not-applicable' }))
    if (event.key.toLowerCase() === 'w') return act(() => put(row, { text: '', absence: 'withheld' }))
    if (row.yesNo && (event.key === '0' || event.key === '1'))
      return act(() => put(row, { text: event.key, absence: null }))
    if (event.key === '0') {
      if (asksZero === key) return act(() => put(row, { text: '0', absence: null }))
      event.preventDefault()
      return setAsksZero(key)
    }
    if (/^[1-9]$/.test(event.key))
      return act(() => {
        drafts.type(row, { ...drafts.typedIn(row), text: event.key, absence: null })
        setEditing(key)
      })
  }
  const cellProps = {
    drafts,
    editing,
    setEditing,
    asksZero,
    onKey,
    paste,
    onStep: (row: EntryRow) => focus(beside(row, 1)),
  }

  return (
    <div className="table-window grid-window">
      <table className="recording-grid" ref={table}>
        <thead>
          <tr>
            <th scope="col">{says.goal}</th>
            <th scope="col" className="asked">
              {says.asked}
            </th>
            {grid.past.map((period) => (
              <th scope="col" className="number past" key={period}>
                {period}
              </th>
            ))}
            <th scope="col" className="number now">
              {says.now(grid.period)}
            </th>
            <th scope="col">{says.cellState}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.indicator}>
              {group.rows.length > 1 && (
                <GroupRow
                  group={group}
                  width={grid.past.length}
                  isOpen={isUnfolded(group)}
                  drafts={drafts}
                  toggle={() =>
                    setUnfolded((all) => {
                      const next = new Set(all)
                      if (!next.delete(group.indicator)) next.add(group.indicator)
                      return next
                    })
                  }
                />
              )}
              {isUnfolded(group) &&
                group.rows.map((row) => (
                  <EntryLine
                    key={keyOf(row)}
                    row={row}
                    past={grid.past}
                    inGroup={group.rows.length > 1}
                    isChosen={keyOf(row) === chosen}
                    isStop={stop !== undefined && keyOf(row) === keyOf(stop)}
                    choose={() => choose(row)}
                    {...cellProps}
                  />
                ))}
            </Fragment>
          ))}
          <OtherLines grid={grid} />
        </tbody>
      </table>
    </div>
  )
}
