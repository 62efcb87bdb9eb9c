import type { Series } from '@xushi/contract'

export type Answer = 'yes' | 'no'

/** What each region last said by a date: a dated state that holds until it changes. Who never said anything is not in it. */
export function answersOf(
  { regions = [], endsOn }: Pick<Series, 'regions' | 'endsOn'>,
  on: string,
): ReadonlyMap<string, Answer> {
  return new Map(
    regions.flatMap(({ region, value }): [string, Answer][] => {
      const last = value.findLast((said, index) => said !== null && (endsOn[index] ?? on) <= on)
      return last == null ? [] : [[region, last === 1 ? 'yes' : 'no']]
    }),
  )
}
