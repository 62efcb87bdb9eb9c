import { Link } from '@tanstack/react-router'
import type { MeasureRows } from '@xushi/wording'
import { QuestionLink } from '../clause/clause-button.tsx'
import { ClauseInShort } from '../clause/clause-words.tsx'
import { useText, useWords } from '../language/language.tsx'
import { useFold } from './folds.ts'
import { overviewWords } from './overview.words.ts'
import { TargetRow } from './target-row.tsx'

/** A measure in a quiet row, its targets beneath; its milestones are named by their number and open with their clauses. */
export function Measure({ rows, narrowed, on }: { rows: MeasureRows; narrowed: boolean; on: string }) {
  const { measure, targets, milestones } = rows
  const says = useWords(overviewWords)
  const text = useText()
  const [open, turn] = useFold(measure.id, false)
  const clauses = `milestones-${measure.id}`
  return (
    <section>
      <div className="measure">
        <h3>
          <em>
            <span className="visually-hidden">{says.measure}</span>
            {measure.number}
          </em>
          {text(measure.name)}
        </h3>
        <TitleNote measure={measure} />
        <span className="spacer" />
        {!narrowed && milestones.length > 0 && (
          <button type="button" className="label" aria-expanded={open} aria-controls={clauses} onClick={turn}>
            {says.milestones(milestones.length)}
            <Fold open={open} />
          </button>
        )}
        {milestones.length + targets.length === 0 && <span className="label">{says.noTargets}</span>}
      </div>
      {targets.map((target) => (
        <TargetRow key={target.id} target={target} on={on} />
      ))}
      {open && !narrowed && <Milestones id={clauses} milestones={milestones} />}
    </section>
  )
}

/** A title that is ours says so, and how sure it is. */
function TitleNote({ measure: { titleConfidence, titleNote } }: { measure: MeasureRows['measure'] }) {
  const says = useWords(overviewWords)
  const text = useText()
  if (titleConfidence !== 'C' && titleConfidence !== 'D') return null
  return (
    <span className="label" title={titleNote === null ? undefined : text(titleNote)}>
      {says.inferred}
      {titleNote !== null && <span className="measure-note">{`${says.colon}${text(titleNote)}`}</span>}
    </span>
  )
}

function Milestones({ id, milestones }: { id: string; milestones: MeasureRows['milestones'] }) {
  const text = useText()
  return (
    <ul className="milestones" id={id}>
      {milestones.map((milestone) => (
        <li key={milestone.id}>
          <em>{milestone.goal}</em>
          <Link to="/indicators/$indicator" params={{ indicator: milestone.id }}>
            {text(milestone.name)}
          </Link>{' '}
          <span className="label">
            <QuestionLink question={milestone.clause.question} /> <ClauseInShort clause={milestone.clause} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The arrow of a group that opens. */
export function Fold({ open }: { open: boolean }) {
  return (
    <svg className={open ? 'fold open' : 'fold'} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M3 1l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
