import path from 'node:path'
import { type DocxPiece, docxPieces } from './docx-pieces.ts'
import { paragraphKinds } from './paragraph-kinds.ts'
import { UnreadableFileError } from './unreadable-file.ts'
import { readXml } from './xml-events.ts'
import { zipParts } from './zip-parts.ts'

/** What a Word file says, and what it says of itself. */
export type DocxFile = {
  readonly pieces: readonly DocxPiece[]
  /** What stands in the headers and footers, each text once. */
  readonly aside: readonly string[]
  /** Title, subject and language, and the product's own properties by their names. */
  readonly properties: Readonly<Record<string, string>>
}

/**
 * Reads a Word file as somebody does who goes through its text; one that another program wrote again is read as well.
 *
 * @throws UnreadableFileError when it is no Word file
 */
export async function readDocx(bytes: Uint8Array): Promise<DocxFile> {
  const parts = await zipParts(bytes, (name) => /\.(?:xml|rels)$/.test(name))
  const documentPath = (await targets(parts, '')).find(({ type }) => type === 'officeDocument')?.path
  const document = documentPath === undefined ? undefined : parts.get(documentPath)
  if (documentPath === undefined || document === undefined) throw new UnreadableFileError('no-document')

  const related = await targets(parts, documentPath)
  const stylesPath = related.find(({ type }) => type === 'styles')?.path
  const kindOf = await paragraphKinds(stylesPath === undefined ? undefined : parts.get(stylesPath))
  const aside = new Set<string>()
  for (const { type, path: asidePath } of related) {
    const part = parts.get(asidePath)
    if ((type !== 'header' && type !== 'footer') || part === undefined) continue
    for (const piece of await docxPieces(part, kindOf)) aside.add(textOfPiece(piece))
  }
  return { pieces: await docxPieces(document, kindOf), aside: [...aside].sort(), properties: await propertiesOf(parts) }
}

/** The text of a piece on one line; cells are apart by bars. */
export function textOfPiece(piece: DocxPiece): string {
  return piece.is === 'row' ? piece.cells.join(' | ') : piece.text
}

/** What a part refers to; the empty path is the file itself. */
async function targets(parts: ReadonlyMap<string, Buffer>, from: string): Promise<{ type: string; path: string }[]> {
  const folder = path.posix.dirname(from)
  const part = parts.get(path.posix.join(folder, '_rels', `${path.posix.basename(from)}.rels`))
  const found: { type: string; path: string }[] = []
  if (part === undefined) return found
  await readXml(part, {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      const target = attributes.Target ?? ''
      const resolved = target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target)
      found.push({ type: path.posix.basename(attributes.Type ?? ''), path: resolved })
    },
  })
  return found
}

const own = /^Xushi[A-Za-z]+/
const core = new Set(['title', 'subject', 'language'])

async function propertiesOf(parts: ReadonlyMap<string, Buffer>): Promise<Record<string, string>> {
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
