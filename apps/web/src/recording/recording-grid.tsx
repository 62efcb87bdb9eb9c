import { Link } from '@tanstack/react-router'
import type { CountRow, EntryRow, MilestoneRow, NarrativeRow, RecordingGrid } from '@xushi/contract'
import { type ClipboardEvent, Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { exactNumber } from '../figure/format-figure.ts'
import { goalWords } from '../goals/goals.words.ts'
import { useText, useWords } from '../language/language.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { type CellDrafts, contentOf, isOpen, keyOf } from './cell-drafts.ts'
import { type CellState, cellState } from './cell-state.ts'
import { CellStateMark } from './cell-state-mark.tsx'
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
          <Others grid={grid} />
        </tbody>
      </table>
    </div>
  )
}

/** 沿用上期. */
function sameAsLast({ past }: EntryRow): { text: string; absence: null } | Record<string, never> {
  const last = past.findLast(({ value }) => value !== null)
  return last === undefined ? {} : { text: String(last.value), absence: null }
}

function GroupRow(props: {
  readonly group: Group
  readonly width: number
  readonly isOpen: boolean
  readonly drafts: CellDrafts
  readonly toggle: () => void
}) {
  const says = useWords(recordingWords)
  const text = useText()
  const { rows } = props.group
  const [first] = rows
  const said = rows.filter((row) => contentOf(row, props.drafts.typedIn(row)) !== null)
  const yes = said.filter((row) => props.drafts.typedIn(row).text === '1')
  const same = () => {
    for (const row of rows)
      if (isOpen(row)) props.drafts.type(row, { ...props.drafts.typedIn(row), ...sameAsLast(row) }, 'now')
  }
  return (
    <tr className="group-row">
      <th scope="row">
        <span className="goal-number">{first.goal}</span>
        {text(first.name)}
      </th>
      <td className="second asked">
        {first.yesNo ? says.yesNoAs : says.typed[first.typed ?? 'period']}，{says.places(rows.length)}
      </td>
      <td colSpan={props.width} className="past">
        <button type="button" className="button quiet" onClick={same}>
          {says.keys.same}
        </button>
      </td>
      <td className="number now">
        <b>{says.inPlace(first.yesNo ? yes.length : said.length, rows.length)}</b>
      </td>
      <td>
        <button type="button" className="button quiet" aria-expanded={props.isOpen} onClick={props.toggle}>
          {props.isOpen ? says.collapse : says.expand}
        </button>
      </td>
    </tr>
  )
}

type LineProps = {
  readonly row: EntryRow
  readonly past: readonly string[]
  readonly inGroup: boolean
  readonly isChosen: boolean
  readonly isStop: boolean
  readonly drafts: CellDrafts
  readonly editing: string | null
  readonly setEditing: (key: string | null) => void
  readonly asksZero: string | null
  readonly choose: () => void
  readonly onKey: (row: EntryRow, event: KeyboardEvent) => void
  readonly onStep: (row: EntryRow) => void
  readonly paste: (text: string, from: EntryRow) => void
}

