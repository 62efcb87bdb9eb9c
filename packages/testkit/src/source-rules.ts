import { isProduct, lineAt, packageOf, type SourceFile, type Violation } from './source-file.ts'

type Rule = {
  readonly name: string
  /** Files that the rule speaks about. */
  readonly covers: (path: string) => boolean
  /** Every match is a violation. */
  readonly refused: RegExp
  readonly reason: string
}

/** The one file that asks the machine for the time; everything else is handed a clock. */
export const clockFile = 'apps/api/src/clock.ts'

/** Where the store speaks to its engines directly; the rest goes through queries that run on both. */
const engineFile = /^packages\/store\/src\/(kit|engine|migration)[^/]*\.ts$/
const isQuery = (path: string) => isProduct(path) && packageOf(path) === 'packages/store' && !engineFile.test(path)

const rules: readonly Rule[] = [
  {
    name: 'clock',
    covers: (path) => isProduct(path) && path !== clockFile,
    refused: /\bnew Date(?!\w)(?!\s*\(\s*[^)\s])|\bDate\.now\b|\bdayjs(?:\.utc)?\(\s*\)/g,
    reason: `only ${clockFile} asks for the present time; take a clock as an argument`,
  },
  {
    name: 'pure',
    covers: (path) => isProduct(path) && packageOf(path) === 'packages/domain',
    refused: /\b(?:Promise|async|await|process|console|fetch|setTimeout|Math\.random)\b(?!['"\w:-])/g,
    reason: 'domain takes values and gives values: no waiting, no surroundings, no chance',
  },
  {
    name: 'terminal-call',
    covers: isQuery,
    refused: /\.(?:get|all|run|values)\(\s*\)|\b(?:db|tx|database|handle)\s*\.(?:get|all|run|values)\(/g,
    reason: 'await the query itself: .get, .all, .run and .values() type-check but do not exist on PostgreSQL',
  },
]

/** Every line that breaks a rule of the workspace which the linter does not know. */
export function sourceViolations(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) => [
    ...rules.filter((rule) => rule.covers(file.path)).flatMap((rule) => matches(file, rule)),
    ...(isQuery(file.path) ? unmappedSql(file) : []),
  ])
}

function matches(file: SourceFile, { name, refused, reason }: Rule): Violation[] {
  return [...file.code.matchAll(refused)].map((match) => ({
    path: file.path,
    line: lineAt(file.code, match.index),
    rule: name,
    reason: `${match[0].trim()}: ${reason}`,
  }))
}

const sqlTemplate = /\bsql(?:<[^`]*?>)?`/g

/** Raw SQL whose value nobody maps: one driver gives a sum as text, another as a number, and a test on one hides it. */
function unmappedSql({ path, code }: SourceFile): Violation[] {
  const found: Violation[] = []
  let end = 0
  for (const match of code.matchAll(sqlTemplate)) {
    // A piece inside another piece's braces is mapped with the whole.
    if (match.index < end) continue
    end = templateEnd(code, match.index + match[0].length)
    if (!/^\s*\.mapWith\(/.test(code.slice(end))) {
      const reason = 'say what the value is with .mapWith(...): the drivers do not agree on it'
      found.push({ path, line: lineAt(code, match.index), rule: 'raw-sql', reason })
    }
  }
  return found
}

/** The place after the back-quote that closes a template, whose `${}` may hold templates of their own. */
function templateEnd(code: string, start: number): number {
  let at = start
  while (at < code.length && code[at] !== '`') {
    if (code[at] === '\\') at += 2
    else if (code.startsWith('${', at)) at = bracesEnd(code, at + 2)
    else at += 1
  }
  return at + 1
}

function bracesEnd(code: string, start: number): number {
  let at = start
  while (at < code.length && code[at] !== '}') {
    if (code[at] === '`') at = templateEnd(code, at + 1)
    else if (code[at] === '{') at = bracesEnd(code, at + 1)
    else at += 1
  }
  return at + 1
}
