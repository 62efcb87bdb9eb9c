import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  editProgress,
  type ProgressEntry,
  type RecordingCell,
  type RecordingDesk,
  recordProgress,
  submitProgress,
} from '@xushi/contract'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '../api/call.ts'
import { recordingCellQuery } from '../api/queries.ts'
import { exactNumber } from '../figure/format-figure.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice, ProblemState, QueryState } from '../states/states.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { CellHistory } from './cell-history.tsx'
import { recordingWords } from './recording.words.ts'
import { forgetTyped, rememberTyped, typedBefore } from './typed-memory.ts'
import { readTypedValue } from './typed-value.ts'

type Assignment = RecordingDesk['assignments'][number]
type Absence = NonNullable<ProgressEntry['absence']>
export type Typed = { readonly text: string; readonly absence: Absence | null; readonly note: string }

/** One cell: the entry that is there, or an empty one. What is typed stays in this browser until it is saved. */
export function EntryForm({ assignment, period }: { assignment: Assignment; period: string }) {
  const { indicator, region, unit } = assignment
  const says = useWords(recordingWords)
  const query = useQuery(recordingCellQuery(indicator, { region, period, unit: unit.id }))
  // Above the form, which another one replaces as soon as the entry is submitted.
  const [done, setDone] = useState<'save' | 'submit' | null>(null)
  return (
    <>
      {done !== null && <Notice kind="done" title={done === 'save' ? says.saved : says.submitted} />}
      <QueryState query={query}>
        {(cell) => <CellForm assignment={assignment} cell={cell} settled={setDone} key={cell.entry?.id ?? 'new'} />}
      </QueryState>
    </>
  )
}

type CellProps = {
  readonly assignment: Assignment
  readonly cell: RecordingCell
  readonly settled: (done: 'save' | 'submit') => void
}

function CellForm({ assignment, cell, settled }: CellProps) {
  const says = useWords(recordingWords)
  const { entry } = cell
  const isOpen = entry === null || entry.state === 'draft' || entry.state === 'returned'
  return (
    <div className="cell">
      {isOpen ? (
        <OpenForm assignment={assignment} cell={cell} settled={settled} />
      ) : (
        <Closed entry={entry} assignment={assignment} />
      )}
      <CellHistory cell={cell} assignment={assignment} />
      {entry?.state === 'returned' && entry.returnReason !== null && (
        <Notice kind="warning" title={says.returnedBecause}>
          <p>{entry.returnReason}</p>
        </Notice>
      )}
    </div>
  )
}

function Closed({ entry, assignment }: { entry: ProgressEntry; assignment: Assignment }) {
  const says = useWords(recordingWords)
  const text = useText()
  return (
    <div className="cell-closed">
      <p>
        {says.thereIs}：<EntryStateMark state={entry.state} />{' '}
        <b>
          {entry.value === null ? '—' : exactNumber(entry.value, assignment.decimals)} {text(assignment.unitOfMeasure)}
        </b>
      </p>
      {entry.state === 'approved' && <p className="second">{says.thereIsApproved}</p>}
      <Link to="/entries/$id" params={{ id: entry.id }}>
        {says.see}
      </Link>
    </div>
  )
}

