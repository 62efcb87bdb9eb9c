import { Link } from '@tanstack/react-router'
import { type Case, type CaseDetail, entryStateNames } from '@xushi/contract'
import { Demo } from '../app/demo.tsx'
import { CorrectionAsked } from '../filings/correction-asked.tsx'
import { filingWords } from '../filings/filings.words.ts'
import { useText, useWords } from '../language/language.tsx'
import { EntryStateMark } from '../status/entry-state.tsx'
import { registerWords } from './registers.words.ts'

/** The name of a case, its state and the people who answer for it. */
export function CaseHead({ detail: { case: one, register, into } }: { detail: CaseDetail }) {
  const says = useWords(registerWords)
  const filing = useWords(filingWords)
  const text = useText()
  return (
    <header className="register-head">
      <p className="label">
        <Link to="/registers/$register" params={{ register: register.id }}>
          {text(register.name)}
        </Link>
      </p>
      <h1>
        {one.title === '' ? '—' : one.title} {one.demo && <Demo />}
      </h1>
      <p className="register-count">
        <EntryStateMark state={one.state} />
        {one.underway !== null && <span className="second">{says.underway(text(entryStateNames[one.underway]))}</span>}
        <span className="second">{counting(one, says)}</span>
        {one.round !== null && one.round !== register.round && (
          <span className="second">{says.otherRound(one.round, register.round ?? '')}</span>
        )}
        <span className="second">{text(one.unit.name)}</span>
        <span className="second">
          {filing.recordedBy} {one.recorder.name}
          {one.unitReviewer !== null && `，${filing.reviewedBy} ${one.unitReviewer.name}`}
          {one.approver !== null && `，${filing.approvedBy} ${one.approver.name}`}
        </span>
      </p>
      {into !== null && (
        <p>
          <span className="second">{one.state === 'withdrawn' ? says.mergedInto : says.mergesInto}</span>{' '}
          <Link to="/cases/$id" params={{ id: into.id }}>
            {into.title}
          </Link>
        </p>
      )}
      {one.returnReason !== null && one.state === 'returned' && (
        <p className="wrong">
          {filing.returnReason}：{one.returnReason}
        </p>
      )}
      {one.correctionReason !== null && (
        <p className="second">
          {filing.correctionReason}：{one.correctionReason}
        </p>
      )}
      <CorrectionAsked asked={one.correctionAsked} />
    </header>
  )
}

type Says = {
  readonly countsNot: string
  readonly countsNoMore: string
  readonly countsFrom: (on: string) => string
  readonly countsUntil: (from: string, to: string) => string
  readonly leavesOnceApproved: (on: string) => string
}

/** Between which days it counts; what waits for approval is no fact yet. */
export function counting(
  { state, validFrom, validTo }: Pick<Case, 'state' | 'validFrom' | 'validTo'>,
  says: Says,
): string {
  if (validFrom === null) return says.countsNot
  if (state === 'withdrawn') return says.countsNoMore
  if (validTo === null) return says.countsFrom(validFrom)
  const isDecided = state === 'approved' || state === 'superseded'
  return isDecided ? says.countsUntil(validFrom, validTo) : says.leavesOnceApproved(validTo)
}
