import { type AccountRow, accountsById, type LedgerRow, type Reading } from '@xushi/store'

type People = ReadonlyMap<string, AccountRow>

/** The accounts behind events; the product and the catalogue act too, and have none. */
export const actorsOf = (reading: Reading, rows: readonly LedgerRow[]): Promise<People> =>
  accountsById(
    reading,
    rows.map(({ actor }) => actor),
  )

/** An event as the wire shows it, with the name of who did it. */
export const eventWire = ({ seq, at, actor, action, before, after }: LedgerRow, people: People) => ({
  seq,
  at,
  actor,
  actorName: people.get(actor)?.displayName ?? actor,
  action,
  before: before === null ? null : JSON.parse(before),
  after: after === null ? null : JSON.parse(after),
})
