import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  cancelReport,
  createReport,
  deleteReport,
  downloadReport,
  editReport,
  issueReport,
  listReports,
  makeReport,
  returnReport,
  showReport,
  submitReport,
  verifyReport,
  withdrawReport,
} from '@xushi/contract'
import { DomainError, type ReportFormat } from '@xushi/domain'
import type { FastifyRequest } from 'fastify'
import { attachment } from '../evidence/attachment.ts'
import { signedIn } from '../plugins/permission.ts'
import { languageOf } from '../problems/language.ts'
import { asking } from '../progress-entries/progress-entries.routes.ts'
import type { ReportVerificationService } from './report-verification.service.ts'
import type { ReportService } from './reports.service.ts'

/** More than the largest report takes. */
const mostBytes = 20 * 1_048_576

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

type Parts = { readonly reports: ReportService; readonly verification: ReportVerificationService }

export const reportsRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { reports, verification }) => {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: mostBytes, headerPairs: 20 } })
  const language = (request: FastifyRequest) => languageOf(request.headers['accept-language'])
  const reading = (request: FastifyRequest) => ({ person: signedIn(request), language: language(request) })
  const acting = (request: FastifyRequest) => ({ ...asking(request), language: language(request) })
  // How far a report is changes by itself.
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'private, no-store')
    done()
  })

  app.route({
    ...createReport,
    handler: async (request, reply) => {
      const { language: spoken = 'zh', ...asked } = request.body
      return reply.code(201).send(await reports.create(acting(request), { ...asked, language: spoken }))
    },
  })
  app.route({ ...listReports, handler: (request) => reports.list(reading(request), request.query) })
  app.route({ ...showReport, handler: (request) => reports.show(reading(request), request.params.id) })
  app.route({ ...editReport, handler: (request) => reports.edit(acting(request), request.params.id, request.body) })
  app.route({
    ...deleteReport,
    handler: async (request, reply) => {
      await reports.remove(asking(request), request.params.id, request.query.version)
      return reply.code(204).send(null)
    },
  })
  app.route({ ...makeReport, handler: (request) => reports.make(acting(request), request.params.id, request.body) })
  app.route({ ...cancelReport, handler: (request) => reports.cancel(acting(request), request.params.id) })
  app.route({ ...submitReport, handler: (request) => reports.submit(acting(request), request.params.id, request.body) })
  app.route({
    ...returnReport,
    handler: (request) => reports.sendBack(acting(request), request.params.id, request.body),
  })
  app.route({ ...issueReport, handler: (request) => reports.issue(acting(request), request.params.id, request.body) })
  app.route({
    ...withdrawReport,
    handler: (request) => reports.withdraw(acting(request), request.params.id, request.body),
  })

  app.route({
    ...downloadReport,
    handler: async (request, reply) => {
      const { format } = request.query
      const { file, content } = await reports.open(signedIn(request), request.params.id, format)
      return reply
        .headers({
          'content-type': mediaTypes[format],
          'content-length': String(file.size),
          'content-disposition': attachment(file.name, 'report'),
          'content-security-policy': "sandbox; default-src 'none'",
          'x-content-type-options': 'nosniff',
        })
        .send(content)
    },
  })

  app.route({
    ...verifyReport,
    bodyLimit: mostBytes + 1_048_576,
    handler: async (request) => {
      const { number } = request.query
      if (number !== undefined) return verification.byNumber(signedIn(request), number)
      if (!request.isMultipart()) throw new DomainError('file-name')
      const file = await request.file()
      if (file === undefined) throw new DomainError('file-name')
      const bytes = await file.toBuffer().catch(() => null)
      if (bytes === null || file.file.truncated) throw new DomainError('file-too-large')
      return verification.byFile(signedIn(request), bytes)
    },
  })
}
