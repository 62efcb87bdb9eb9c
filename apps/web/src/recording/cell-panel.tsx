import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type EntryRow, type ProgressEntry, type RecordingGrid, submitProgress } from '@xushi/contract'
import { exactNumber, scaleFor } from '@xushi/wording'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { call } from '../api/call.ts'
import { recordingCellQuery } from '../api/queries.ts'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { AmountText } from '../figure/figure-text.tsx'
import { LagFields } from '../lag/lag-fields.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { Notice, ProblemState, QueryState } from '../states/states.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { CellDeadline } from './cell-deadline.tsx'
import { type CellDrafts, contentOf, isOpen, keyOf } from './cell-drafts.ts'
import { CellHistory } from './cell-history.tsx'
import { Findings } from './findings.tsx'
import { PastBars } from './past-bars.tsx'
import { recordingWords } from './recording.words.ts'
import type { Typed } from './typed-memory.ts'
import { readTypedValue } from './typed-value.ts'

export type PanelProps = { readonly row: EntryRow; readonly grid: RecordingGrid; readonly drafts: CellDrafts }

/** Beside the grid: the chosen cell in full, what the rules find in it, its past and its limits. */
export function CellPanel({ row, grid, drafts }: PanelProps) {
  const says = useWords(recordingWords)
  const text = useText()
  const [done, setDone] = useState<'save' | 'submit' | null>(null)
  const { entry } = row
  return (
    <aside className="cell-panel">
      <div className="section-head">
        <h2>
          {row.goal} {text(row.name)}
        </h2>
        <span className="label">
          {row.period}，{text(row.regionName)}，{row.yesNo ? says.yesNoAs : says.typed[row.typed ?? 'period']}
        </span>
      </div>
      <p className="second">
        <CellDeadline row={row} />
      </p>
      {done !== null && <Notice kind="done" title={done === 'save' ? says.saved : says.submitted} />}
      {entry?.correctionAsked != null && (
        <Notice kind="warning" title={says.stateNow.askedToCorrect}>
          <p>{entry.correctionAsked.reason}</p>
        </Notice>
      )}
      {isOpen(row) ? (
        <OpenCell row={row} grid={grid} drafts={drafts} settled={setDone} />
      ) : entry === null ? (
        <Notice kind="empty" title={says.states.locked} />
      ) : (
        <Closed entry={entry} row={row} />
      )}
      {entry?.state === 'returned' && entry.returnReason !== null && (
        <Notice kind="warning" title={says.returnedBecause}>
          <p>{entry.returnReason}</p>
        </Notice>
      )}
      <Past row={row} drafts={drafts} />
      {entry !== null && <EvidenceList subject={{ subjectKind: 'progress-entry', subject: entry.id }} />}
    </aside>
  )
}

function Past({ row, drafts }: { row: EntryRow; drafts: CellDrafts }) {
  const says = useWords(recordingWords)
  const { indicator, region, period, unit, decimals } = row
  const query = useQuery(recordingCellQuery(indicator, { region, period, unit: unit.id }))
  return (
    <QueryState query={query}>
      {(cell) => (
        <>
          {!row.yesNo && (
            <PastBars
              past={cell.history}
              now={{ period, value: valueNow(row, drafts) }}
              usualTo={row.usual?.to ?? null}
              of={{ unit: row.unitOfMeasure, decimals }}
            />
          )}
          <CellHistory cell={cell} assignment={row} />
          {row.usual !== null && (
            <p className="second">
              {says.usual}　
              {says.usualRange(exactNumber(row.usual.from, decimals), exactNumber(row.usual.to, decimals))}
            </p>
          )}
        </>
      )}
    </QueryState>
  )
}

function valueNow(row: EntryRow, drafts: CellDrafts): number | null {
  const content = contentOf(row, drafts.typedIn(row))
  return content !== null && 'value' in content ? content.value : null
}

function Closed({ entry, row }: { entry: ProgressEntry; row: EntryRow }) {
  const says = useWords(recordingWords)
  const text = useText()
  return (
    <div className="cell-closed">
      <p>
        {says.thereIs}：<EntryStateMark state={entry.state} />{' '}
        <b>
          {entry.value === null ? '—' : exactNumber(entry.value, row.decimals)} {text(row.unitOfMeasure)}
        </b>
      </p>
      {entry.state === 'approved' && <p className="second">{says.thereIsApproved}</p>}
      <Link to="/entries/$id" params={{ id: entry.id }}>
        {says.see}
      </Link>
    </div>
  )
}

/** Hands a cell in: saved first, then submitted with 滞后原因 where it was given. */
export async function handIn(row: EntryRow, drafts: CellDrafts): Promise<ProgressEntry | null> {
  const { lag } = drafts.typedIn(row)
  const entry = await drafts.save(row)
  if (entry === null) return null
  const body = { version: entry.version, ...(lag !== undefined && row.needsLag && { lag }) }
  const submitted = await call(submitProgress, { params: { id: entry.id }, body })
  drafts.handedIn(row)
  return submitted
}

