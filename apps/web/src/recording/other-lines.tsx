import { Link } from '@tanstack/react-router'
import type { CountRow, MilestoneRow, NarrativeRow, RecordingGrid } from '@xushi/contract'
import { Fragment } from 'react'
import { AmountText } from '../figure/figure-text.tsx'
import { useText, useWords } from '../language/language.tsx'
import { milestonesWords } from '../milestones/milestones.words.ts'
import { EntryStateMark } from '../status/entry-state.tsx'
import { CellStateMark } from './cell-state-mark.tsx'
import { recordingWords } from './recording.words.ts'

/** What is not typed here: counts of registers, milestones, narratives. */
export function OtherLines({ grid }: { grid: RecordingGrid }) {
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
          <CountLine key={row.indicator} row={row} past={grid.past} period={grid.period} />
        ) : row.is === 'milestone' ? (
          <MilestoneLine key={row.indicator} row={row} width={grid.past.length} />
        ) : row.is === 'narrative' ? (
          <NarrativeLine key={row.indicator} row={row} past={grid.past} />
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

function CountLine({ row, past, period }: { row: CountRow; past: readonly string[]; period: string }) {
  const says = useWords(recordingWords)
  const of = { unit: row.unitOfMeasure, decimals: 0 }
  return (
    <tr>
      <GoalHead row={row} as={says.countedAs} />
      {row.past.map((figure, index) => (
        <td className="number past" key={past[index]}>
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
          <Link to="/registers/$register" params={{ register: row.indicator }} search={{ period }} className="in-cell">
            {!row.figure.known && row.figure.why === 'register-not-open' ? says.register : says.stateNow.confirm}
          </Link>
        )}
      </td>
    </tr>
  )
}

function MilestoneLine({ row, width }: { row: MilestoneRow; width: number }) {
  const says = useWords(recordingWords)
  const words = useWords(milestonesWords)
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

function NarrativeLine({ row, past }: { row: NarrativeRow; past: readonly string[] }) {
  const says = useWords(recordingWords)
  const written = (length: number | null) =>
    length === null ? <span className="unknown">{says.unwritten}</span> : says.characters(length)
  return (
    <tr className="quiet-row">
      <GoalHead row={row} as={says.textAs} />
      {row.past.map((length, index) => (
        <td className="number past" key={past[index]}>
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
