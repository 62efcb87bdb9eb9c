import type { MilestonesPage, MilestoneTrack, TrackedMilestone } from '@xushi/contract'

/** A milestone with those of its tracks that are listed. */
export type ListedMilestone = { readonly milestone: TrackedMilestone; readonly tracks: readonly MilestoneTrack[] }

export type ListedAspect = {
  readonly aspect: MilestonesPage['programme']['aspects'][number]
  readonly all: number
  readonly rows: readonly ListedMilestone[]
}

/**
 * The milestones by aspect, in the order of the notice. The short list leaves out what nobody spoke of, what is long done, and what
 * regions are encouraged to do, which has maps of its own.
 */
export function timelineRows({ programme, milestones }: MilestonesPage, which: 'notable' | 'all'): ListedAspect[] {
  const aspectOf = new Map(programme.measures.map(({ id, aspect }) => [id, aspect]))
  return programme.aspects.map((aspect) => {
    const own = milestones.filter(({ measure }) => aspectOf.get(measure) === aspect.id)
    const rows = own.map((milestone) => ({
      milestone,
      tracks: (milestone.tracks ?? []).filter(({ isNotable }) => which === 'all' || isNotable),
    }))
    return { aspect, all: own.length, rows: which === 'all' ? rows : rows.filter(({ tracks }) => tracks.length > 0) }
  })
}

/** Milestones that nobody has said anything of, leaving out what has maps of its own. */
export const unspoken = ({ milestones }: MilestonesPage): readonly TrackedMilestone[] =>
  milestones.filter(
    ({ isCoverage, tracks }) =>
      !isCoverage && tracks !== null && tracks.every(({ standing }) => standing.state === 'not-recorded'),
  )

/** Every day that the axis has to hold. */
export function daysOf({
  programme,
  milestones,
  on,
}: Pick<MilestonesPage, 'programme' | 'milestones' | 'on'>): string[] {
  const tracks = milestones.flatMap(({ tracks }) => tracks ?? [])
  return [
    programme.publishedOn,
    on,
    ...tracks.flatMap(({ expected, events }) => [...expected, ...events].map((day) => day.on)),
  ].filter((day) => day >= programme.publishedOn)
}
