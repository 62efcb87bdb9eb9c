import type { ReportReader, Role } from '@xushi/domain'
import { type AccountRow, unitsServed } from '@xushi/store'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import type { Person } from '../session/person.ts'

/** Somebody as far as it decides which reports they read and make: the regions of their units and everything below. */
export function readerOf(
  { accountId, role, unitIds }: Pick<Person, 'accountId' | 'role' | 'unitIds'>,
  { regions, units }: CatalogueView,
): ReportReader {
  const own = new Set(units.filter(({ id }) => unitIds.includes(id)).map(({ region }) => region))
  const below = regions.filter(({ parent }) => parent !== null && own.has(parent)).map(({ code }) => code)
  return { accountId, role, regions: new Set([...own, ...below]) }
}

/** The same of somebody who is not signed in. */
export const accountReader = (account: AccountRow, view: CatalogueView): ReportReader =>
  // Roles are checked when an account is written.
  readerOf({ accountId: account.id, role: account.role as Role, unitIds: unitsServed(account) }, view)
