import type { MilestonesPage } from '@xushi/contract'
import type { RefObject } from 'react'
import { useRegionNames } from '../api/region-names.ts'
import { ChartDownload } from '../chart-download/chart-download.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { milestonesWords } from './milestones.words.ts'
import { milestonesChartTable } from './milestones-chart-table.ts'
import type { ListedAspect } from './timeline-rows.ts'

type MilestonesDownloadProps = {
  readonly page: MilestonesPage
  readonly aspects: readonly ListedAspect[]
  /** Which milestones are listed. */
  readonly scope: string
  readonly chart: RefObject<HTMLElement | null>
}

/** The timeline as it is listed, and its records. */
export function MilestonesDownload({ page, aspects, scope, chart }: MilestonesDownloadProps) {
  const says = useWords(milestonesWords)
  const text = useText()
  const { language } = useLanguage()
  const regionName = useRegionNames()
  return (
    <ChartDownload
      title={says.file.title(text(page.programme.shortName), scope)}
      source={says.file.source}
      on={page.on}
      knownAt={page.knownAt}
      rule={says.file.rule}
      demo={page.demo}
      chart={() => chart.current}
      table={milestonesChartTable(aspects, language, says, regionName)}
    />
  )
}
