/** Marks that may not begin a line. */
const clings = /^[，。、；：？！）〕】》”’％%)\],.;:?!·…—]/u

/**
 * A text in lines no wider than `width`. A word that is wider than a line is broken within.
 *
 * @param measure width of a text, in the unit of `width`
 */
export function wrappedText(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => wrappedParagraph(paragraph, width, measure))
}

function wrappedParagraph(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of unbroken(text).flatMap((part) => (measure(part.trimEnd()) > width ? [...part] : [part]))) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return [...lines, line.trimEnd()]
}

function unbroken(text: string): string[] {
  const parts: string[] = []
  for (const piece of wordsAndHan(text)) {
    const before = parts.at(-1)
    if (before !== undefined && clings.test(piece)) parts[parts.length - 1] = before + piece
    else parts.push(piece)
  }
  return parts
}

function wordsAndHan(text: string): string[] {
  return text.match(/[^\s\p{sc=Han}\p{P}\p{S}][^\s\p{sc=Han}，。、；：？！）（“”]*\s*|[\s\S]/gu) ?? []
}
