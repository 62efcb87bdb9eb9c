import path from 'node:path'
import { readXml } from './xml-events.ts'

/** Parts of an Office file by their paths. */
export type OfficeParts = ReadonlyMap<string, Buffer>

export type Related = { readonly id: string; readonly type: string; readonly path: string }

/** What a part refers to, by the last word of its kind; the empty path is the file itself. */
export async function relatedTo(parts: OfficeParts, from: string): Promise<Related[]> {
  const folder = path.posix.dirname(from)
  const part = parts.get(path.posix.join(folder, '_rels', `${path.posix.basename(from)}.rels`))
  const found: Related[] = []
  if (part === undefined) return found
  await readXml(part, {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      const target = attributes.Target ?? ''
      const resolved = target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target)
      found.push({ id: attributes.Id ?? '', type: path.posix.basename(attributes.Type ?? ''), path: resolved })
    },
  })
  return found
}

const own = /^Xushi[A-Za-z]+/
const core = new Set(['title', 'subject', 'language'])

/** Title, subject and language of a file, and the product's own properties by their names. */
export async function propertiesOf(parts: OfficeParts): Promise<Record<string, string>> {
  const properties: Record<string, string> = {}
  const read = async (part: string, nameOf: (name: string, attributes: Readonly<Record<string, string>>) => string) => {
    const bytes = parts.get(part)
    let open = ''
    if (bytes === undefined) return
    await readXml(bytes, {
      open: ({ name, attributes }) => {
        open = nameOf(name, attributes) || open
      },
      text: (text) => {
        if (open !== '' && text.trim() !== '') properties[open] = `${properties[open] ?? ''}${text}`
      },
      close: ({ name }) => {
        if (name === 'property' || core.has(name)) open = ''
      },
    })
  }
  await read('docProps/core.xml', (name) => (core.has(name) ? name : ''))
  // What goes on in XushiRequest2 belongs to XushiRequest; the numbers are written in their order.
  await read('docProps/custom.xml', (_, { name }) => own.exec(name ?? '')?.[0] ?? '')
  return properties
}
