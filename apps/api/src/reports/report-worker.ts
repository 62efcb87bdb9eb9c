import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import { canonicalJson, DomainError, type ReportFormat } from '@xushi/domain'
import {
  differences,
  differencesInFile,
  MissingGlyphError,
  missingFromFile,
  type ReportImprint,
  type ReportModel,
  reportDigest,
  reportFile,
  reportFileName,
  reportInFile,
  UnreadableFileError,
} from '@xushi/report'
import { openStore } from '@xushi/store'
import { catalogueMemory } from '../catalogue/catalogue-memory.ts'
import { type Sources, sourcesOf } from '../catalogue/catalogue-now.ts'
import { contentStore } from '../evidence/content-store.ts'
import { reportModel } from './report-model.ts'
import type { Bench, Made, Order, OrderOf, Reply, Verified } from './report-workshop.ts'

/*
 * The thread in which reports are made and verified, with connections of its own: however long one takes, the server answers.
 */
if (parentPort === null) throw new Error('this is a thread of the server')
const port = parentPort
const { databaseUrl, home, build }: Bench = workerData
const clock = { now: '' }
const contents = contentStore(home, 'reports')
const opened = openSources()

async function openSources(): Promise<Sources> {
  const store = await openStore({ databaseUrl, home, clock: () => clock.now })
  return sourcesOf(store, () => clock.now, catalogueMemory(), contentStore(home))
}

/** Makes each format of a report, opens it again and keeps it only when nothing is missing in it. */
async function make({ request, texts, imprint, formats }: OrderOf<'make'>): Promise<Made> {
  const all = 1 + 2 * formats.length
  let done = 0
  const step = () => {
    done += 1
    tell({ is: 'step', done, all })
  }
  tell({ is: 'step', done, all })
  const model = await reportModel(await opened, request, texts)
  const digest = reportDigest(model)
  step()
  const files: Made['files'][number][] = []
  for (const format of formats) {
    const bytes = await reportFile(model, { ...imprint, digest, build }, format)
    step()
    await checkWhole(model, bytes, format)
    files.push({ format, name: reportFileName(model, format), ...(await kept(bytes)) })
    step()
  }
  return { title: model.title, digest, demo: model.demo, files }
}

/** @throws DomainError report-incomplete, naming the first thing that is missing */
async function checkWhole(model: ReportModel, bytes: Buffer, format: ReportFormat): Promise<void> {
  const missing = await missingFromFile(model, bytes, format)
  const [first] = missing
  if (first === undefined) return
  const { section, part, id, row, text } = first
  const place = [section, part, id, row].filter((one) => one !== null).join(' ')
  throw new DomainError('report-incomplete', {
    format,
    count: missing.length,
    first: `${place}: ${text.slice(0, 80)}`,
  })
}

async function kept(bytes: Buffer): Promise<{ readonly sha256: string; readonly size: number }> {
  const { file, sha256, size } = await contents.receive(Readable.from([bytes]))
  await contents.keep(file, sha256)
  return { sha256, size }
}

/** Makes a report again from the ledger, and holds a file of it, or the file that was kept, against it. */
async function verify({ request, texts, imprint, found, kept: keptModel }: OrderOf<'verify'>): Promise<Verified> {
  const model = await reportModel(await opened, request, texts)
  const digest = reportDigest(model)
  const nothing = { digest, state: null, differences: [], more: 0 }
  if (found !== null)
    return { ...nothing, ...(await heldAgainst(model, { ...imprint, digest: imprint.digest }, found)) }
  if (keptModel === null || digest === imprint.digest) return nothing
  const { model: issued }: { readonly model: unknown } = JSON.parse(Buffer.from(keptModel).toString())
  return { ...nothing, ...(await differences(linesOf(issued), linesOf(model))) }
}

const linesOf = (value: unknown): string[] => JSON.stringify(JSON.parse(canonicalJson(value)), null, 1).split('\n')

async function heldAgainst(
  model: ReportModel,
  imprint: Omit<ReportImprint, 'build'>,
  { bytes, format }: { readonly bytes: Uint8Array; readonly format: ReportFormat },
): Promise<Pick<Verified, 'state' | 'differences' | 'more'>> {
  const expected = await reportFile(model, { ...imprint, digest: reportDigest(model), build }, format)
  if (sha256(expected) === sha256(bytes)) return { state: 'same-bytes', differences: [], more: 0 }
  const apart = await differencesInFile(expected, bytes, format)
  return { state: apart.differences.length === 0 ? 'written-again' : 'differs', ...apart }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const tell = (reply: Reply) => port.postMessage(reply)

async function done(order: Order): Promise<Reply> {
  clock.now = order.now
  try {
    if (order.is === 'make') return { is: 'made', made: await make(order) }
    if (order.is === 'read') return { is: 'read', read: await reportInFile(order.bytes) }
    return { is: 'verified', verified: await verify(order) }
  } catch (error) {
    return refusalOf(error)
  }
}

function refusalOf(error: unknown): Reply {
  if (error instanceof MissingGlyphError) {
    const { character, codePoint, place } = error
    const { heading = place.part, row, column } = place
    const said = column === null ? heading : `${heading} ${row ?? 0}:${column}`
    return { is: 'refused', kind: 'report-glyph-missing', details: { character, codePoint, place: said } }
  }
  if (error instanceof DomainError) return { is: 'refused', kind: error.kind, details: error.details }
  if (error instanceof UnreadableFileError) return { is: 'refused', kind: 'not-a-report', details: {} }
  // What the operating system refuses while a file is written: no room, a read-only disk.
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    return { is: 'refused', kind: 'disk-refused', details: { code: String(error.code) } }
  }
  return { is: 'fault', error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

port.on('message', async (order: Order) => tell(await done(order)))
