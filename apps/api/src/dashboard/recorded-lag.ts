import type { RecordedLag } from '@xushi/contract'
import type { LagReason, LocalDate } from '@xushi/domain'
import { countedFilings, nation, type Reading, recordedLags } from '@xushi/store'
import type { Indicator } from '../catalogue/catalogue-view.ts'
import type { Asked } from '../figures/judged.ts'

/** A reason as it was handed in, with a value or in a narrative, and the period it speaks of. */
type Said = { readonly indicator: string; readonly period: string; readonly endsOn: LocalDate; readonly lag: LagReason }

/** 滞后原因 of several goals, by goal: of the nation or of one region, the last that was approved for a period up to the date. */
export async function lagsOf(
  reading: Reading,
  indicators: readonly Indicator[],
  { programme, view, on }: Asked,
  knownSeq: number | null,
  region: string = nation,
): Promise<ReadonlyMap<string, RecordedLag>> {
  const ids = indicators.map(({ id }) => id)
  const said = [
    ...(await withValues(reading, ids, { knownSeq, on, region })),
    ...(await inNarratives(reading, ids, { knownSeq, on, region })),
  ].toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
  const place = region === nation ? null : view.region(region).shortName
  return new Map(
    said.map(({ indicator, period, lag: { cause, remedy, responsible, newDate } }) => {
      const name = programme.lagCauses.find(({ id }) => id === cause)?.name ?? { zh: cause, en: cause }
      return [indicator, { cause: name, remedy, responsible, newDate, region: place, period }]
    }),
  )
}

type Which = { readonly knownSeq: number | null; readonly on: LocalDate; readonly region: string }

async function withValues(reading: Reading, ids: readonly string[], { region, ...which }: Which): Promise<Said[]> {
  const rows = await recordedLags(reading, ids, which)
  return rows
    .filter((row) => row.region === region)
    .map(({ indicatorId, period, endsOn, lag }) => ({ indicator: indicatorId, period, endsOn, lag: JSON.parse(lag) }))
}

async function inNarratives(
  reading: Reading,
  ids: readonly string[],
  { knownSeq, on, region }: Which,
): Promise<Said[]> {
  if (ids.length === 0) return []
  const rows = await countedFilings(reading, { kinds: ['narrative'], subjects: ids, region }, knownSeq)
  return rows.flatMap(({ subject, happenedOn, body }) => {
    const { period, lag }: { readonly period: string; readonly lag?: LagReason | null } = JSON.parse(body)
    if (lag == null || happenedOn === null || happenedOn > on) return []
    return [{ indicator: subject, period, endsOn: happenedOn, lag }]
  })
}
