import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One TypeScript file of the workspace, as the rules read it. */
export type SourceFile = {
  /** From the root of the repository, with `/`. */
  readonly path: string
  /** Its text with every comment blanked out: same length, same lines, so that a place in it is a place in the file. */
  readonly code: string
}

/** A broken rule: where, which one, and what to do instead. */
export type Violation = { readonly path: string; readonly line: number; readonly rule: string; readonly reason: string }

const skipped = new Set(['node_modules', 'dist', 'coverage'])

/** All TypeScript files under `apps` and `packages`. */
export function sourceFiles(root: string): SourceFile[] {
  return ['apps', 'packages']
    .flatMap((area) => filesUnder(path.join(root, area)))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({
      path: path.relative(root, file).split(path.sep).join('/'),
      code: withoutComments(readFileSync(file, 'utf8')),
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesUnder(full)
    return [full]
  })
}

/** A string or template literal, or a comment; what stands first in the text wins, so `'//'` stays a string. */
const literalOrComment = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g

/** Replaces every comment by spaces, line by line. */
export function withoutComments(text: string): string {
  return text.replace(literalOrComment, (found) => (found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found))
}

/** The line, from 1, of a place in the text. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

/** What the product is made of: not tests, not what only developers run. */
export function isProduct(file: string): boolean {
  return (
    /^(apps|packages)\/[^/]+\/src\//.test(file) &&
    !/^packages\/(testkit|bench)\//.test(file) &&
    !/\.test\.tsx?$/.test(file)
  )
}

/** The package a file belongs to, `packages/domain` or `apps/web`. */
export function packageOf(file: string): string {
  return file.split('/', 2).join('/')
}
