import type { EntryRow } from '@xushi/contract'
import { exactNumber } from '@xushi/wording'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { CellDeadline } from './cell-deadline.tsx'
import { type CellDrafts, contentOf, isOpen, keyOf } from './cell-drafts.ts'
import { type CellState, cellState } from './cell-state.ts'
import { CellStateMark } from './cell-state-mark.tsx'
import { recordingWords } from './recording.words.ts'

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

/** One cell that is typed, with its past and its state. */
export function EntryLine(props: LineProps) {
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
        <CellDeadline row={row} />
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
