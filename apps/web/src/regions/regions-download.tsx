import type { RegionsStanding } from '@xushi/contract'
import type { RefObject } from 'react'
import { ChartDownload } from '../chart-download/chart-download.tsx'
import { useText, useWords } from '../language/language.tsx'
import { useTileWords } from './region-grid.tsx'
import { regionsWords, ruleText } from './regions.words.ts'
import { regionsChartTable } from './regions-chart-table.ts'
import type { RegionView } from './regions-search.ts'

type RegionsDownloadProps = {
  readonly standing: RegionsStanding
  readonly view: RegionView
  /** Where the tiles and their legend are. */
  readonly chart: RefObject<HTMLElement | null>
}

/** The tiles as they are coloured now, and all figures of the table. */
export function RegionsDownload({ standing, view, chart }: RegionsDownloadProps) {
  const says = useWords(regionsWords)
  const text = useText()
  const words = useTileWords()
  const { indicator, source } = standing
  return (
    <ChartDownload
      title={says.file.title(`${indicator.goal} ${text(indicator.name)}`, says[view])}
      unit={view === 'value' && indicator.kind !== 'yes-no' ? text(indicator.unit) : ''}
      source={source === null ? says.file.sources.none : says.file.sources[source]}
      on={standing.on}
      knownAt={standing.knownAt}
      rule={ruleText(standing, says)}
      demo={standing.demo}
      chart={() => chart.current}
      table={regionsChartTable(standing, words)}
    />
  )
}
