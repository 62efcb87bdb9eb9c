import type { Series } from '@xushi/contract'
import { PeriodChart } from './period-chart.tsx'
import { PeriodTable } from './period-table.tsx'
import type { PictureProps } from './picture.tsx'
import { whatOf } from './progress-view.ts'
import { RegionLinesTable } from './region-lines-table.tsx'
import { RegionMultiples } from './region-multiples.tsx'
import { ShareBars } from './share-bars.tsx'

type OtherProps = PictureProps & { readonly series: Series }

/** The regions in small charts, their shares, or each period by itself. */
export function OtherPicture({ page, series, scale, view, span }: OtherProps) {
  if (view === 'region') return <RegionMultiples page={page} series={series} what={whatOf(scale)} />
  if (view === 'share') return <ShareBars page={page} series={series} what={whatOf(scale)} />
  const colour = page.judgement.sourceOfRecord === series.source ? 'var(--actual)' : 'var(--beside)'
  return <PeriodChart series={series} on={page.on} span={span} colour={colour} />
}

/** The same values as a table. */
export function OtherTable({ page, series, scale, view, span }: OtherProps) {
  if (view === 'nation') return <PeriodTable series={series} on={page.on} span={span} />
  const isSum = page.aggregation.regions === 'sum'
  return (
    <RegionLinesTable series={series} on={page.on} what={whatOf(scale)} hasPeriods={view === 'region'} isSum={isSum} />
  )
}
