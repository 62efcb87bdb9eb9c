import { type ReportFormat, reportKinds } from '@xushi/domain'
import type { ReportImprint, ReportModel, ReportRequest } from '../model/report-model.ts'
import { readDocx } from './docx-text.ts'
import { readPdf } from './pdf-text.ts'
import { UnreadableFileError } from './unreadable-file.ts'
import { readXlsx } from './xlsx-text.ts'
import { zipParts } from './zip-parts.ts'

/** What a file says of the report it is: enough to make that report again. */
export type ReportInFile = {
  readonly format: ReportFormat
  readonly request: ReportRequest
  readonly imprint: Omit<ReportImprint, 'build'>
}

/** What a file says of itself, by the names of the product's own properties. */
type Properties = Readonly<Record<string, string | undefined>>

/**
 * Reads which report a file is, whatever its name and whichever program wrote it last. Nothing of it is believed: the report is made again
 * from what the file says it was asked for, and held against it.
 *
 * @throws UnreadableFileError when it is no file of a report, or does not say which
 */
export async function reportInFile(bytes: Uint8Array): Promise<ReportInFile> {
  const format = await formatOf(bytes)
  const properties = await propertiesOf(bytes, format)
  const request = requestOf(properties.XushiRequest)
  const digest = properties.XushiDigest ?? ''
  if (request === null || !/^[0-9a-f]{64}$/.test(digest)) throw new UnreadableFileError('no-report')
  const { XushiNumber: number = null, XushiReport: report = null } = properties
  const state = (['issued', 'withdrawn'] as const).find((one) => one === properties.XushiState) ?? 'generated'
  return { format, request, imprint: { number, state, digest, report } }
}

async function formatOf(bytes: Uint8Array): Promise<ReportFormat> {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (start.startsWith('%PDF')) return 'pdf'
  if (start.startsWith('PK')) return officeFormat(bytes)
  return start.startsWith('{') ? 'json' : 'csv'
}

/** A workbook says in its list of parts that it is one; any other zip is a Word file, or says when it is read that it is none. */
async function officeFormat(bytes: Uint8Array): Promise<ReportFormat> {
  const types = (await zipParts(bytes, (name) => name === '[Content_Types].xml')).get('[Content_Types].xml')
  return types?.includes('spreadsheetml.sheet.main+xml') ? 'xlsx' : 'docx'
}

async function propertiesOf(bytes: Uint8Array, format: ReportFormat): Promise<Properties> {
  switch (format) {
    case 'docx':
      return (await readDocx(bytes)).properties
    case 'xlsx':
      return (await readXlsx(bytes)).properties
    case 'pdf':
      return (await readPdf(bytes).catch(() => null))?.info ?? {}
    case 'json':
      return jsonProperties(bytes)
    case 'csv':
      return csvProperties(bytes)
    default:
      return format satisfies never
  }
}

function jsonProperties(bytes: Uint8Array): Properties {
  const { imprint, model } = parsed(Buffer.from(bytes).toString()) as {
    readonly imprint?: ReportImprint
    readonly model?: ReportModel
  }
  if (imprint === undefined || model === undefined) return {}
  return { XushiRequest: JSON.stringify(model.request), XushiDigest: imprint.digest, ...imprintProperties(imprint) }
}

/** The lines above its first table say which report it is. */
function csvProperties(bytes: Uint8Array): Properties {
  const head = Buffer.from(bytes.subarray(0, 16_384)).toString()
  const said = (name: string) =>
    new RegExp(`^${name},"((?:[^"]|"")*)"`, 'm').exec(head)?.[1]?.replaceAll('""', '"') ?? ''
  const digest = /^SHA-256,([0-9a-f]{64})/m.exec(head)?.[1]
  return { XushiRequest: said('request'), XushiDigest: digest, ...imprintProperties(parsed(said('imprint'))) }
}

/** State, number and report as JSON says them; what it does not say is left out. */
function imprintProperties({ state, number, report }: Partial<ReportImprint>): Properties {
  const texts = Object.entries({ XushiState: state, XushiNumber: number, XushiReport: report })
  return Object.fromEntries(texts.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

/** A JSON value that is an object; an empty one for anything else. */
function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** A request as the product writes it, or null. What it names need not be there. */
function requestOf(text: string | undefined): ReportRequest | null {
  const found = parsed(text ?? '') as Partial<ReportRequest>
  const compared: Partial<ReportRequest['comparedWith']> = found.comparedWith ?? {}
  const areTexts = [found.programme, found.region, found.period, found.on, compared.on].every(isText)
  const areNumbers = [found.knownAt, compared.knownAt].every((value) => Number.isSafeInteger(value))
  const isKnown =
    reportKinds.some((kind) => kind === found.kind) && (found.language === 'zh' || found.language === 'en')
  const areParts = Array.isArray(found.parts) && found.parts.every(isText)
  return areTexts && areNumbers && isKnown && areParts ? (found as ReportRequest) : null
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 200
