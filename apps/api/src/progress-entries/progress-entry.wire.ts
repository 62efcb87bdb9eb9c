import type { ProgressEntry } from '@xushi/contract'
import type { EntryRow } from '@xushi/store'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { valueWire } from '../figures/figure.wire.ts'
import type { People } from './people.ts'

/**
 * An entry as the wire shows it, its value in the indicator's unit.
 *
 * @param moves what the person who asks may do with it now
 */
export function progressEntryWire(
  row: EntryRow,
  { view, people }: { readonly view: CatalogueView; readonly people: People },
  moves: ProgressEntry['moves'],
): ProgressEntry {
  const optional = (id: string | null) => (id === null ? null : people.person(id))
  return {
    id: row.id,
    programme: row.programme,
    indicator: row.indicatorId,
    region: row.region,
    unit: { id: row.unitId, name: view.unit(row.unitId).name },
    period: row.period,
    endsOn: row.endsOn,
    value: row.value === null ? null : valueWire(row.value, view.indicator(row.indicatorId).decimals),
    absence: row.absence,
    note: row.note,
    state: row.state,
    version: row.version,
    recorder: people.person(row.recorderId),
    unitReviewer: optional(row.unitReviewerId),
    approver: optional(row.approverId),
    supersedes: row.supersedesId,
    correctionReason: row.correctionReason,
    returnReason: row.returnReason,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
    decidedAt: row.decidedAt,
    approvedSeq: row.approvedSeq,
    demo: row.demo,
    moves,
  }
}