function EntryLine(props: LineProps) {
  const { row, past, inGroup, isChosen, isStop, drafts, choose } = props
  const says = useWords(recordingWords)
  const text = useText()
  const key = keyOf(row)
  const state = cellState(row, drafts)
  const asks = props.asksZero === key
  return (
    <tr className={isChosen ? 'is-chosen' : undefined}>
      <th scope="row">
        {inGroup ? (
          <span className="in-group">{text(row.regionName)}</span>
        ) : (
          <>
            <span className="goal-number">{row.goal}</span>
            {text(row.name)}
          </>
        )}
      </th>
      <td className="second asked">
        {!inGroup && (
          <>
            {row.yesNo ? says.yesNoAs : says.typed[row.typed ?? 'period']}
            <span className="block">{text(row.unitOfMeasure)}</span>
          </>
        )}
      </td>
      <PastCells row={row} past={past} />
      <td
        className={`number now cell-${state}`}
        data-cell={key}
        tabIndex={isStop ? 0 : -1}
        aria-label={`${row.goal} ${text(row.name)} ${inGroup ? text(row.regionName) : ''} ${asks ? says.zeroAgain : ''}`}
        aria-current={isChosen}
        onFocus={choose}
        onClick={(event) => {
          choose()
          if (isOpen(row) && !row.yesNo && isChosen) props.setEditing(key)
          else event.currentTarget.focus()
        }}
        onKeyDown={(event) => {
          if (props.editing !== key) props.onKey(row, event)
        }}
        onPaste={(event: ClipboardEvent) => {
          if (props.editing === key && !event.clipboardData.getData('text/plain').includes('\n')) return
          event.preventDefault()
          props.setEditing(null)
          props.paste(event.clipboardData.getData('text/plain'), row)
        }}
      >
        {props.editing === key ? <CellInput {...props} /> : <CellValue row={row} drafts={drafts} />}
      </td>
      <td className="cell-state">
        {asks ? <span className="wrong">{says.zeroAgain}</span> : <StateOf row={row} state={state} drafts={drafts} />}
      </td>
    </tr>
  )
}

/** The months before; of a quarter its last values, each with its name. A yes or no holds until it changes. */
function PastCells({ row, past }: { row: EntryRow; past: readonly string[] }) {
  const isMonthly = row.period.length === past[0]?.length
  const shown = past.map((period, index) => {
    if (!isMonthly) return row.past[row.past.length - past.length + index]
    if (row.yesNo) return row.past.findLast((one) => one.period <= period)
    return row.past.find((one) => one.period === period)
  })
  return shown.map((cell, index) => (
    <td className="number past" key={past[index]}>
      {!isMonthly && cell !== undefined && <span className="label block">{cell.period}</span>}
      <PastValue row={row} cell={cell} />
    </td>
  ))
}

function PastValue({ row, cell }: { row: EntryRow; cell: EntryRow['past'][number] | undefined }) {
  const says = useWords(recordingWords)
  if (cell === undefined || cell.value === null) return <WhyText why={cell?.absence ?? 'not-reported'} />
  if (row.yesNo) return says[cell.value === 1 ? 'yes' : 'no']
  const of = { unit: row.unitOfMeasure, decimals: row.decimals }
  return <AmountText figure={{ known: true, value: cell.value }} of={of} unit={false} />
}

function CellInput({ row, drafts, setEditing, onStep }: LineProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const typed = drafts.typedIn(row)
  const leave = () => {
    setEditing(null)
    void drafts.save(row)
  }
  return (
    <input
      ref={field}
      className="cell-input"
      inputMode="decimal"
      autoComplete="off"
      aria-label={row.goal}
      value={typed.text}
      onChange={({ target }) => drafts.type(row, { ...typed, text: target.value, absence: null })}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' || event.key === 'ArrowDown') {
          event.preventDefault()
          leave()
          onStep(row)
        }
        if (event.key === 'Escape') {
          drafts.restore(row)
          setEditing(null)
        }
      }}
    />
  )
}

function CellValue({ row, drafts }: { row: EntryRow; drafts: CellDrafts }) {
  const says = useWords(recordingWords)
  const typed = drafts.typedIn(row)
  if (typed.absence !== null) return says[typed.absence === 'withheld' ? 'withheld' : 'notApplicable']
  if (typed.text.trim() === '') return <span className="unknown">{says.states.empty}</span>
  const content = contentOf(row, typed)
  if (content === null || !('value' in content)) return <b>{typed.text}</b>
  if (row.yesNo) return <b>{content.value === 1 ? says.yes : says.no}</b>
  return <b>{content.value === 0 ? says.zero : exactNumber(content.value, row.decimals)}</b>
}

function StateOf({ row, state, drafts }: { row: EntryRow; state: CellState; drafts: CellDrafts }) {
  const says = useWords(recordingWords)
  if (drafts.saving.has(keyOf(row))) return <span className="second">{says.stateNow.saving}</span>
  if (row.entry?.correctionAsked != null) return <CellStateMark state="returned" word={says.stateNow.askedToCorrect} />
  return <CellStateMark state={state} />
}

