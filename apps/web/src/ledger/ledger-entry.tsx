import { Link } from '@tanstack/react-router'
import { useWords } from '../language/language.tsx'
import { actionText, actionWords, subjectText } from './action.words.ts'
import { EventDifference } from './event-difference.tsx'
import type { LedgerEvent } from './ledger.queries.ts'
import { ledgerWords } from './ledger.words.ts'
import { Time } from './ledger-chain.tsx'
import { subjectAddress, subjectName } from './subject-address.ts'

type Props = {
  readonly event: LedgerEvent
  readonly nameOf: ReadonlyMap<string, string>
  readonly narrow: (change: Record<string, string | undefined>) => void
}

/** One event: when, who, what, of what; what it changed; and, quietly, what its hash stands on. */
export function LedgerEntry({ event, nameOf, narrow }: Props) {
  const says = useWords(ledgerWords)
  const acts = useWords(actionWords)
  const { seq, at, actor, actorName, action, subjectKind, subjectId, hash, previousHash } = event
  const address = subjectAddress(event)
  const subject = `${subjectText(subjectKind, acts)} ${nameOf.get(subjectId) ?? subjectName(event, nameOf)}`
  return (
    <li className="ledger-event" data-seq={seq}>
      <p className="ledger-line">
        <span className="label number">#{seq}</span>
        <Time at={at} />
        <button type="button" className="ledger-narrow" onClick={() => narrow({ actor })}>
          {actorName}
        </button>
        <b>{actionText(action, acts)}</b>
        <span className="ledger-subject">
          <span title={subjectId}>{address === null ? subject : <Link to={address}>{subject}</Link>}</span>{' '}
          <button type="button" className="ledger-narrow label" onClick={() => narrow({ subjectKind, subjectId })}>
            {says.thisOnly}
          </button>
        </span>
      </p>
      {!event.holds && (
        <p className="ledger-broken" role="alert">
          {says.rowBroken}
        </p>
      )}
      <EventDifference before={event.before} after={event.after} nameOf={nameOf} />
      <p className="label ledger-quiet">
        <span>
          {says.origin} {event.origin}
        </span>
        {event.actorUnit !== null && (
          <span>
            {says.unit} {nameOf.get(event.actorUnit) ?? event.actorUnit}
          </span>
        )}
        {event.movesFigures && <span>{says.moves}</span>}
        <span title={hash}>
          {says.hash} <code>{hash.slice(0, 12)}</code>
        </span>
        {previousHash !== '' && (
          <span title={previousHash}>
            {says.previous} <code>{previousHash.slice(0, 12)}</code>
          </span>
        )}
      </p>
    </li>
  )
}
