import { choiceDays, followedEnd, type LocalDate } from '@xushi/domain'
import { checkPeriodOpen, type FilingContent, type FilingRow, promotionsOf, type Reading } from '@xushi/store'

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

/**
 * The same for a case that stands already, and for what was chosen out of it: a choice begins and ends with its case, and its own list may
 * be closed, or excused, apart from the case's.
 *
 * @param after null where the case is to count no more at all
 * @throws DomainError period-locked
 */
export async function checkCaseDaysOpen(
  reading: Reading,
  { before, after }: { readonly before: FilingRow; readonly after: Days | null },
  today: LocalDate,
): Promise<void> {
  await checkDaysOpen(reading, before, { before, after: after ?? never }, today)
  if (before.kind !== 'case') return
  for (const choice of await promotionsOf(reading, before.thread)) {
    const was = choiceDays(choice, before)
    const validTo = after === null ? null : followedEnd(choice.validTo, before.validTo, after.validTo)
    const is = after === null ? never : choiceDays({ ...choice, validTo }, after)
    await checkDaysOpen(reading, choice, { before: was, after: is }, today)
  }
}

const never: Days = { validFrom: null, validTo: null }
