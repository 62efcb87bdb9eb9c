import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTitle } from '../app/title.ts'
import { useWords } from '../language/language.tsx'
import { PeopleOnly } from '../session/people-only.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { eventsQuery, peopleQuery } from './ledger.queries.ts'
import { ledgerWords } from './ledger.words.ts'
import { LedgerChain } from './ledger-chain.tsx'
import { LedgerEntry } from './ledger-entry.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import { useLedgerNames } from './use-ledger-names.ts'
import './ledger.css'

/** 操作台账: what happened, newest first, with what it really changed; to narrow, to check and to take away. */
export function LedgerPage() {
  const says = useWords(ledgerWords)
  useTitle(says.title)
  return (
    <>
      <h1>{says.title}</h1>
      <p className="second">{says.hint}</p>
      <PeopleOnly action="ledger:read" noRight={says.noRight}>
        {() => <Content />}
      </PeopleOnly>
    </>
  )
}

function Content() {
  const says = useWords(ledgerWords)
  const search = useSearch({ from: '/audit' })
  const navigate = useNavigate({ from: '/audit' })
  const query = useQuery(eventsQuery(search))
  const people = useQuery(peopleQuery)
  const nameOf = useLedgerNames()
  const narrow = (change: Record<string, string | undefined>) =>
    navigate({ search: (before) => ({ ...before, before: undefined, ...change }) })
  return (
    <>
      <LedgerChain />
      <LedgerFilters search={search} people={people.data?.people ?? []} narrow={narrow} />
      <QueryState query={query}>
        {({ events, next }) => (
          <section aria-label={says.events} aria-busy={query.isPlaceholderData}>
            {events.length === 0 && (
              <Notice kind="empty" title={says.empty}>
                <p>{says.emptyHint}</p>
              </Notice>
            )}
            <ol className="ledger-events">
              {events.map((event) => (
                <LedgerEntry key={event.seq} event={event} nameOf={nameOf} narrow={narrow} />
              ))}
            </ol>
            <p className="ledger-pages no-print">
              {search.before !== undefined && (
                <button type="button" className="button" onClick={() => narrow({})}>
                  {says.newest}
                </button>
              )}
              {next !== null && (
                <button type="button" className="button" onClick={() => narrow({ before: String(next) })}>
                  {says.older}
                </button>
              )}
            </p>
          </section>
        )}
      </QueryState>
    </>
  )
}
