const longest = 31
const barred = /[[\]:*?/\\\p{Cc}]/gu

/**
 * Names of sheets as a workbook may have them: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at an end, none empty, and none
 * twice, whatever their case.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const legal = cut(name.toWellFormed().replace(barred, ' ').replace(/\s+/g, ' '), longest) || 'Sheet'
    let own = legal
    for (let count = 2; taken.has(own.toLowerCase()); count += 1) {
      const end = ` ${count}`
      own = `${cut(legal, longest - end.length)}${end}`
    }
    taken.add(own.toLowerCase())
    return own
  })
}

/** So many UTF-16 units at most, no character torn, without spaces and apostrophes at its ends. */
function cut(text: string, most: number): string {
  const whole = text.replace(/^[\s']+/, '')
  let kept = ''
  for (const character of whole) {
    if (kept.length + character.length > most) break
    kept += character
  }
  return kept.replace(/[\s']+$/, '')
}
