import type { ProgressEntry } from '@xushi/contract'
import type { Finding } from '@xushi/domain'
import type { EntryRow } from '@xushi/store'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { valueWire } from '../figures/figure.wire.ts'
import type { People } from './people.ts'
import { findingWire } from './submission.ts'

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
  const { decimals } = view.indicator(row.indicatorId)
  const findings: readonly Finding[] = JSON.parse(row.findings)
  const asked: { readonly reason: string; readonly at: string } | null =
    row.correctionAsked === null ? null : JSON.parse(row.correctionAsked)
  const optional = (id: string | null) => (id === null ? null : people.person(id))
  return {
    id: row.id,
    programme: row.programme,
    indicator: row.indicatorId,
    region: row.region,
    unit: { id: row.unitId, name: view.unit(row.unitId).name },
    period: row.period,
    endsOn: row.endsOn,
    value: row.value === null ? null : valueWire(row.value, decimals),
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
    findings: findings.map((finding) => findingWire(finding, decimals)),
    lag: row.lag === null ? null : JSON.parse(row.lag),
    // Once it is corrected or withdrawn, the wish is fulfilled.
    correctionAsked: asked === null || row.state !== 'approved' ? null : { reason: asked.reason, at: asked.at },
    demo: row.demo,
    moves,
  }
}
