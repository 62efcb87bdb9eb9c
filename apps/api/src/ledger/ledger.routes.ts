import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listAuditEvents } from '@xushi/contract'
import { DomainError, isLocalDate } from '@xushi/domain'
import { type LedgerRow, ledgerHead, ledgerPage } from '@xushi/store'
import { type Sources, todayOf } from '../catalogue/catalogue-now.ts'
import { actorsOf, eventWire } from './ledger.wire.ts'
import { ledgerFile } from './ledger-file.ts'
import { type LedgerKey, ledgerKey } from './ledger-key.ts'

const pageSize = 100

type Parts = { readonly sources: Sources; readonly home: string }

export const ledgerRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { sources, home }) => {
  let made: LedgerKey | undefined
  const key = () => {
    made ??= ledgerKey(home)
    return made
  }

  app.route({
    ...listAuditEvents,
    handler: async ({ query: { before, limit = pageSize, format, ...filter } }, reply) => {
      for (const day of [filter.from, filter.to]) {
        if (day !== undefined && !isLocalDate(day)) throw new DomainError('unknown-date', { value: day })
      }
      if (format === 'ndjson') {
        reply.headers({
          'content-type': 'application/x-ndjson; charset=utf-8',
          'content-disposition': `attachment; filename="ledger-${todayOf(sources)}.ndjson"`,
          'cache-control': 'private, no-store',
          vary: 'Cookie',
        })
        const file = Readable.from(ledgerFile(sources.store, key(), sources.clock()), { objectMode: false })
        // The contract tells of the answer as JSON; as a file it is a stream.
        return reply.send(file as never)
      }
      return sources.store.read(async ({ db, t }) => {
        const { seq, hash, at } = await ledgerHead(db, t)
        const rows = await ledgerPage(db, t, { before: before ?? null, limit }, filter)
        const people = await actorsOf({ db, t }, rows)
        const last = rows.at(-1)
        return {
          head: { seq, hash, at: at === '' ? null : at },
          events: rows.map((row) => ({ ...eventWire(row, people), ...chainOf(row) })),
          next: last !== undefined && last.seq > 1 && rows.length === limit ? last.seq : null,
          key: key().fingerprint,
        }
      })
    },
  })
}

/** What an event's hash stands on. */
const chainOf = ({ subjectKind, subjectId, previousHash, hash }: LedgerRow) => ({
  subjectKind,
  subjectId,
  previousHash,
  hash,
})
