/** Latin letters, digits and what stands between them; everything else is set in the full square of Chinese type. */
const narrow = /[\u0020-\u024f\u2010-\u2027\u2030-\u205f]/u
/** A word of narrow characters with the space behind it, or one wide character. */
const pieces = /[\u0021-\u024f\u2010-\u2027\u2030-\u205f]+\s*|\s+|./gsu
const narrowShare = 0.6

/** About how wide a text is set, rather too wide than too narrow. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const character of text) width += narrow.test(character) ? size * narrowShare : size
  return width
}

/** A text in lines that fit a width. A word that is longer than a line is broken. */
export function textLines(text: string, size: number, width: number): readonly string[] {
  const most = Math.max(width, size)
  const lines: string[] = []
  let line = ''
  const add = (piece: string) => {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > most) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? piece.trimStart() : piece
  }
  for (const [piece] of text.replace(/\s+/g, ' ').trim().matchAll(pieces)) {
    if (textWidth(piece.trimEnd(), size) <= most) add(piece)
    else for (const character of piece) add(character)
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}
