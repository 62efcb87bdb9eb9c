import { strFromU8, unzipSync } from 'fflate'
import { ZipFile } from 'yazl'

const fixedTime = new Date(Date.UTC(2020, 0, 1))

/**
 * The same parts under the same times: a package of Office parts in which nothing tells when, or how often, it was written. Ids that
 * were drawn by chance are counted in the order in which they come.
 *
 * @param moment the instant that the properties of the document name, ISO 8601
 */
export async function normalisedPackage(bytes: Uint8Array, moment: string): Promise<Buffer> {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1))
  const zip = new ZipFile()
  // The list of the types of all parts comes first, as readers of a stream expect.
  parts.sort(([a], [b]) => Number(b === contentTypes) - Number(a === contentTypes))
  for (const [path, content] of parts) {
    const isText = path.endsWith('.xml') || path.endsWith('.rels')
    const normalised = isText ? Buffer.from(withFixedTimes(strFromU8(content), moment)) : Buffer.from(content)
    zip.addBuffer(normalised, path, { mtime: fixedTime, compressionLevel: isText ? 6 : 0 })
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const contentTypes = '[Content_Types].xml'
const written = /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g

const withFixedTimes = (xml: string, moment: string): string => xml.replace(written, `$1${moment}$3`)
