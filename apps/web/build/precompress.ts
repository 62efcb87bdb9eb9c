import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const text = /\.(?:css|html|js|json|svg|txt|webmanifest)$/
/** Below this, the headers weigh more than what is saved. */
const leastBytes = 1024

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/**
 * Lays a `.br` and a `.gz` beside every text file of a folder, at their best and slowest: they are made once per build
 * and sent unchanged ever after, so that a request costs no compression.
 */
export async function precompress(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => text.test(name))
  await Promise.all(files.map((name) => compressBeside(path.join(folder, name))))
}

async function compressBeside(file: string): Promise<void> {
  const content = await readFile(file)
  if (content.length < leastBytes) return

  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  const [br, gz] = await Promise.all([brotli(content, { params }), zip(content, { level: 9 })])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}
