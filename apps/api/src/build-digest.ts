import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Whose code decides what an answer looks like. */
const answering = ['apps/api/src', 'packages/contract/src', 'packages/domain/src']

/** Everything that a checked catalogue comes from: the code that reads and checks it, and the data. */
const behindCatalogue = ['packages/catalogue/src', 'packages/domain/src', 'data']

/**
 * Which build this is: a digest of the sources behind an answer. Two builds may give the same figures in different shapes, so
 * what a browser keeps from one may not count for the other; instances of one build agree on it.
 *
 * @param root the folder of the workspace
 */
export const buildDigest = (root: string): string => digestOf(root, answering).slice(0, 12)

/** Equal digests, equal catalogues, or equal mistakes. */
export const catalogueDigest = (root: string): string => digestOf(root, behindCatalogue)

function digestOf(root: string, folders: readonly string[]): string {
  const digest = createHash('sha256')
  for (const folder of folders) {
    const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).sort()) {
      digest.update(`${path.relative(root, file)}\0`).update(readFileSync(file))
    }
  }
  return digest.digest('base64url')
}
