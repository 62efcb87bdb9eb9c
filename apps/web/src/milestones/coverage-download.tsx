import type { MilestonesPage, TrackedMilestone } from '@xushi/contract'
import type { RefObject } from 'react'
import { useRegionNames } from '../api/region-names.ts'
import { ChartDownload } from '../chart-download/chart-download.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { coverageChartTable } from './coverage-chart-table.ts'
import { milestonesWords } from './milestones.words.ts'

type CoverageDownloadProps = {
  readonly page: MilestonesPage
  readonly milestones: readonly TrackedMilestone[]
  /** Where the legend and the maps are. */
  readonly chart: RefObject<HTMLElement | null>
}

/** The maps as they are drawn, and what every region said of every policy. */
export function CoverageDownload({ page, milestones, chart }: CoverageDownloadProps) {
  const says = useWords(milestonesWords)
  const text = useText()
  const { language } = useLanguage()
  const regionName = useRegionNames()
  return (
    <ChartDownload
      title={says.file.title(text(page.programme.shortName), says.coverage)}
      source={says.file.source}
      on={page.on}
      knownAt={page.knownAt}
      rule={says.file.coverageRule}
      demo={milestones.some(({ coverage }) => coverage?.some(({ demo }) => demo))}
      chart={() => chart.current}
      table={coverageChartTable(milestones, language, says, regionName)}
    />
  )
}
