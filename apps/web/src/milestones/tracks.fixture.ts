import type { MilestoneTrack, TrackEvent } from '@xushi/contract'
import { expectedDays, isNotable, milestoneStanding } from '@xushi/domain'

type Told = Partial<TrackEvent> & Pick<TrackEvent, 'kind' | 'on'>

/** A track as the server would tell it on a day. */
export function trackOn(on: string, told: readonly Told[], region: string | null = null): MilestoneTrack {
  const events = told
    .filter((event) => event.on <= on)
    .map(
      (event, index): TrackEvent => ({
        id: `e${index}`,
        expectedOn: null,
        stage: null,
        number: null,
        documentNumber: null,
        note: '',
        demo: false,
        ...event,
      }),
    )
  const standing = milestoneStanding(events, on, null)
  return {
    region,
    standing: { ...standing, expectedBefore: [...standing.expectedBefore] },
    expected: [...expectedDays(events, on, null)],
    events,
    isNotable: isNotable(standing, on),
  }
}

export const planned: Told = { kind: 'planned', on: '2020-04-15', expectedOn: '2020-09-30' }
export const moved: Told = { kind: 'moved', on: '2020-09-22', expectedOn: '2020-11-30', note: '案例不足，补充征集' }
export const done: Told = { kind: 'done', on: '2020-12-10', documentNumber: '工信厅〔2020〕1号' }
export const drafted: Told = { kind: 'stage', on: '2020-07-06', stage: '征求意见' }
export const issue = (number: number, on: string): Told => ({ kind: 'issue', on, number })
