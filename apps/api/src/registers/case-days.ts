import type { LocalDate } from '@xushi/domain'
import { checkPeriodOpen, type FilingContent, type FilingRow, type Reading } from '@xushi/store'

type Days = Pick<FilingContent, 'validFrom' | 'validTo'>
type Place = Pick<FilingRow, 'programme' | 'subject' | 'unitId'>

/**
 * Refuses a case that would begin or end to count on a day of a closed period, or whose day there would change. What a correction leaves
 * as it is moves nothing.
 *
 * @param before what counts until now; null for a new case
 * @throws DomainError period-locked
 */
export async function checkDaysOpen(
  reading: Reading,
  { programme, subject, unitId }: Place,
  { before, after }: { readonly before: Days | null; readonly after: Days },
  today: LocalDate,
): Promise<void> {
  for (const end of ['validFrom', 'validTo'] as const) {
    const [was, is] = [before?.[end] ?? null, after[end]]
    if (was === is) continue
    for (const day of [was, is]) {
      if (day === null) continue
      const cell = { programme, indicatorId: subject, unitId, startsOn: day, endsOn: day }
      await checkPeriodOpen(reading, cell, today)
    }
  }
}
