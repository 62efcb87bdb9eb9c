import type { GroupsPage } from '@xushi/contract'
import type { RefObject } from 'react'
import { ChartDownload } from '../chart-download/chart-download.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import type { Group } from './group-model.ts'
import { groupsWords } from './groups.words.ts'
import { groupChartTable } from './groups-chart-table.ts'

type GroupDownloadProps = {
  readonly group: Group
  readonly page: GroupsPage
  /** Where the drawing of the group is. */
  readonly chart: RefObject<HTMLElement | null>
}

/** A group as it is drawn, and the counts of its members. */
export function GroupDownload({ group, page, chart }: GroupDownloadProps) {
  const says = useWords(groupsWords)
  const text = useText()
  const { language } = useLanguage()
  return (
    <ChartDownload
      title={text(group.name)}
      source={says.file.source}
      on={page.on}
      knownAt={page.knownAt}
      rule={text(group.rule)}
      demo={page.demo}
      chart={() => chart.current}
      table={groupChartTable(group, language, says)}
    />
  )
}
