import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import type { RefObject } from 'react'
import { ChartDownload } from '../chart-download/chart-download.tsx'
import { useText, useWords } from '../language/language.tsx'
import { comparisonChartTable } from './comparison-chart-table.ts'
import { useTileWords } from './region-grid.tsx'
import { regionsWords, ruleText } from './regions.words.ts'

type ComparisonDownloadProps = {
  readonly standing: RegionsStanding
  readonly rows: readonly RegionStanding[]
  /** Where the lines and their figures are. */
  readonly chart: RefObject<HTMLElement | null>
}

/** The lines side by side and their figures, as they are compared now. */
export function ComparisonDownload({ standing, rows, chart }: ComparisonDownloadProps) {
  const says = useWords(regionsWords)
  const text = useText()
  const words = useTileWords()
  const { indicator, source } = standing
  return (
    <ChartDownload
      title={says.file.compared(`${indicator.goal} ${text(indicator.name)}`)}
      unit={indicator.kind === 'yes-no' ? '' : text(indicator.unit)}
      source={source === null ? says.file.sources.none : says.file.sources[source]}
      on={standing.on}
      knownAt={standing.knownAt}
      rule={ruleText(standing, says)}
      demo={rows.some(({ demo }) => demo)}
      chart={() => chart.current}
      table={comparisonChartTable(standing, rows, words)}
    />
  )
}