/** What is not typed here: counts of registers, milestones, narratives. */
function Others({ grid }: { grid: RecordingGrid }) {
  const says = useWords(recordingWords)
  const parts = (['count', 'milestone', 'narrative'] as const)
    .map((is) => ({ is, rows: grid.rows.filter((row) => row.is === is) }))
    .filter(({ rows }) => rows.length > 0)
  return parts.map(({ is, rows }) => (
    <Fragment key={is}>
      <tr className="section-row">
        <th scope="rowgroup">{says.sections[is]}</th>
      </tr>
      {rows.map((row) =>
        row.is === 'count' ? (
          <CountLine key={row.indicator} row={row} />
        ) : row.is === 'milestone' ? (
          <MilestoneLine key={row.indicator} row={row} width={grid.past.length} />
        ) : row.is === 'narrative' ? (
          <NarrativeLine key={row.indicator} row={row} />
        ) : null,
      )}
    </Fragment>
  ))
}

function GoalHead({ row, as }: { row: CountRow | MilestoneRow | NarrativeRow; as: string }) {
  const text = useText()
  return (
    <>
      <th scope="row">
        <span className="goal-number">{row.goal}</span>
        {text(row.name)}
      </th>
      <td className="second asked">{as}</td>
    </>
  )
}

function CountLine({ row }: { row: CountRow }) {
  const says = useWords(recordingWords)
  const of = { unit: row.unitOfMeasure, decimals: 0 }
  return (
    <tr>
      <GoalHead row={row} as={says.countedAs} />
      {row.past.map((figure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the months, in their order
        <td className="number past" key={index}>
          <AmountText figure={figure} of={of} unit={false} sense="total" />
        </td>
      ))}
      <td className="number now hatched">
        <b>
          <AmountText figure={row.figure} of={of} unit={false} sense="total" />
        </b>{' '}
        <span className="label">{says.stateNow.notTyped}</span>
      </td>
      <td className="cell-state">
        {row.confirmed === true ? (
          <CellStateMark state="approved" word={says.stateNow.confirmed} />
        ) : (
          <Link to="/registers/$register" params={{ register: row.indicator }} className="in-cell">
            {!row.figure.known && row.figure.why === 'register-not-open' ? says.register : says.stateNow.confirm}
          </Link>
        )}
      </td>
    </tr>
  )
}

function MilestoneLine({ row, width }: { row: MilestoneRow; width: number }) {
  const says = useWords(recordingWords)
  const words = useWords(goalWords)
  const { standing } = row
  return (
    <tr className="quiet-row">
      <GoalHead row={row} as={says.milestoneAs} />
      <td colSpan={width} className="past second">
        {standing.stage ?? (standing.expectedOn === null ? '' : `${says.deadline} ${standing.expectedOn}`)}
      </td>
      <td className="number now">{words.states[standing.state]}</td>
      <td className="cell-state">
        {row.open === null ? (
          <Link to="/goals/$goal" params={{ goal: row.indicator }} className="in-cell">
            {says.openGoal}
          </Link>
        ) : (
          <EntryStateMark state={row.open} />
        )}
      </td>
    </tr>
  )
}

function NarrativeLine({ row }: { row: NarrativeRow }) {
  const says = useWords(recordingWords)
  const written = (length: number | null) =>
    length === null ? <span className="unknown">{says.unwritten}</span> : says.characters(length)
  return (
    <tr className="quiet-row">
      <GoalHead row={row} as={says.textAs} />
      {row.past.map((length, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are the months, in their order
        <td className="number past" key={index}>
          {written(length)}
        </td>
      ))}
      <td className="number now">{written(row.length)}</td>
      <td className="cell-state">
        {row.state === null ? (
          <Link to="/goals/$goal" params={{ goal: row.indicator }} className="in-cell">
            {says.openGoal}
          </Link>
        ) : (
          <EntryStateMark state={row.state} />
        )}
      </td>
    </tr>
  )
}
