import { createHash } from 'node:crypto'
import type { ReportVerification } from '@xushi/contract'
import { canonicalJson, DomainError, mayMakeReport, maySeeReport, reportFormats } from '@xushi/domain'
import type { ReportInFile, ReportRequest } from '@xushi/report'
import { filesOf, forReaders, ledgerHead, numberOf, type ReportRow, reportOfDigest, reportOfNumber } from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'
import type { ContentStore } from '../evidence/content-store.ts'
import type { Person } from '../session/person.ts'
import { reportRequest } from './report-request.ts'
import type { ReportWorkshop } from './report-workshop.ts'
import type { ReportService } from './reports.service.ts'

type Parts = {
  readonly sources: Sources
  readonly contents: ContentStore
  readonly workshop: ReportWorkshop
  readonly reports: ReportService
}

/** Whether a file is, byte for byte, one that the archive keeps: then nobody altered it, whatever is made of the ledger today. */
function isKept(row: ReportRow | undefined, bytes: Uint8Array): boolean {
  if (row === undefined) return false
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return filesOf(row).some((file) => file.sha256 === sha256)
}

export type ReportVerificationService = ReturnType<typeof reportVerificationService>

/**
 * Holds a report against the ledger: it is made again from what it was asked for, at its ledger number, and compared. Who may not read a
 * report learns nothing of it.
 */
export function reportVerificationService({ sources, contents, workshop, reports }: Parts) {
  const { store, clock } = sources

  return {
    /** @throws DomainError not-found for a number that nobody has, or of a report that the person may not read */
    byNumber: async (person: Person, number: string): Promise<ReportVerification> => {
      const row = await store.read((reading) => reportOfNumber(reading, number))
      if (row === undefined || !maySeeReport(await reports.readerOf(person), forReaders(row)))
        throw new DomainError('not-found')
      const { digest } = row
      if (digest === null) throw new Error('an issued report has a digest')
      const request: ReportRequest = JSON.parse(row.request)
      const [files, kept] = [await filesKept(row), await keptModel(row)]
      const imprint = { number: numberOf(row), state: 'issued', digest, report: row.id } as const
      const texts = JSON.parse(row.texts)
      const verified = await workshop.verify({ is: 'verify', now: clock(), request, texts, imprint, found: null, kept })
      const isWhole = files.every(({ state }) => state === 'sound')
      return {
        verdict: verified.digest === digest && isWhole ? 'same' : 'differs',
        report: told(row),
        digest: { made: verified.digest, named: digest },
        knownAt: request.knownAt,
        files,
        differences: [...verified.differences],
        more: verified.more,
      }
    },

    /** @throws DomainError not-a-report, out-of-scope for a region whose reports the person may not read */
    byFile: async (person: Person, bytes: Uint8Array): Promise<ReportVerification> => {
      const now = clock()
      const { format, request, imprint } = await workshop.read({ is: 'read', now, bytes })
      await checkRequest(person, request)
      const row = await archived(person, imprint)
      const texts = row === undefined ? {} : JSON.parse(row.texts)
      const found = { bytes, format }
      const verified = await workshop.verify({ is: 'verify', now, request, texts, imprint, found, kept: null })
      const isSame = verified.state !== 'differs' && verified.digest === imprint.digest
      return {
        verdict: isSame ? 'same' : 'differs',
        report: row === undefined ? null : told(row),
        digest: { made: verified.digest, named: imprint.digest },
        knownAt: request.knownAt,
        files: [{ format, state: isSame || !isKept(row, bytes) ? (verified.state ?? 'differs') : 'sound' }],
        differences: [...verified.differences],
        more: verified.more,
      }
    },
  }

  /** What a file says it was asked for must be what somebody could ask for here. */
  async function checkRequest(person: Person, request: ReportRequest): Promise<void> {
    const { knownAt, comparedWith, on, parts, programme, kind, language, region } = request
    const head = await store.read(({ db, t }) => ledgerHead(db, t))
    if (knownAt > head.seq || comparedWith.knownAt > head.seq) throw new DomainError('not-a-report')
    const asked = { programme, kind, language, region, parts, on, knownAt: String(knownAt) }
    const compared = { comparedOn: comparedWith.on, comparedKnownAt: String(comparedWith.knownAt) }
    const again = await reportRequest(sources, { ...asked, ...compared }).catch((error: unknown) => {
      if (error instanceof DomainError) throw new DomainError('not-a-report')
      throw error
    })
    if (canonicalJson(again) !== canonicalJson(request)) throw new DomainError('not-a-report')
    const reader = await reports.readerOf(person)
    const isReadable = maySeeReport(reader, { state: 'issued', region, authorId: '', recipients: [] })
    if (!isReadable && !mayMakeReport(reader, region)) throw new DomainError('out-of-scope')
  }

  /** The report of the archive that a file is, where the person may see it. */
  async function archived(person: Person, { digest }: ReportInFile['imprint']): Promise<ReportRow | undefined> {
    const row = await store.read((reading) => reportOfDigest(reading, digest))
    return row !== undefined && maySeeReport(await reports.readerOf(person), forReaders(row)) ? row : undefined
  }

  async function filesKept(row: ReportRow): Promise<ReportVerification['files']> {
    const files: ReportVerification['files'] = []
    for (const file of filesOf(row)) {
      const format = reportFormats.find((one) => one === file.format)
      if (format !== undefined) files.push({ format, state: await contents.check(file) })
    }
    return files
  }

  /** The model as it was kept, where its file is what was kept. */
  async function keptModel(row: ReportRow): Promise<Uint8Array | null> {
    const file = filesOf(row).find(({ format }) => format === 'json')
    if (file === undefined || (await contents.check(file)) !== 'sound') return null
    const chunks: Uint8Array[] = []
    for await (const chunk of await contents.read(file)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
}

const told = (row: ReportRow): ReportVerification['report'] => ({
  id: row.id,
  number: numberOf(row),
  title: row.title,
  state: row.state,
})
