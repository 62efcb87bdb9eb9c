import type { RecordingGrid } from '@xushi/contract'
import { DomainError, parsePeriod } from '@xushi/domain'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { ProgressService } from '../progress-entries/progress-entries.service.ts'
import type { Person } from '../session/person.ts'
import { countRows } from './count-rows.ts'
import { entryRows } from './entry-rows.ts'
import { monthsBefore, shownBefore } from './grid-asked.ts'
import { milestoneRows } from './milestone-rows.ts'
import { narrativeRows } from './narrative-rows.ts'

/**
 * 填报工作台: what one person records of a region in a month. Numbers with their past and what the rules find in them, counts that are
 * never typed, milestones, and the narrative of each goal that has a row.
 *
 * @throws DomainError unknown-region, unknown-period, period-not-over
 */
export const recordingGrid = (
  sources: Sources,
  progress: ProgressService,
  person: Person,
  asked: { readonly region: string; readonly period: string },
): Promise<RecordingGrid> =>
  sources.store.read(async (reading) => {
    const view = await viewIn(reading, sources)
    const today = todayOf(sources)
    const { code: region } = view.region(asked.region)
    const month = parsePeriod(asked.period)
    if (month === null || month.kind !== 'month') throw new DomainError('unknown-period', { value: asked.period })
    if (month.endsOn >= today) throw new DomainError('period-not-over')
    const [programme] = view.programmes
    if (programme === undefined) throw new DomainError('unknown-programme')
    const grid = { reading, person, view, today, region, month, before: monthsBefore(month, shownBefore), progress }
    const indicators = view.indicatorsOf(programme.id)
    const entries = await entryRows(indicators, grid)
    const counts = await countRows(indicators, grid)
    const milestones = await milestoneRows(indicators, grid)
    const goals = new Set([...entries, ...counts].map(({ indicator }) => indicator))
    const narratives = await narrativeRows(
      indicators.filter(({ id }) => goals.has(id)),
      grid,
    )
    return {
      programme: programme.id,
      region,
      period: month.code,
      endsOn: month.endsOn,
      today,
      past: grid.before.map(({ code }) => code),
      rows: [...entries, ...counts, ...milestones, ...narratives],
      lagCauses: [...(programme.lagCauses ?? [])],
    }
  })
