import { Readable } from 'node:stream'
import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listAuditEvents, listAuditPeople, showLedgerChain, verifyLedgerChain } from '@xushi/contract'
import { DomainError, isLocalDate } from '@xushi/domain'
import { holdsItself, type LedgerRow, ledgerHead, ledgerPage, listAccounts } from '@xushi/store'
import { type Sources, todayOf } from '../catalogue/catalogue-now.ts'
import { Refusal } from '../problems/refusal.ts'
import { actorsOf, eventWire } from './ledger.wire.ts'
import { ledgerFile } from './ledger-file.ts'
import { type LedgerKey, ledgerKey } from './ledger-key.ts'
import { ledgerWatch } from './ledger-watch.ts'

const pageSize = 100
const mostFilesPerMinute = 30

type Parts = { readonly sources: Sources; readonly home: string }

export const ledgerRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { sources, home }) => {
  const { store, clock } = sources
  const alarm = (broken: object) => app.log.error(broken, 'the chain of the ledger is broken')
  const watch = ledgerWatch({ store, clock, alarm })
  let made: LedgerKey | undefined
  const key = () => {
    made ??= ledgerKey(home)
    return made
  }
  await app.register(rateLimit, {
    max: mostFilesPerMinute,
    timeWindow: '1 minute',
    hook: 'preHandler',
    allowList: ({ query }) => (query as { readonly format?: string }).format !== 'ndjson',
    keyGenerator: (request) => request.person?.accountId ?? request.ip,
    errorResponseBuilder: (_request, { ttl }) => new Refusal('too-many-requests', { seconds: Math.ceil(ttl / 1000) }),
  })

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
        const file = Readable.from(ledgerFile(store, key(), clock()), { objectMode: false })
        // The contract tells of the answer as JSON; as a file it is a stream.
        return reply.send(file as never)
      }
      return store.read(async ({ db, t }) => {
        const { seq, hash, at } = await ledgerHead(db, t)
        // One more than is shown: whether there is another page.
        const found = await ledgerPage(db, t, { before: before ?? null, limit: limit + 1 }, filter)
        const rows = found.slice(0, limit)
        const people = await actorsOf({ db, t }, rows)
        return {
          head: { seq, hash, at: at === '' ? null : at },
          events: rows.map((row) => ({ ...eventWire(row, people), ...chainOf(row) })),
          next: found.length > limit ? (rows.at(-1)?.seq ?? null) : null,
          key: key().fingerprint,
        }
      })
    },
  })

  app.route({
    ...showLedgerChain,
    handler: async () => ({ ...(await watch.look()), key: key().fingerprint }),
  })

  app.route({
    ...verifyLedgerChain,
    handler: async () => ({ ...(await watch.lookAgain()), key: key().fingerprint }),
  })

  app.route({
    ...listAuditPeople,
    handler: async () => {
      const accounts = await store.read(listAccounts)
      return { people: accounts.map(({ id, displayName }) => ({ id, name: displayName })) }
    },
  })
}

/** From where it came and what its hash stands on. */
const chainOf = (row: LedgerRow) => ({
  subjectKind: row.subjectKind,
  subjectId: row.subjectId,
  actorUnit: row.actorUnit,
  origin: row.origin,
  movesFigures: row.movesFigures,
  previousHash: row.previousHash,
  hash: row.hash,
  holds: holdsItself(row),
})
