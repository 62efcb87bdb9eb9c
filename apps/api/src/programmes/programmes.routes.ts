import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listProgrammes } from '@xushi/contract'
import { ledgerHead } from '@xushi/store'
import { type Now, type Sources, todayOf } from '../catalogue/catalogue-now.ts'
import type { AnswerVersion, Question, VersionedReplies } from '../figures/versioned-reply.ts'
import { programmeWire } from './programme.wire.ts'

type Options = { readonly sources: Sources; readonly replies: VersionedReplies }

export const programmesRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { sources, replies }) => {
  app.route({
    ...listProgrammes,
    handler: (request, reply) => replies.send(request, reply, {}, programmes(sources)),
  })
}

/** The programmes of the catalogue: the same for everybody, until an event moves the catalogue or the day ends. */
const programmes =
  (sources: Sources): Question =>
  (now) => ({
    version: versionOf(now),
    answer: () =>
      sources.store.read(async (reading) => {
        const [head, today] = [await ledgerHead(reading.db, reading.t), todayOf(sources)]
        const view = await sources.catalogue.view(reading, head.figuresSeq, null, today)
        return { version: versionOf({ head, today }), value: { programmes: view.programmes.map(programmeWire) } }
      }),
  })

const versionOf = ({ head, today }: Pick<Now, 'head' | 'today'>): AnswerVersion => [
  'programmes',
  head.figuresSeq,
  today,
]
