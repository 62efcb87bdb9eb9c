import { ZipFile } from 'yazl'
import { zipParts } from '../readback/zip-parts.ts'

/** A file of which one part was written anew, as another program or a hand does. */
export async function alteredDocx(
  bytes: Uint8Array,
  path: string,
  change: (xml: string) => string | Buffer,
): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, part] of await zipParts(bytes)) {
    zip.addBuffer(name === path ? Buffer.from(change(part.toString())) : part, name)
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
