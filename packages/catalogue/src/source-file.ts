import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** One YAML file of the data folder; `path` is relative to that folder, with `/` between its parts. */
export type SourceFile = { readonly path: string; readonly text: string }

const folders = ['regions', 'calendar', 'programmes']

/**
 * Reads the YAML files of `regions/`, of `calendar/` and of every folder under `programmes/`. Other files (README.md, the schema) are left alone.
 *
 * @param dataFolder path of the folder that is called `data` in the repository
 * @returns the files in the order of their paths, so that mistakes come in the same order everywhere
 * @throws what the file system throws, if a folder or a file cannot be read
 */
export async function sourceFiles(dataFolder: string): Promise<readonly SourceFile[]> {
  const entries = await readdir(dataFolder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => path.relative(dataFolder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)))
    .sort()

  return Promise.all(
    paths.map(async (file) => ({ path: file, text: await readFile(path.join(dataFolder, file), 'utf8') })),
  )
}
