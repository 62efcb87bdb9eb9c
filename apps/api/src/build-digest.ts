import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Whose code decides what an answer looks like. */
const answering = ['apps/api/src', 'packages/contract/src', 'packages/domain/src']

/** The code that reads and checks a catalogue. */
const readingCatalogue = ['packages/catalogue/src', 'packages/domain/src']

/**
 * Which build this is: a digest of the sources behind an answer. Two builds may give the same figures in different shapes, so
 * what a browser keeps from one may not count for the other; instances of one build agree on it.
 *
 * @param root the folder of the workspace
 */
export const buildDigest = (root: string): string => digestOf(foldersIn(root, answering)).slice(0, 12)

/**
 * Equal digests, equal catalogues, or equal mistakes.
 *
 * @param root the folder of the workspace
 * @param data the folder of the catalogue
 */
export const catalogueDigest = (root: string, data: string): string =>
  digestOf([...foldersIn(root, readingCatalogue), data])

const foldersIn = (root: string, folders: readonly string[]) => folders.map((folder) => path.join(root, folder))

function digestOf(folders: readonly string[]): string {
  const digest = createHash('sha256')
  for (const folder of folders) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).sort()) {
      digest.update(`${path.relative(folder, file)}\0`).update(readFileSync(file))
    }
  }
  return digest.digest('base64url')
}
