import type { ProgressEntry } from '@xushi/contract'
import { type AccountRow, accountsById, type Reading } from '@xushi/store'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import type { Person } from '../session/person.ts'

export type PersonWire = ProgressEntry['recorder']

/** Who had a hand in an entry or a filing. */
type Handled = {
  readonly recorderId: string
  readonly unitReviewerId: string | null
  readonly approverId: string | null
}

/** The names of the people behind entries, for one answer. */
export type People = { readonly person: (accountId: string) => PersonWire }

export async function peopleOf(reading: Reading, rows: readonly Handled[], view: CatalogueView): Promise<People> {
  const ids = rows.flatMap(({ recorderId, unitReviewerId, approverId }) => [recorderId, unitReviewerId, approverId])
  const accounts = await accountsById(reading, ids)
  return { person: (id) => personWire(id, accounts.get(id), view) }
}

/** Whether nobody else has had a hand in an entry: then nobody's name has to be looked up. */
export const isOnlyOf = ({ accountId }: Person, { recorderId, unitReviewerId, approverId }: Handled): boolean =>
  recorderId === accountId && unitReviewerId === null && approverId === null

/** The person who asks, as the only one behind an entry. */
export const themselves = (person: Person, view: CatalogueView): People => ({
  person: (id) => personWire(id, person, view),
})

/** A person by id; the bare id for one who has no account. */
export function personWire(
  id: string,
  account: Pick<AccountRow, 'displayName' | 'unitId'> | undefined,
  { units }: CatalogueView,
): PersonWire {
  const unit = units.find((candidate) => candidate.id === account?.unitId)
  return { id, name: account?.displayName ?? id, unit: unit?.name ?? null }
}
