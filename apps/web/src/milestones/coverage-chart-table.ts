import type { TrackedMilestone } from '@xushi/contract'
import type { Language } from '@xushi/wording'
import type { ChartTable } from '../chart-download/chart-file.ts'
import type { milestonesWords } from './milestones.words.ts'

type Says = (typeof milestonesWords)['en']

/** What the maps show as a table to take away: each region of each policy in a row; a region that said nothing says so. */
export function coverageChartTable(
  milestones: readonly Pick<TrackedMilestone, 'goal' | 'name' | 'coverage'>[],
  language: Language,
  says: Says,
  regionName: (code: string) => string,
): ChartTable {
  const { goal, name, region, on, document } = says.columns
  return {
    columns: [goal, name, says.file.code, region, says.file.state, on, document],
    rows: milestones.flatMap((milestone) =>
      (milestone.coverage ?? []).map((row) => [
        milestone.goal,
        milestone.name[language],
        row.region,
        regionName(row.region),
        says.coverageStates[row.state],
        row.on,
        row.document,
      ]),
    ),
  }
}
