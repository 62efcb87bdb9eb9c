/** How many letters must be inserted, removed or replaced to turn one word into the other (Levenshtein distance). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...to].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/**
 * The word that was probably meant: the one with the fewest different letters, if at most a third of the letters differ
 * (upper and lower case count as the same letter). Codes and numbers are never guessed: every one is near to another.
 */
export function nearestWord(written: string, words: Iterable<string>): string | undefined {
  if (/^[A-Z]?\d+$/.test(written)) return undefined
  const allowed = Math.max(1, Math.floor(written.length / 3))
  let best: string | undefined
  let bestDistance = allowed + 1
  for (const word of words) {
    const letters = distance(written.toLowerCase(), word.toLowerCase())
    if (letters < bestDistance) [best, bestDistance] = [word, letters]
  }
  return best
}
