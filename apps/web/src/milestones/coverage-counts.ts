import type { RegionCoverage } from '@xushi/contract'

/** The states of a region, in the order in which they are told. */
export const coverageStates = [
  'done',
  'under-way',
  'not-yet',
  'unreported',
] as const satisfies readonly RegionCoverage['state'][]

export type CoverageCounts = Readonly<Record<RegionCoverage['state'], number>> & { readonly all: number }

/** How many regions stand where. Each is counted once, so that the parts make up all of them. */
export function coverageCounts(rows: readonly Pick<RegionCoverage, 'state'>[]): CoverageCounts {
  const of = (state: RegionCoverage['state']) => rows.filter((row) => row.state === state).length
  return {
    all: rows.length,
    done: of('done'),
    'under-way': of('under-way'),
    'not-yet': of('not-yet'),
    unreported: of('unreported'),
  }
}
