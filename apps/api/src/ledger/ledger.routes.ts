import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listAuditEvents } from '@xushi/contract'
import { type LedgerRow, ledgerHead, ledgerPage } from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { actorsOf, eventWire } from './ledger.wire.ts'

const pageSize = 100

export const ledgerRoutes: FastifyPluginAsyncTypebox<{ readonly sources: Sources }> = async (app, { sources }) => {
  app.route({
    ...listAuditEvents,
    handler: async ({ query: { before, limit = pageSize } }) =>
      sources.store.read(async ({ db, t }) => {
        const { seq, hash, at } = await ledgerHead(db, t)
        const rows = await ledgerPage(db, t, before ?? null, limit)
        const people = await actorsOf({ db, t }, rows)
        const last = rows.at(-1)
        return {
          head: { seq, hash, at: at === '' ? null : at },
          events: rows.map((row) => ({ ...eventWire(row, people), ...chainOf(row) })),
          next: last !== undefined && last.seq > 1 && rows.length === limit ? last.seq : null,
        }
      }),
  })
}

/** What an event's hash stands on. */
const chainOf = ({ subjectKind, subjectId, previousHash, hash }: LedgerRow) => ({
  subjectKind,
  subjectId,
  previousHash,
  hash,
})
