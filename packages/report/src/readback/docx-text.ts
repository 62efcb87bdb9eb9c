import { type DocxPiece, docxPieces } from './docx-pieces.ts'
import { propertiesOf, relatedTo } from './office-package.ts'
import { paragraphKinds } from './paragraph-kinds.ts'
import { UnreadableFileError } from './unreadable-file.ts'
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
  const documentPath = (await relatedTo(parts, '')).find(({ type }) => type === 'officeDocument')?.path
  const document = documentPath === undefined ? undefined : parts.get(documentPath)
  if (documentPath === undefined || document === undefined) throw new UnreadableFileError('no-document')

  const related = await relatedTo(parts, documentPath)
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
