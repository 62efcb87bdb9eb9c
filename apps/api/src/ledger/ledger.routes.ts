import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listAuditEvents } from '@xushi/contract'
import { type LedgerRow, ledgerHead, ledgerPage } from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'

const pageSize = 100

export const ledgerRoutes: FastifyPluginAsyncTypebox<{ readonly sources: Sources }> = async (app, { sources }) => {
  app.route({
    ...listAuditEvents,
    handler: async ({ query: { before, limit = pageSize } }) =>
      sources.store.read(async ({ db, t }) => {
        const { seq, hash, at } = await ledgerHead(db, t)
        const rows = await ledgerPage(db, t, before ?? null, limit)
        const last = rows.at(-1)
        return {
          head: { seq, hash, at: at === '' ? null : at },
          events: rows.map(eventWire),
          next: last !== undefined && last.seq > 1 && rows.length === limit ? last.seq : null,
        }
      }),
  })
}

/** An event as the wire shows it, with what its hash was made from. */
function eventWire(row: LedgerRow) {
  const { subjectKind, subjectId, previousHash, hash } = row
  return { ...entryEventWire(row), subjectKind, subjectId, previousHash, hash }
}

export const entryEventWire = ({ seq, at, actor, action, before, after }: LedgerRow) => ({
  seq,
  at,
  actor,
  action,
  before: before === null ? null : JSON.parse(before),
  after: after === null ? null : JSON.parse(after),
})
