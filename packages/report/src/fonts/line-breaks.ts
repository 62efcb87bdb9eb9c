/** Marks that may not begin a line: closing ones, signs after a number, what belongs to the character before. */
const clings = /^[，。、；：？！）〕】》〉」』”’％‰%°)\],.;:?!·…—\p{M}]/u

/** Marks that may not end a line: opening ones, signs before a number. */
const opens = /[（〔【《〈「『“‘([≥≤><＋+−±≈~#$￥]$/u

/** Words, numbers and dates whole, with the spaces behind them; every other character by itself. */
const words =
  /[\p{L}\p{N}](?<![\p{sc=Han}])(?:[^\s\p{sc=Han}\u3000-\u303f\uff00-\uffef“”‘’…—](?<![\p{sc=Han}]))*\s*|\s+|[\s\S]/gu

/** A text in pieces behind each of which a line may end. Joined, they are the text again. */
export function linePieces(text: string): string[] {
  const parts: string[] = []
  for (const piece of text.match(words) ?? []) {
    const before = parts.at(-1)
    if (before !== undefined && (clings.test(piece) || opens.test(before) || /^\s/.test(piece))) {
      parts[parts.length - 1] = before + piece
    } else parts.push(piece)
  }
  return parts
}

/**
 * A paragraph in lines no wider than `width`. What is wider than a line by itself is broken within.
 *
 * @param measure width of a text, in the unit of `width`
 * @param indent  what the first line is shorter by
 */
export function brokenLines(text: string, width: number, measure: (text: string) => number, indent = 0): string[] {
  const lines: string[] = []
  let line = ''
  let used = indent
  const put = (piece: string) => {
    const wide = measure(piece)
    if (line !== '' && used + measure(piece.trimEnd()) > width + 1e-6) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    line += piece
    used += wide
  }
  for (const piece of linePieces(text)) {
    if (measure(piece.trimEnd()) > width - (lines.length === 0 ? indent : 0))
      for (const character of piece) put(character)
    else put(piece)
  }
  return [...lines, line.trimEnd()]
}

/** A text of several paragraphs in lines; see `brokenLines`. */
export function wrappedText(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => brokenLines(paragraph, width, measure))
}
