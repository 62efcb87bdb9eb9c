import { DomainError } from '@xushi/domain'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { dashboardOn, momentIn, timesIn } from '../dashboard/dashboard.service.ts'
import type { Display } from '../displays/display.ts'
import type { Times } from '../figures/times.ts'
import type { AnswerVersion, Question } from '../figures/versioned-reply.ts'
import { completenessOn } from './completeness.ts'

export type ScreenAsked = {
  readonly programme: string
  readonly on?: string | undefined
  readonly region?: string | undefined
}

/**
 * The question of a display, narrowed to its scope: its programme, and its region where it has one.
 *
 * @throws DomainError display-out-of-scope
 */
export function withinScope(asked: ScreenAsked, display: Pick<Display, 'programme' | 'region'> | null): ScreenAsked {
  if (display === null) return asked
  const region = display.region ?? asked.region
  const isWithin = asked.programme === display.programme && (asked.region === undefined || asked.region === region)
  if (!isWithin) throw new DomainError('display-out-of-scope')
  return { ...asked, region }
}

/** The versioned answer: everything that a wall shows. Whoever may ask for it sees what entries say. */
export const screen =
  (sources: Sources, { programme, on, region }: ScreenAsked): Question =>
  (now, knownSeq) => {
    const asked = { programme, on, region, maySeeEntries: true }
    return {
      version: versionOf(asked, timesIn(now, asked, knownSeq)),
      answer: () =>
        sources.store.read(async (reading) => {
          const moment = await momentIn(reading, sources, asked, knownSeq)
          const { view, times } = moment
          const dashboard = await dashboardOn(reading, asked, moment)
          const regions = { programme: view.programme(programme), view, on: times.on, region }
          const completeness = await completenessOn(reading, regions)
          return { version: versionOf(asked, times), value: { ...dashboard, completeness } }
        }),
    }
  }

function versionOf({ programme, region }: ScreenAsked, { figuresSeq, on, onDefaulted }: Times): AnswerVersion {
  return ['screen', programme, region ?? null, figuresSeq, on, onDefaulted]
}