function OpenForm({ assignment, cell, settled }: CellProps) {
  const says = useWords(recordingWords)
  const text = useText()
  const client = useQueryClient()
  const memory = `${assignment.indicator} ${assignment.unit.id} ${assignment.region} ${cell.period}`
  const [typed, setTyped] = useState<Typed>(() => typedBefore(memory) ?? fromEntry(cell.entry))
  const [tried, setTried] = useState(false)
  useEffect(() => rememberTyped(memory, typed, fromEntry(cell.entry)), [memory, typed, cell.entry])

  const reading = readTypedValue(typed.text, assignment.decimals)
  const content =
    typed.absence !== null ? { absence: typed.absence } : reading.is === 'value' ? { value: reading.value } : null
  const saving = useMutation({
    mutationFn: async (then: 'save' | 'submit') => {
      if (content === null) throw new Error('nothing to save')
      const draft = await save(assignment, cell, { ...content, note: typed.note })
      if (then === 'save') return draft
      return call(submitProgress, { params: { id: draft.id }, body: { version: draft.version } })
    },
    onSuccess: (_, then) => {
      forgetTyped(memory)
      settled(then)
      return client.invalidateQueries({ queryKey: ['entries'] })
    },
    onError: () => client.invalidateQueries({ queryKey: ['entries', 'desk'] }),
  })
  const start = (then: 'save' | 'submit') => {
    setTried(true)
    if (content !== null) saving.mutate(then)
  }
  const label = assignment.yesNo ? says.yesNo : says.typed[cell.typed ?? 'period']
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        start('submit')
      }}
    >
      {assignment.yesNo ? (
        <YesNo typed={typed} choose={(text) => setTyped({ ...typed, text, absence: null })} label={label} />
      ) : (
        <div className="value-field">
          <label htmlFor="entry-value">
            {label}（{text(assignment.unitOfMeasure)}）
          </label>
          <Input
            id="entry-value"
            inputMode="decimal"
            size="large"
            autoComplete="off"
            value={typed.text}
            disabled={typed.absence !== null}
            status={tried && content === null ? 'error' : ''}
            aria-invalid={tried && content === null}
            aria-describedby="entry-value-says"
            onChange={({ target }) => setTyped({ ...typed, text: target.value, absence: null })}
          />
        </div>
      )}
      <p id="entry-value-says" className="second value-says" aria-live="polite">
        {typed.absence === null && !assignment.yesNo && (
          <ReadingWords typed={typed} decimals={assignment.decimals} tried={tried} />
        )}
      </p>
      <fieldset className="choices" aria-label={label}>
        {!assignment.yesNo && (
          <ChoiceButton
            pressed={typed.absence === null && reading.is === 'value' && reading.value === 0}
            press={() => setTyped({ ...typed, text: '0', absence: null })}
          >
            {says.zero}
          </ChoiceButton>
        )}
        <ChoiceButton
          pressed={typed.absence === 'not-applicable'}
          press={() => setTyped(toggled(typed, 'not-applicable'))}
        >
          {says.notApplicable}
        </ChoiceButton>
        <ChoiceButton pressed={typed.absence === 'withheld'} press={() => setTyped(toggled(typed, 'withheld'))}>
          {says.withheld}
        </ChoiceButton>
      </fieldset>
      <label className="note-field">
        {says.note}
        <Input.TextArea
          rows={3}
          maxLength={2000}
          placeholder={says.noteHint}
          value={typed.note}
          onChange={({ target }) => setTyped({ ...typed, note: target.value })}
        />
      </label>
      {saving.isError && <ProblemState error={saving.error} />}
      <div className="choices">
        <Button onClick={() => start('save')} loading={saving.isPending && saving.variables === 'save'}>
          {says.save}
        </Button>
        <Button type="primary" htmlType="submit" loading={saving.isPending && saving.variables === 'submit'}>
          {cell.entry?.state === 'returned' ? says.resubmit : says.submit}
        </Button>
      </div>
    </form>
  )
}

const toggled = (typed: Typed, absence: Absence): Typed => ({
  ...typed,
  absence: typed.absence === absence ? null : absence,
})

function fromEntry(entry: ProgressEntry | null): Typed {
  return {
    text: entry?.value === null || entry === null ? '' : String(entry.value),
    absence: entry?.absence ?? null,
    note: entry?.note ?? '',
  }
}

/** A new draft, or a change of the one that is there. */
async function save(
  { indicator, region, unit }: Assignment,
  { entry, period }: RecordingCell,
  content: ({ value: number } | { absence: Absence }) & { note: string },
): Promise<ProgressEntry> {
  if (entry !== null)
    return call(editProgress, { params: { id: entry.id }, body: { version: entry.version, ...content } })
  return call(recordProgress, { params: { indicator }, body: { region, period, unit: unit.id, ...content } })
}

function ChoiceButton({ pressed, press, children }: { pressed: boolean; press: () => void; children: string }) {
  return (
    <button type="button" className="button" aria-pressed={pressed} onClick={press}>
      {children}
    </button>
  )
}

function YesNo({ typed, choose, label }: { typed: Typed; choose: (text: string) => void; label: string }) {
  const says = useWords(recordingWords)
  return (
    <fieldset className="choices yes-no">
      <legend>{label}</legend>
      <ChoiceButton pressed={typed.absence === null && typed.text === '1'} press={() => choose('1')}>
        {says.yes}
      </ChoiceButton>
      <ChoiceButton pressed={typed.absence === null && typed.text === '0'} press={() => choose('0')}>
        {says.no}
      </ChoiceButton>
    </fieldset>
  )
}

/** The number in full while one types, or what is wrong with it. */
function ReadingWords({ typed, decimals, tried }: { typed: Typed; decimals: number; tried: boolean }) {
  const says = useWords(recordingWords)
  const reading = readTypedValue(typed.text, decimals)
  if (reading.is === 'empty') return tried ? <span className="wrong">{says.fillSomething}</span> : null
  if (reading.is === 'value') return <span>{says.exactly(exactNumber(reading.value, decimals))}</span>
  return (
    <span className="wrong">{reading.at === undefined ? says.typedWrong[reading.why] : says.strange(reading.at)}</span>
  )
}
