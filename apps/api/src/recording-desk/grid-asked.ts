import { addDays, type LocalDate, monthOf, type Period } from '@xushi/domain'
import type { Reading } from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import type { ProgressService } from '../progress-entries/progress-entries.service.ts'
import type { Person } from '../session/person.ts'

export const shownBefore = 3
export const openStates = ['draft', 'submitted', 'unit-reviewed', 'returned'] as const

export type GridAsked = {
  readonly reading: Reading
  readonly person: Person
  readonly view: CatalogueView
  readonly today: LocalDate
  readonly region: string
  readonly month: Period
  /** The three months before, oldest first. */
  readonly before: readonly Period[]
  readonly progress: ProgressService
}

export function monthsBefore(month: Period, count: number): readonly Period[] {
  const months: Period[] = []
  for (let current = month; months.length < count; ) {
    current = monthOf(addDays(current.startsOn, -1))
    months.unshift(current)
  }
  return months
}

export const goalOf = ({ id, goal, name, unit }: Indicator) => ({ indicator: id, goal, name, unitOfMeasure: unit })
