import type { Report } from '@xushi/contract'
import { type ReportReader, reportFormats, reportMovesOf, type Text } from '@xushi/domain'
import type { ReportRequest } from '@xushi/report'
import { type AccountRow, filesOf, nation, numberOf, type ReportFailure, type ReportRow } from '@xushi/store'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { filled, problems } from '../problems/problem-table.ts'
import { personWire } from '../progress-entries/people.ts'

/** What a report is told with: names, and who asks in which language. */
export type ReportContext = {
  readonly view: CatalogueView
  readonly accounts: ReadonlyMap<string, AccountRow>
  readonly reader: ReportReader
  readonly language: 'zh' | 'en'
}

/** A report as the archive tells it to somebody. */
export function reportWire(row: ReportRow, { view, accounts, reader, language }: ReportContext): Report {
  const request: ReportRequest = JSON.parse(row.request)
  const { id, state, version, createdAt, submittedAt, returnReason, issuedAt, digest, demo, making } = row
  const person = (accountId: string) => personWire(accountId, accounts.get(accountId), view)
  const { withdrawnBy, withdrawnAt, withdrawalReason, issuerId } = row
  const isWithdrawn = withdrawnBy !== null && withdrawnAt !== null && withdrawalReason !== null
  const shown = making === 'ready' ? filesOf(row) : []
  return {
    id,
    number: numberOf(row),
    title: row.title === '' ? null : row.title,
    programme: request.programme,
    kind: request.kind,
    language: request.language,
    region: request.region,
    regionName: request.region === nation ? null : view.region(request.region).shortName,
    period: request.period,
    on: request.on,
    knownAt: request.knownAt,
    parts: [...request.parts],
    comparedWith: { ...request.comparedWith },
    ...{ state, version, createdAt, submittedAt, returnReason, issuedAt, digest, demo },
    author: person(row.authorId),
    issuer: issuerId === null ? null : person(issuerId),
    withdrawal: isWithdrawn ? { by: person(withdrawnBy), at: withdrawnAt, reason: withdrawalReason } : null,
    making: { state: making, done: row.stepsDone, all: row.stepsAll, failure: failureText(row, language) },
    files: shown.flatMap(({ format, ...file }) => {
      const known = reportFormats.find((one) => one === format)
      return known === undefined ? [] : [{ format: known, ...file }]
    }),
    moves: movesWire(row, reader),
  }
}

/** What may be done now: of the moves of its life those that its files allow too, and stopping what is being made. */
function movesWire(row: ReportRow, reader: ReportReader): Report['moves'] {
  const isWaiting = row.making === 'queued' || row.making === 'making'
  const isStopped = row.making === 'failed' || row.making === 'cancelled'
  const moves = reportMovesOf(reader, row).filter((move) => {
    if (move === 'make') return isStopped
    return move !== 'submit' || row.making === 'ready'
  })
  return isWaiting && row.authorId === reader.accountId ? [...moves, 'cancel'] : [...moves]
}

const failureText = (row: ReportRow, language: 'zh' | 'en'): string | null => {
  const failure = makingFailure(row)
  return failure === null ? null : failureWords(failure)[language]
}

/** Why a report was not made; null for one that was, or may be. */
export const makingFailure = ({ failure, making }: Pick<ReportRow, 'failure' | 'making'>): ReportFailure | null =>
  failure === null || making !== 'failed' ? null : JSON.parse(failure)

/** Why a report was not made, in words. */
export function failureWords({ kind, details }: ReportFailure): Text {
  // Kinds come from the store, which keeps what stood in the table of problems when it failed.
  const { detail } = problems[kind as keyof typeof problems]
  return { zh: filled(detail.zh, details), en: filled(detail.en, details) }
}
