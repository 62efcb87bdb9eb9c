import type { RecordedLag } from '@xushi/contract'
import type { LagReason } from '@xushi/domain'
import { nation, type Reading, recordedLags } from '@xushi/store'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import type { Asked } from '../figures/judged.ts'

/** 滞后原因 of several indicators, by indicator: of the nation or of one region, the last that was approved for a value up to the date. */
export async function lagsOf(
  reading: Reading,
  indicators: readonly Indicator[],
  { programme, view, on }: Asked,
  knownSeq: number | null,
  region: string = nation,
): Promise<ReadonlyMap<string, RecordedLag>> {
  const ids = indicators.map(({ id }) => id)
  const rows = await recordedLags(reading, ids, { knownSeq, on })
  return new Map(
    rows
      .filter((row) => row.region === region)
      .map((row) => {
        const { cause, remedy, responsible, newDate }: LagReason = JSON.parse(row.lag)
        const name = programme.lagCauses.find(({ id }) => id === cause)?.name ?? { zh: cause, en: cause }
        const place = row.region === nation ? null : view.region(row.region).shortName
        return [row.indicatorId, { cause: name, remedy, responsible, newDate, region: place, period: row.period }]
      }),
  )
}
