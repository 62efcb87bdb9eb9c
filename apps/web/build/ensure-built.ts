import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { precompress } from './precompress.ts'
import { sourcesDigest } from './sources-digest.ts'

/*
 * Builds the pages into apps/web/dist, unless they were built from the very same sources. The digest is written last: a
 * build that was interrupted is made again.
 */
const web = path.resolve(import.meta.dirname, '..')
const root = path.resolve(web, '../..')
const stamp = path.join(web, 'dist', '.sources')

const digest = sourcesDigest(root)
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
  process.stdout.write('Building the pages (first start, or their sources changed)\n')
  // Vite alone takes longer to load than the comparison above takes.
  const { build } = await import('vite')
  await build({ configFile: path.join(web, 'vite.config.ts'), logLevel: 'warn' })
  await precompress(path.join(web, 'dist'))
  writeFileSync(stamp, digest)
}
