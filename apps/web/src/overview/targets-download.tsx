import type { Dashboard } from '@xushi/contract'
import type { AspectRows } from '@xushi/wording'
import type { RefObject } from 'react'
import { ChartDownload } from '../chart-download/chart-download.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { overviewWords } from './overview.words.ts'
import { targetsChartTable } from './targets-chart-table.ts'

type TargetsDownloadProps = {
  readonly dashboard: Dashboard
  readonly aspects: readonly AspectRows[]
  readonly chart: RefObject<HTMLElement | null>
}

/** The tree of targets as it stands open, and the figures of all targets in it. */
export function TargetsDownload({ dashboard, aspects, chart }: TargetsDownloadProps) {
  const says = useWords(overviewWords)
  const text = useText()
  const { language } = useLanguage()
  const { thresholds, shortName } = dashboard.programme
  return (
    <ChartDownload
      title={says.file.title(text(shortName))}
      source={says.file.source}
      on={dashboard.on}
      knownAt={dashboard.knownAt}
      rule={says.file.rule(
        thresholds.onSchedule.toFixed(1),
        thresholds.slightlyBehind.toFixed(1),
        text(thresholds.author),
      )}
      demo={dashboard.demo}
      chart={() => chart.current}
      table={targetsChartTable(aspects, language, says)}
    />
  )
}
