import path from 'node:path'
import { isProduct, lineAt, packageOf, type SourceFile, type Violation } from './source-file.ts'

type Reach = {
  /** Packages of this workspace that it may import. */
  readonly workspace: readonly string[]
  /** npm packages that it may import; `any` leaves the choice to its package.json. */
  readonly npm: readonly string[] | 'any'
  /** Whether it may import from Node itself. */
  readonly node: boolean
}

/** Which way imports run: from the outside in, and nothing into `domain` but itself. */
const reach: Readonly<Record<string, Reach>> = {
  'packages/domain': { workspace: [], npm: [], node: false },
  'packages/contract': { workspace: ['domain'], npm: ['typebox'], node: false },
  'packages/store': { workspace: ['domain'], npm: ['drizzle-orm', 'better-sqlite3', 'postgres'], node: true },
  'packages/catalogue': { workspace: ['domain', 'store'], npm: ['typebox', 'yaml'], node: true },
  'packages/wording': { workspace: ['domain', 'contract'], npm: [], node: false },
  'packages/report': {
    workspace: ['domain', 'contract', 'wording'],
    npm: ['yazl', 'fontkit', 'echarts', '@resvg/resvg-js', 'pdfkit', 'pdfjs-dist', 'docx', 'fflate'],
    node: true,
  },
  'apps/api': { workspace: ['domain', 'contract', 'wording', 'store', 'catalogue', 'report'], npm: 'any', node: true },
  'apps/web': { workspace: ['domain', 'contract', 'wording'], npm: 'any', node: false },
}

/** Only the store speaks SQL. */
const storeOnly = new Set(['drizzle-orm', 'better-sqlite3', 'postgres'])

/** Statements as the formatter lays them out, and `import()` anywhere; so an import quoted inside a test's text is none. */
const imported =
  /^[ \t]*(?:(?:import|export|\})[^'"\n]*?\bfrom\s*|import\s*)(['"])([^'"\n]+)\1|\bimport\(\s*(['"])([^'"\n]+)\3/gm

/**
 * Every import that runs the wrong way.
 *
 * @param files sources of the whole workspace, comments blanked out
 */
export function importViolations(files: readonly SourceFile[]): Violation[] {
  return [...files.flatMap(violationsOfImports), ...barrels(files)]
}

function violationsOfImports(file: SourceFile): Violation[] {
  return [...file.code.matchAll(imported)].flatMap((match) => {
    const reason = refusal(file.path, match[2] ?? match[4] ?? '')
    return reason === null ? [] : [{ path: file.path, line: lineAt(file.code, match.index), rule: 'import', reason }]
  })
}

function refusal(file: string, target: string): string | null {
  if (target.startsWith('.')) return refusalOfPath(file, target)
  if (target.startsWith('@xushi/') && target.split('/').length > 2) {
    return `${target} reaches behind the index.ts of a package; import it from ${target.split('/').slice(0, 2).join('/')}`
  }
  const allowed = reach[packageOf(file)]
  if (!isProduct(file) || allowed === undefined) return null

  if (target.startsWith('@xushi/')) return refusalOfPackage(file, target.slice('@xushi/'.length), allowed)
  if (target.startsWith('node:')) {
    return allowed.node ? null : `${packageOf(file)} runs without Node and may not import ${target}`
  }
  const name = npmName(target)
  if (allowed.npm === 'any') return storeOnly.has(name) ? `only packages/store imports ${name}` : null
  return allowed.npm.includes(name) ? null : `${packageOf(file)} may not import ${name}`
}

function refusalOfPath(file: string, target: string): string | null {
  const reached = path.posix.normalize(path.posix.join(path.posix.dirname(file), target))
  if (packageOf(reached) === packageOf(file)) return null
  return `${target} leaves ${packageOf(file)}; packages are imported by their name`
}

function refusalOfPackage(file: string, name: string, allowed: Reach): string | null {
  if (name === 'testkit' || name === 'bench') return `product code may not import @xushi/${name}`
  return allowed.workspace.includes(name) ? null : `${packageOf(file)} may not import @xushi/${name}`
}

function npmName(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Apps have no index.ts that gathers others: a reader finds a thing by its own file. */
function barrels(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path: file }) => /^apps\/.*\/index\.tsx?$/.test(file))
    .map(({ path: file }) => ({ path: file, line: 1, rule: 'barrel', reason: 'apps have no index.ts; name the file' }))
}
