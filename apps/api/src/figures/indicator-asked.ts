import { ledgerHead, type Reading } from '@xushi/store'
import { type Now, type Sources, todayOf } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { type AskedTimes, resolveTimes, type Times } from './times.ts'

export type AskedIndicator = AskedTimes & { readonly indicator: string }

/** An indicator that was asked for, on the date and with the catalogue that were asked for. */
export type IndicatorAsked = { readonly indicator: Indicator; readonly times: Times; readonly view: CatalogueView }

/** @throws DomainError unknown-indicator, unknown-date */
export function indicatorTimes({ view, today, head }: Now, asked: AskedIndicator, knownSeq: number | null): Times {
  const programme = view.programme(view.indicator(asked.indicator).programme)
  return resolveTimes(asked, knownSeq, { programme, today, head })
}

/** The same, read in one snapshot with everything that follows. `knownSeq` was resolved at the door. */
export async function indicatorIn(
  reading: Reading,
  sources: Sources,
  asked: AskedIndicator,
  knownSeq: number | null,
): Promise<IndicatorAsked> {
  const head = await ledgerHead(reading.db, reading.t)
  const today = todayOf(sources)
  const now = await sources.catalogue.view(reading, head.figuresSeq, null, today)
  const times = indicatorTimes({ head, today, view: now }, asked, knownSeq)
  const view = await sources.catalogue.view(reading, times.figuresSeq, knownSeq, times.on)
  return { indicator: view.indicator(asked.indicator), times, view }
}
