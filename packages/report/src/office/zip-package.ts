import { ZipFile } from 'yazl'

/**
 * How an entry is written to a zip, so that the same parts are the same bytes: with one time. It stands in a zip as clocks show it, without
 * their zone, so it is made anew by the zone of the moment.
 */
export const zipEntry = () => ({ mtime: new Date(2020, 0, 1), forceDosTimestamp: true })

const contentTypes = '[Content_Types].xml'

/** Parts of an Office file in one order and at one time. The list of types comes first, as some programs expect it. */
export async function zipPackage(parts: ReadonlyMap<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  const paths = [...parts.keys()].filter((path) => path !== contentTypes).sort()
  for (const path of [contentTypes, ...paths]) {
    const compress = !path.endsWith('.png')
    zip.addBuffer(Buffer.from(parts.get(path) ?? ''), path, { ...zipEntry(), compress })
  }
  zip.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of zip.outputStream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}
