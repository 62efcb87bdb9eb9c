import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listAuditEvents, listAuditPeople, type RouteOutput, showLedgerChain } from '@xushi/contract'
import { call } from '../api/call.ts'
import { type LedgerSearch, ledgerFilters } from './ledger-search.ts'

export type LedgerEvent = RouteOutput<typeof listAuditEvents>['events'][number]

export const eventsQuery = ({ before, ...narrowed }: LedgerSearch) =>
  queryOptions({
    queryKey: ['ledger', 'events', before ?? null, ledgerFilters.map((key) => narrowed[key] ?? null)],
    queryFn: ({ signal }) => {
      const given = ledgerFilters.flatMap((key) => (narrowed[key] === undefined ? [] : [[key, narrowed[key]] as const]))
      const querystring = { ...Object.fromEntries(given), ...(before === undefined ? {} : { before: Number(before) }) }
      return call(listAuditEvents, { querystring }, signal)
    },
    placeholderData: keepPreviousData,
  })

/** The state of the chain; asked again until a long ledger is through. */
export const chainQuery = queryOptions({
  queryKey: ['ledger', 'chain'],
  queryFn: ({ signal }) => call(showLedgerChain, {}, signal),
  refetchInterval: ({ state: { data } }) =>
    data !== undefined && data.broken === null && data.verifiedTo < data.events ? 300 : false,
})

export const peopleQuery = queryOptions({
  queryKey: ['ledger', 'people'],
  queryFn: ({ signal }) => call(listAuditPeople, {}, signal),
})
