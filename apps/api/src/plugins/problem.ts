import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Problem as ProblemWire } from '@xushi/contract'
import { DomainError, type RefusalKind } from '@xushi/domain'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { type FilingFaultKind, filingFaultSentences } from '../problems/filing-fault-sentences.ts'
import { languageOf } from '../problems/language.ts'
import { filled, type ProblemKind, problems, problemType } from '../problems/problem-table.ts'
import { type Facts, Refusal } from '../problems/refusal.ts'
import { type FieldError, fieldErrors } from '../problems/validation-sentences.ts'

/** What the framework refuses by itself, by its code. */
const frameworkProblems: Readonly<Record<string, ProblemKind>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_BAD_URL: 'bad-request',
  FST_REQ_FILE_TOO_LARGE: 'file-too-large',
  FST_FILES_LIMIT: 'file-name',
  FST_PARTS_LIMIT: 'file-name',
  FST_FIELDS_LIMIT: 'file-name',
  FST_ERR_MAX_PARAM_LENGTH: 'address-too-long',
}

/** The field that a refusal by the rules is about, for those that are about one. */
const refusedFields: Readonly<Partial<Record<RefusalKind, string>>> = {
  'unknown-region': '/region',
  'not-reporting-level': '/region',
  'region-fixed': '/region',
  'unknown-period': '/period',
  'period-not-of-calendar': '/period',
  'period-not-over': '/period',
  'period-before-programme': '/period',
  'unknown-date': '/on',
  'unknown-moment': '/knownAt',
  'unknown-unit': '/unit',
  'unit-needed': '/unit',
  'not-expected': '/unit',
  'value-not-whole': '/value',
  'value-too-many-places': '/value',
  'value-out-of-range': '/value',
  'narrative-empty': '/progress',
  'reason-required': '/reason',
  'merger-target': '/into',
  'explanation-required': '/note',
  'lag-reason-required': '/lag',
  'lag-cause-unknown': '/lag/cause',
  'lag-date-past': '/lag/newDate',
  'username-taken': '/username',
}

type Found = { readonly kind: ProblemKind; readonly facts: Facts; readonly errors: readonly FieldError[] }

/** Answers every refusal and fault as a problem (RFC 9457) in the language of the request. */
export const problemPlugin = fastifyPlugin(
  async (app) => {
    app.setErrorHandler<FastifyError>((error, request, reply) => answerProblem(error, request, reply))
  },
  { name: 'problem' },
)

/** Sends the problem for an error. A fault goes to the log with a reference, and only the reference goes out. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const found = refusalOf(error) ?? fault(error, request)
  const language = languageOf(request.headers['accept-language'])
  if (found.facts.seconds !== undefined) reply.header('retry-after', String(found.facts.seconds))
  if (found.facts.allow !== undefined) reply.header('allow', String(found.facts.allow))
  return reply
    .code(problems[found.kind].status)
    .headers({ 'content-language': language, 'cache-control': 'no-store', vary: 'Cookie, Accept-Language' })
    .type('application/problem+json; charset=utf-8')
    .send(problemBody(found, language, request.url))
}

/** Answers what is no HTTP request at all, and closes: whatever follows on such a connection cannot be told apart. */
export function refuseConnection(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  headers: Readonly<Record<string, string>>,
): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const kind = connectionProblems[error.code ?? ''] ?? 'bad-request'
  const body = problemBody({ kind, facts: {}, errors: [] }, 'zh', null)
  const { status } = problems[kind]
  const lines = Object.entries({
    ...headers,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

const connectionProblems: Readonly<Record<string, ProblemKind>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

const problemBody = (found: Found, language: 'zh' | 'en', url: string | null): string =>
  JSON.stringify(problemOf(found, language, url))

/** The problem of a refusal, for an answer that holds several results; a fault is thrown on. */
export function refusalProblem(error: unknown, language: 'zh' | 'en'): ProblemWire {
  const found = refusalOf(error)
  if (found === null) throw error
  return problemOf(found, language, null)
}

function problemOf({ kind, facts, errors }: Found, language: 'zh' | 'en', url: string | null): ProblemWire {
  const { status, title, detail, named } = problems[kind]
  const existing = existingOf(facts)
  return {
    type: problemType(kind),
    title: title[language],
    status,
    detail: filled((existing === null ? detail : (named ?? detail))[language], facts),
    ...(existing !== null && { existing }),
    ...(url !== null && { instance: url.split('?', 1)[0] }),
    ...(errors.length > 0 && {
      errors: errors.map((error) => ({ ...error, detail: filled(error.detail[language], facts) })),
    }),
  }
}

/** What stands there already, where the facts of a refusal name it. */
function existingOf({ id, title }: Found['facts']): NonNullable<ProblemWire['existing']> | null {
  return typeof id === 'string' && typeof title === 'string' && title !== '' ? { id, title } : null
}

function refusalOf(error: unknown): Found | null {
  if (error instanceof Refusal) return requestRefusal(error)
  if (error instanceof DomainError) return ruleRefusal(error)
  if (!(error instanceof Error)) return null

  const { validation, code, statusCode } = error as FastifyError
  if (validation) return { kind: 'invalid-request', facts: {}, errors: fieldErrors(validation) }
  const known = frameworkProblems[code]
  if (known !== undefined) return { kind: known, facts: {}, errors: [] }
  if (error instanceof SyntaxError && statusCode === 400) return { kind: 'malformed-json', facts: {}, errors: [] }
  if (statusCode === 404) return { kind: 'unknown-address', facts: {}, errors: [] }
  const isRefusal = statusCode !== undefined && statusCode >= 400 && statusCode < 500
  return isRefusal ? { kind: 'bad-request', facts: {}, errors: [] } : null
}

function requestRefusal({ kind, facts }: Refusal): Found {
  const { pointer } = facts
  return { kind, facts, errors: typeof pointer === 'string' ? [{ pointer, detail: problems[kind].title }] : [] }
}

function ruleRefusal({ kind, details }: DomainError): Found {
  if (Array.isArray(details.faults)) return { kind, facts: details, errors: details.faults.map(faultOf) }
  const pointer = refusedFields[kind]
  return { kind, facts: details, errors: pointer === undefined ? [] : [{ pointer, detail: problems[kind].detail }] }
}

/** A fault of a filing as a rule names it: a JSON Pointer and a kind. */
function faultOf(fault: string): FieldError {
  const [pointer = '', kind = ''] = fault.split(' ')
  return { pointer, detail: filingFaultSentences[kind as FilingFaultKind] }
}

function fault(error: unknown, request: FastifyRequest): Found {
  const reference = randomUUID().slice(0, 8)
  request.log.error({ err: error, reference, route: request.routeOptions.url }, 'fault')
  return { kind: 'fault', facts: { reference }, errors: [] }
}
