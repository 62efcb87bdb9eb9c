import { useQuery } from '@tanstack/react-query'
import { dashboardQuery, regionsQuery, unitsQuery } from '../api/queries.ts'
import { useText } from '../language/language.tsx'
import { peopleQuery } from './ledger.queries.ts'

/** What the ledger names by id, by the name it has now: people, indicators, regions and units. An id without a name stays an id. */
export function useLedgerNames(): ReadonlyMap<string, string> {
  const text = useText()
  const { indicators = [], milestones = [] } = useQuery(dashboardQuery({})).data ?? {}
  const regions = useQuery(regionsQuery).data?.regions ?? []
  const units = useQuery(unitsQuery).data?.units ?? []
  const people = useQuery(peopleQuery).data?.people ?? []
  return new Map([
    ...[...indicators, ...milestones, ...units].map(({ id, name }) => [id, text(name)] as const),
    ...regions.map(({ code, shortName }) => [code, text(shortName)] as const),
    ...people.map(({ id, name }) => [id, name] as const),
  ])
}
