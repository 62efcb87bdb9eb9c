import {
  type LedgerAction,
  ledgerActions,
  ledgerSubjects,
  reviewActs,
  reviewedWords,
  singleActions,
} from '@xushi/domain'
import { DateField } from '../app/date-field.tsx'
import { useWords } from '../language/language.tsx'
import { actionText, actionWords, subjectText } from './action.words.ts'
import { ledgerWords } from './ledger.words.ts'
import { type LedgerSearch, ledgerFilters } from './ledger-search.ts'

type Props = {
  readonly search: LedgerSearch
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly narrow: (change: Record<string, string | undefined>) => void
}

/** By person, thing, action and days; all of it stands in the address. */
export function LedgerFilters({ search, people, narrow }: Props) {
  const says = useWords(ledgerWords)
  const acts = useWords(actionWords)
  const chosen = (text: string) => (text === '' ? undefined : text)
  const day = (key: 'from' | 'to') => (
    <span className="ledger-day">
      {says[key]}{' '}
      <DateField
        label={says[key]}
        calendarLabel={says.calendar}
        value={search[key] ?? ''}
        onChoose={(on) => narrow({ [key]: chosen(on) })}
      />
    </span>
  )
  const actor = search.actor
  const isKnownAction = (ledgerActions as readonly string[]).includes(search.action ?? '')
  const option = (action: LedgerAction) => (
    <option key={action} value={action}>
      {actionText(action, acts)}
    </option>
  )
  return (
    <div className="ledger-filters no-print">
      {day('from')}
      {day('to')}
      <select
        aria-label={says.person}
        value={actor ?? ''}
        onChange={({ target }) => narrow({ actor: chosen(target.value) })}
      >
        <option value="">{says.allPeople}</option>
        {actor !== undefined && !people.some(({ id }) => id === actor) && <option value={actor}>{actor}</option>}
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={says.kind}
        value={search.subjectKind ?? ''}
        onChange={({ target }) => narrow({ subjectKind: chosen(target.value), subjectId: undefined })}
      >
        <option value="">{says.allKinds}</option>
        {ledgerSubjects.map((kind) => (
          <option key={kind} value={kind}>
            {subjectText(kind, acts)}
          </option>
        ))}
      </select>
      <select
        aria-label={says.action}
        value={search.action ?? ''}
        onChange={({ target }) => narrow({ action: chosen(target.value) })}
      >
        <option value="">{says.allActions}</option>
        {search.action !== undefined && !isKnownAction && <option value={search.action}>{search.action}</option>}
        {reviewedWords.map((word) => (
          <optgroup key={word} label={acts.reviewed[word]}>
            {reviewActs.map((act) => option(`${word}-${act}`))}
          </optgroup>
        ))}
        <optgroup label={says.otherActions}>{singleActions.map(option)}</optgroup>
      </select>
      {search.subjectId !== undefined && (
        <button
          type="button"
          className="button"
          aria-pressed="true"
          title={search.subjectId}
          onClick={() => narrow({ subjectId: undefined })}
        >
          {says.oneSubject} ×
        </button>
      )}
      {ledgerFilters.some((key) => search[key] !== undefined) && (
        <button
          type="button"
          className="button quiet"
          onClick={() => narrow(Object.fromEntries(ledgerFilters.map((key) => [key, undefined])))}
        >
          {says.all}
        </button>
      )}
      <span className="spacer" />
      <a className="button" href="/api/audit-events?format=ndjson" download title={says.exportHint}>
        {says.exportAll}
      </a>
    </div>
  )
}
