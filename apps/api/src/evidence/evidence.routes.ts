import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { attachEvidence, downloadEvidence, listEvidence, removeEvidence } from '@xushi/contract'
import { DomainError } from '@xushi/domain'
import { signedIn } from '../plugins/permission.ts'
import { asking } from '../progress-entries/progress-entries.routes.ts'
import { attachment } from './attachment.ts'
import { mostBytes } from './content-store.ts'
import type { EvidenceService } from './evidence.service.ts'

export const evidenceRoutes: FastifyPluginAsyncTypebox<{ readonly evidence: EvidenceService }> = async (
  app,
  { evidence },
) => {
  // One byte more than is taken, so that the sentence about the limit is ours.
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: mostBytes + 1, headerPairs: 20 } })

  app.route({
    ...listEvidence,
    handler: (request) => {
      const { subjectKind: kind, subject: id } = request.query
      return evidence.list(signedIn(request), { kind, id })
    },
  })
  app.route({
    ...attachEvidence,
    bodyLimit: mostBytes + 1_048_576,
    handler: async (request, reply) => {
      const { subjectKind: kind, subject: id } = request.query
      if (!request.isMultipart()) throw new DomainError('file-name')
      const file = await request.file()
      if (file === undefined || file.filename === '') throw new DomainError('file-name')
      const upload = { name: file.filename, stream: file.file }
      return reply.code(201).send(await evidence.attach(asking(request), { kind, id }, upload))
    },
  })
  app.route({
    ...downloadEvidence,
    handler: async (request, reply) => {
      const { row, content } = await evidence.open(signedIn(request), request.params.id).catch((error: unknown) => {
        const lost = error instanceof DomainError && (error.kind === 'file-missing' || error.kind === 'file-altered')
        if (lost)
          request.log.error({ evidence: request.params.id, why: error.kind }, 'evidence is not what was recorded')
        throw error
      })
      return reply
        .headers({
          'content-type': row.mediaType,
          'content-length': String(row.size),
          'content-disposition': attachment(row.name, 'evidence'),
          'content-security-policy': "sandbox; default-src 'none'",
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
          vary: 'Cookie',
        })
        .send(content)
    },
  })
  app.route({
    ...removeEvidence,
    handler: async (request, reply) => {
      await evidence.remove(asking(request), request.params.id)
      return reply.code(204).send(null)
    },
  })
}
