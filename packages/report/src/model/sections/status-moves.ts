import type { Status } from '@xushi/domain'
import type { ReportMaterial } from '../report-material.ts'
import type { Target } from './target-sentence.ts'

export type StatusMove = { readonly target: Target; readonly before: Status; readonly was: Target }

/** Targets whose status is another one than on the compared day; those that were not there then have not moved. */
export function statusMoves({
  dashboard,
  compared,
}: Pick<ReportMaterial, 'dashboard' | 'compared'>): readonly StatusMove[] {
  const before = new Map(compared.indicators.map((target) => [target.id, target]))
  return dashboard.indicators.flatMap((target) => {
    const was = before.get(target.id)
    return was === undefined || was.status === target.status ? [] : [{ target, before: was.status, was }]
  })
}
