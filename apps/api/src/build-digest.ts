import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Whose code decides what an answer looks like. */
const sources = ['apps/api/src', 'packages/contract/src', 'packages/domain/src']

/**
 * Which build this is: a digest of the sources behind an answer. Two builds may give the same figures in different shapes, so
 * what a browser keeps from one may not count for the other; instances of one build agree on it.
 *
 * @param root the folder of the workspace
 */
export function buildDigest(root: string): string {
  const digest = createHash('sha256')
  for (const source of sources) {
    const files = readdirSync(path.join(root, source), { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort()) {
      digest.update(`${file}\0`).update(readFileSync(path.join(root, source, file)))
    }
  }
  return digest.digest('base64url').slice(0, 12)
}
