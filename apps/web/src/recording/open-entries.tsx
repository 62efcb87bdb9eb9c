import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { deleteProgress, type ProgressEntry, type RecordingDesk, withdrawProgress } from '@xushi/contract'
import { Popconfirm } from 'antd'
import { call } from '../api/call.ts'
import { AmountText, WhyText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { recordingWords } from './recording.words.ts'

/** The newest approved entries; all of them stand on the indicator's page. */
const shownRecent = 6

/** What is open, returned or waiting, and what was approved last. */
export function OpenEntries({ desk }: { desk: RecordingDesk }) {
  const says = useWords(recordingWords)
  return (
    <section className="open-entries">
      <div className="section-head">
        <h2>{says.open}</h2>
        <span className="label">{says.openHint}</span>
      </div>
      {desk.open.length === 0 ? (
        <p className="second quiet-line">{says.noneOpen}</p>
      ) : (
        <Rows entries={desk.open} desk={desk} />
      )}
      {desk.recent.length > 0 && (
        <>
          <div className="section-head">
            <h2>{says.recent}</h2>
          </div>
          <Rows entries={desk.recent.slice(0, shownRecent)} desk={desk} />
        </>
      )}
    </section>
  )
}

function Rows({ entries, desk }: { entries: readonly ProgressEntry[]; desk: RecordingDesk }) {
  return (
    <ul>
      {entries.map((entry) => (
        <EntryLine key={entry.id} entry={entry} desk={desk} />
      ))}
    </ul>
  )
}

function EntryLine({ entry, desk }: { entry: ProgressEntry; desk: RecordingDesk }) {
  const says = useWords(recordingWords)
  const text = useText()
  const client = useQueryClient()
  const settle = { onSettled: () => client.invalidateQueries({ queryKey: ['entries'] }) }
  const removing = useMutation({
    mutationFn: () => call(deleteProgress, { params: { id: entry.id }, querystring: { version: entry.version } }),
    ...settle,
  })
  const takingBack = useMutation({
    mutationFn: () => call(withdrawProgress, { params: { id: entry.id }, body: { version: entry.version } }),
    ...settle,
  })
  const assignment = desk.assignments.find(({ indicator }) => indicator === entry.indicator)
  const of = { unit: assignment?.unitOfMeasure ?? { zh: '', en: '' }, decimals: assignment?.decimals ?? 0 }
  const cell = { indicator: entry.indicator, unit: entry.unit.id, region: entry.region, period: entry.period }
  return (
    <li>
      <span>
        <Link to="/entries/$id" params={{ id: entry.id }}>
          {assignment?.goal} {assignment === undefined ? entry.indicator : text(assignment.name)}
        </Link>
        <span className="label block">
          {entry.period}　{text(entry.unit.name)}
        </span>
        {entry.state === 'returned' && <span className="second block">{entry.returnReason}</span>}
      </span>
      <span className="number">
        {entry.value === null ? (
          <WhyText why={entry.absence ?? 'not-reported'} />
        ) : (
          <AmountText figure={{ known: true, value: entry.value }} of={of} />
        )}
        <span className="block">
          <EntryStateMark state={entry.state} />
        </span>
      </span>
      <span className="line-actions">
        {entry.moves.includes('edit') && (
          <Link to="/recording" search={(before) => ({ ...before, ...cell })} className="button">
            {says.edit}
          </Link>
        )}
        {entry.moves.includes('delete') && (
          <Popconfirm title={says.sure} onConfirm={() => removing.mutate()}>
            <button type="button" className="button">
              {says.remove}
            </button>
          </Popconfirm>
        )}
        {entry.state === 'submitted' && entry.moves.includes('withdrawal') && (
          <button type="button" className="button" onClick={() => takingBack.mutate()}>
            {says.takeBack}
          </button>
        )}
        {entry.moves.includes('correction') && (
          <Link to="/entries/$id" params={{ id: entry.id }} className="second">
            {says.correct}
          </Link>
        )}
      </span>
      {(removing.isError || takingBack.isError) && <ProblemState error={removing.error ?? takingBack.error} />}
    </li>
  )
}
