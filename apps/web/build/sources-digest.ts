import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What the built pages are made of, from the root of the repository. */
const sources = [
  'apps/web/index.html',
  'apps/web/package.json',
  'apps/web/vite.config.ts',
  'apps/web/build',
  'apps/web/public',
  'apps/web/src',
  'packages/contract/src',
  'packages/domain/src',
  'packages/wording/src',
  'docs/methods',
  'pnpm-lock.yaml',
]

/** A digest of everything that the built pages depend on, tests left out: equal digests, equal pages. */
export function sourcesDigest(root: string): string {
  const digest = createHash('sha256')
  for (const file of sources.flatMap((source) => filesUnder(path.join(root, source))).sort()) {
    digest.update(`${path.relative(root, file)}\0`).update(readFileSync(file))
  }
  return digest.digest('hex')
}

function filesUnder(place: string): string[] {
  try {
    return readdirSync(place, { withFileTypes: true })
      .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
      .flatMap((entry) => filesUnder(path.join(place, entry.name)))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR') return [place]
    if (code === 'ENOENT') return []
    throw error
  }
}
