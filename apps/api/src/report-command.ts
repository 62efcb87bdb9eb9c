import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { DomainError, type ReportFormat, type ReportKind, reportFormats, reportKinds } from '@xushi/domain'
import { MissingGlyphError, reportDigest, reportFile, reportFileName } from '@xushi/report'
import { openStore } from '@xushi/store'
import { buildDigest } from './build-digest.ts'
import { catalogueMemory } from './catalogue/catalogue-memory.ts'
import { sourcesOf } from './catalogue/catalogue-now.ts'
import { BadCatalogue, cleanCatalogue, sayMistakes, takeUp } from './catalogue/taken-up.ts'
import { machineClock } from './clock.ts'
import { BadSetting, readConfig } from './config.ts'
import { contentStore } from './evidence/content-store.ts'
import { filled, problems } from './problems/problem-table.ts'
import { reportModel } from './reports/report-model.ts'
import { type ReportAsked, reportRequest } from './reports/report-request.ts'
import { exitCodes, sayWhy } from './store-sentences.ts'

/*
 * npm run report -- --programme miit-2020-8 --kind monthly --on 2020-10-31 --format docx,pdf,xlsx,json --out DIR
 * Writes a report without the server. Like a start it migrates the store and takes up the catalogue, so it works in an empty folder.
 */
const root = path.resolve(import.meta.dirname, '../../..')

const options = {
  programme: { type: 'string' },
  kind: { type: 'string' },
  on: { type: 'string' },
  region: { type: 'string' },
  parts: { type: 'string' },
  language: { type: 'string' },
  'known-at': { type: 'string' },
  'compared-on': { type: 'string' },
  'compared-known-at': { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
} as const

type Wanted = { readonly asked: ReportAsked; readonly formats: readonly ReportFormat[]; readonly out: string }

async function write(): Promise<void> {
  const { asked, formats, out } = wanted(process.argv.slice(2))
  const config = readConfig(process.env)
  const catalogue = await cleanCatalogue(root, config)
  const store = await openStore({ databaseUrl: config.databaseUrl, home: config.home, clock: machineClock })
  try {
    await takeUp(store, catalogue, { info: () => undefined, warn: () => undefined })
    const sources = sourcesOf(store, machineClock, catalogueMemory(), contentStore(config.home))
    const request = await reportRequest(sources, asked)
    const model = await reportModel(sources, request)
    const digest = reportDigest(model)
    const imprint = { number: null, state: 'generated', digest, build: buildDigest(root), report: null } as const
    mkdirSync(out, { recursive: true })
    for (const format of formats) {
      const file = path.join(out, reportFileName(model, format))
      writeFileSync(file, await reportFile(model, imprint, format))
      process.stdout.write(`${file}\n`)
    }
    process.stdout.write(`SHA-256 ${digest}  台账号 ledger ${request.knownAt}\n`)
  } finally {
    await store.close()
  }
}

/** @throws BadSetting for what nobody can make a report of */
function wanted(args: readonly string[]): Wanted {
  const { programme, kind, format = 'pdf', out = '.', language = 'zh', parts, ...rest } = valuesOf(args)
  if (programme === undefined) throw new BadSetting('--programme', '请指明行动计划', 'name the programme')
  const formats = format.split(',').map((one) => oneOf(reportFormats, one, '--format'))
  return {
    asked: {
      programme,
      kind: oneOf<ReportKind>(reportKinds, kind ?? 'monthly', '--kind'),
      language: oneOf(['zh', 'en'], language, '--language'),
      parts: parts?.split(','),
      region: rest.region,
      on: rest.on,
      knownAt: rest['known-at'],
      comparedOn: rest['compared-on'],
      comparedKnownAt: rest['compared-known-at'],
    },
    formats,
    out,
  }
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`)
    const said = error instanceof Error ? error.message : String(error)
    throw new BadSetting('report', `不认识的参数；可用 ${known.join(' ')}`, said)
  }
}

function oneOf<One extends string>(known: readonly One[], value: string, option: string): One {
  const found = known.find((one) => one === value)
  if (found !== undefined) return found
  throw new BadSetting(
    option,
    `不认识“${value}”，可用 ${known.join('、')}`,
    `“${value}” is none of ${known.join(', ')}`,
  )
}

async function codeFor(error: unknown): Promise<number> {
  if (error instanceof BadCatalogue) {
    await sayMistakes(error)
    return exitCodes.catalogue
  }
  const known = error instanceof BadSetting ? exitCodes.settings : sayWhy(error)
  if (known === exitCodes.store) return known
  process.stderr.write(`${sentence(error)}\n`)
  return known ?? 1
}

function sentence(error: unknown): string {
  if (error instanceof MissingGlyphError) {
    const { character, codePoint, message } = error
    return `报告未生成：字体中没有“${character}”（${codePoint}）。请改写该处文字后重试。 No report was made: ${message}.`
  }
  if (error instanceof DomainError) {
    const { zh, en } = problems[error.kind].detail
    return `${filled(zh, error.details)}\n${filled(en, error.details)}`
  }
  if (error instanceof BadSetting) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

await write().catch(async (error: unknown) => process.exit(await codeFor(error)))
