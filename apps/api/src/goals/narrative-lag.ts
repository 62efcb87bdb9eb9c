import { type LocalDate, milestoneNeedsLagReason, needsLagReason } from '@xushi/domain'
import { countedFilings, nation, type Reading } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { regionalRow } from '../dashboard/regional-standing.ts'
import { entrySources } from '../figures/evidence.ts'
import { judged } from '../figures/judged.ts'
import { standingWire } from './milestones.service.ts'

type Asked = { readonly region: string; readonly on: LocalDate; readonly view: CatalogueView }

/**
 * Whether the narrative of a goal has to say why it is behind: where no value is typed that would carry the reason, for the nation or
 * for one region, as they stand on a day.
 */
export async function narrativeNeedsLag(reading: Reading, indicator: Indicator, asked: Asked): Promise<boolean> {
  if (indicator.kind === 'milestone') return milestoneBehind(reading, indicator, asked)
  if (indicator.typed !== null || indicator.target === null) return false
  const { region, on, view } = asked
  const programme = view.programme(indicator.programme)
  const entries = (await entrySources(reading, [indicator], view, null)).get(indicator.id)
  if (entries === undefined) return false
  if (region === nation) return needsLagReason(judged(indicator, { programme, view, on }, entries).judgement.status)
  const row = await regionalRow(reading, indicator, { programme, view, on, region, knownSeq: null }, entries, null)
  return needsLagReason(row.status)
}

/** A region answers for a milestone only once it recorded one of its own: the nation's day is not applied to it. */
async function milestoneBehind(reading: Reading, indicator: Indicator, { region, on }: Asked): Promise<boolean> {
  const filter = { kinds: ['milestone-event'], subjects: [indicator.id], region } as const
  const events = await countedFilings(reading, filter, null)
  if (region !== nation && events.length === 0) return false
  return milestoneNeedsLagReason(standingWire(events, on, indicator).state)
}
