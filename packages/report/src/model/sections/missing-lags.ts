import type { Text } from '@xushi/domain'
import type { Telling } from '../told.ts'
import { isBehind } from './summary.section.ts'

/** What is late and has said no reason yet, with whoever is responsible for it. */
export type MissingLag = {
  readonly goal: string
  readonly name: Text
  readonly responsible: Text | null
  readonly is: 'target' | 'milestone'
}

/** Targets that are behind, then milestones that are overdue, without a reason on record. Milestones are those of the nation. */
export function missingLags({ material }: Telling): readonly MissingLag[] {
  const { dashboard, indicators, milestones, region } = material
  const responsibleFor = (id: string) =>
    indicators.find(({ page }) => page.judgement.id === id)?.page.responsible ?? null
  const targets = dashboard.indicators
    .filter((target) => isBehind(target) && target.lag === null)
    .map(({ id, goal, name }) => ({ goal, name, responsible: responsibleFor(id), is: 'target' as const }))
  const late = dashboard.milestones
    .filter(({ standing, lag }) => region === null && standing?.state === 'overdue' && lag === null)
    .map(({ id, goal, name }) => {
      const responsible = milestones.milestones.find((one) => one.id === id)?.responsible ?? null
      return { goal, name, responsible, is: 'milestone' as const }
    })
  return [...targets, ...late]
}
