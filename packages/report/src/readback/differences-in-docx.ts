import { type Differences, differences } from './differences.ts'
import { readDocx, textOfPiece } from './docx-text.ts'

/**
 * What a Word file says otherwise than the one that was issued: title, text, rows, what charts say, headers and footers. How it looks does
 * not count, nor which program wrote it last; pictures count by their sentence.
 *
 * @throws UnreadableFileError when one of them is no Word file
 */
export async function differencesInDocx(expected: Uint8Array, found: Uint8Array): Promise<Differences> {
  return differences(await allTexts(expected), await allTexts(found))
}

async function allTexts(bytes: Uint8Array): Promise<string[]> {
  const { pieces, aside } = await readDocx(bytes)
  return [...pieces.map(textOfPiece), ...aside]
}