function OpenCell(props: PanelProps & { readonly settled: (done: 'save' | 'submit' | null) => void }) {
  const { row, grid, drafts, settled } = props
  const says = useWords(recordingWords)
  const text = useText()
  const client = useQueryClient()
  const typed = drafts.typedIn(row)
  const [tried, setTried] = useState(false)
  const type = (change: Partial<Typed>) => {
    settled(null)
    drafts.type(row, { ...typed, ...change })
  }
  const content = contentOf(row, typed)
  const failure = drafts.failures.get(keyOf(row))
  const going = useMutation({
    mutationFn: (then: 'save' | 'submit') => (then === 'save' ? drafts.save(row) : handIn(row, drafts)),
    onSuccess: (entry, then) => {
      if (entry !== null) settled(then)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['entries'] }),
  })
  const start = (then: 'save' | 'submit') => {
    setTried(true)
    if (content !== null) going.mutate(then)
  }
  const label = row.yesNo ? says.yesNo : says.typed[row.typed ?? 'period']
  const reading = readTypedValue(typed.text, row.decimals)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        start('submit')
      }}
    >
      {row.yesNo ? (
        <fieldset className="choices yes-no">
          <legend>{label}</legend>
          {(['1', '0'] as const).map((value) => (
            <Choice
              key={value}
              pressed={typed.absence === null && typed.text === value}
              press={() => type({ text: value, absence: null })}
            >
              {value === '1' ? says.yes : says.no}
            </Choice>
          ))}
        </fieldset>
      ) : (
        <div className="value-field">
          <label htmlFor="entry-value">
            {label}（{text(row.unitOfMeasure)}）
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
            onChange={({ target }) => type({ text: target.value, absence: null })}
          />
        </div>
      )}
      <p id="entry-value-says" className="second value-says" aria-live="polite">
        {typed.absence === null && !row.yesNo && <ReadingWords row={row} typed={typed} tried={tried} />}
      </p>
      <fieldset className="choices" aria-label={label}>
        {!row.yesNo && (
          <Choice
            pressed={typed.absence === null && reading.is === 'value' && reading.value === 0}
            press={() => type({ text: '0', absence: null })}
          >
            {says.zero}
          </Choice>
        )}
        {(['not-applicable', 'withheld'] as const).map((absence) => (
          <Choice
            key={absence}
            pressed={typed.absence === absence}
            press={() => type({ absence: typed.absence === absence ? null : absence })}
          >
            {absence === 'withheld' ? says.withheld : says.notApplicable}
          </Choice>
        ))}
      </fieldset>
      <Findings findings={row.findings} decimals={row.decimals} />
      {row.needsLag && <LagFields lag={typed.lag} of="value" causes={grid.lagCauses} change={(lag) => type({ lag })} />}
      <label className="note-field">
        {row.findings.some(({ severity }) => severity === 'soft') ? says.noteRequired : says.note}
        <Input.TextArea
          rows={3}
          maxLength={2000}
          placeholder={says.noteHint}
          value={typed.note}
          onChange={({ target }) => type({ note: target.value })}
        />
      </label>
      {failure !== undefined && <ProblemState error={failure} />}
      {going.isError && <ProblemState error={going.error} />}
      <div className="choices">
        <Button onClick={() => start('save')} loading={going.isPending && going.variables === 'save'}>
          {says.save}
        </Button>
        <Button type="primary" htmlType="submit" loading={going.isPending && going.variables === 'submit'}>
          {row.entry?.state === 'returned' ? says.resubmit : says.submit}
        </Button>
      </div>
    </form>
  )
}

function Choice({ pressed, press, children }: { pressed: boolean; press: () => void; children: ReactNode }) {
  return (
    <button type="button" className="button" aria-pressed={pressed} onClick={press}>
      {children}
    </button>
  )
}

/** The number in full while one types, or what is wrong with it. */
function ReadingWords({ row, typed, tried }: { row: EntryRow; typed: Typed; tried: boolean }) {
  const says = useWords(recordingWords)
  const text = useText()
  const { language } = useLanguage()
  const reading = readTypedValue(typed.text, row.decimals)
  if (reading.is === 'empty') return tried ? <span className="wrong">{says.fillSomething}</span> : null
  if (reading.is === 'value')
    return (
      <>
        <span className="nowrap">{says.inUnit(exactNumber(reading.value, row.decimals), text(row.unitOfMeasure))}</span>
        {scaleFor(reading.value, language).word !== '' && (
          <>
            {says.equals}
            <AmountText
              figure={{ known: true, value: reading.value }}
              of={{ unit: row.unitOfMeasure, decimals: row.decimals }}
            />
          </>
        )}
      </>
    )
  return (
    <span className="wrong">{reading.at === undefined ? says.typedWrong[reading.why] : says.strange(reading.at)}</span>
  )
}
