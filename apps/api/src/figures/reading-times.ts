import { ledgerHead, type Reading } from '@xushi/store'
import { type Sources, todayOf } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { type AskedTimes, resolveTimes, type Times } from './times.ts'

/** An indicator that was asked for, on the date and with the catalogue that were asked for. */
export type IndicatorAsked = { readonly indicator: Indicator; readonly times: Times; readonly view: CatalogueView }

/**
 * Finds an indicator and understands the two times of a request, in one snapshot.
 *
 * @throws DomainError unknown-indicator, unknown-date, unknown-moment
 */
export async function indicatorAsked(
  reading: Reading,
  sources: Sources,
  asked: AskedTimes & { readonly indicator: string },
): Promise<IndicatorAsked> {
  const head = await ledgerHead(reading.db, reading.t)
  const today = todayOf(sources)
  const now = await sources.catalogue.view(reading, head.figuresSeq, null, today)
  const programme = now.programme(now.indicator(asked.indicator).programme)
  const times = await resolveTimes(reading, head, asked, { programme, today })
  const view = await sources.catalogue.view(reading, times.figuresSeq, times.knownSeq, times.on)
  return { indicator: view.indicator(asked.indicator), times, view }
}
