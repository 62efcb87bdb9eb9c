import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type CatalogueReading, checkCatalogue } from './catalogue-check.ts'
import { sourceFiles } from './source-file.ts'

/**
 * Reads and checks a data folder. Nothing is written and no store is needed.
 *
 * @param dataFolder path of the folder `data`
 * @returns the catalogue, or every mistake; the paths in them are relative to the data folder
 * @throws what the file system throws, if the folder cannot be read
 */
export async function readCatalogue(dataFolder: string): Promise<CatalogueReading> {
  return checkCatalogue(await sourceFiles(dataFolder))
}

/**
 * Records what binds now: writes recorded.yaml of each programme, if the catalogue has no mistake.
 *
 * @returns the reading that the recording was made from
 */
export async function recordCatalogue(dataFolder: string): Promise<CatalogueReading> {
  const reading = await readCatalogue(dataFolder)
  if (reading.clean) {
    for (const { path: file, text } of reading.recordings) await writeFile(path.join(dataFolder, file), text)
  }
  return reading
}
