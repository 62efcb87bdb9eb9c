import type { Case } from '@xushi/contract'

/** Turns the direction of a sort, or sorts by another column, first upwards. */
export function sortedBy(sort: string | undefined, key: string): string {
  return sort === `${key}.up` ? `${key}.down` : `${key}.up`
}

/** The values of a column that occur, in order, for a list to choose from. */
export const valuesOf = (
  cases: readonly Case[],
  of: (one: Case) => string | null | readonly (string | null)[],
): readonly string[] => [...new Set(cases.flatMap(of).filter((value) => value !== null))].sort()
