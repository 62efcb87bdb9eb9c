import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CatalogueReading } from '@xushi/catalogue'
import type { Catalogue } from '@xushi/domain'

type Kept = { readonly digest: string; readonly catalogue: Catalogue }

/**
 * The checked catalogue. Reading and checking the YAML takes longer than all the rest of a start, and leaves much garbage behind; so a
 * clean catalogue is kept, and taken again as long as everything it comes from is the same.
 *
 * @param home   where it is kept, in `catalogue.json`: whatever is wrong with that file, the catalogue is read and checked anew
 * @param digest of the data and of the code that checks it
 * @param read   reads and checks; loaded only where it is needed
 */
export async function keptCatalogue(
  home: string,
  digest: string,
  read: () => Promise<CatalogueReading>,
): Promise<CatalogueReading | { readonly clean: true; readonly catalogue: Catalogue }> {
  const file = path.join(home, 'catalogue.json')
  const kept = await readKept(file)
  if (kept?.digest === digest) return { clean: true, catalogue: kept.catalogue }

  const reading = await read()
  if (reading.clean) {
    const text = JSON.stringify({ digest, catalogue: reading.catalogue } satisfies Kept)
    // Another instance may be reading it at this moment. Where it cannot be kept, the next start takes longer.
    const half = `${file}.${process.pid}`
    await writeFile(half, text, { mode: 0o600 })
      .then(() => rename(half, file))
      .catch(() => undefined)
  }
  return reading
}

async function readKept(file: string): Promise<Kept | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}
