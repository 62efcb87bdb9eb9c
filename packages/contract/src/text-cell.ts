/** What a spreadsheet may read as the start of a formula: `= + - @`, their full-width forms, tab and line ends. */
const startsFormula = /^[=+\-@＝＋－﹣−＠\t\r\n]/u
const isNumber = /^[+-]?\d+(?:\.\d+)?$/
const needsQuotes = /[",\r\n]/

/**
 * A text as a CSV cell. A text that a spreadsheet would run as a formula gets an apostrophe in front, so that it stays
 * what somebody typed; a plain number is harmless and stays a number.
 */
export function csvText(text: string): string {
  const safe = startsFormula.test(text) && !isNumber.test(text) ? `'${text}` : text
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

// XML 1.0 has no way to write these, not even as references; a file that holds one does not open.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text of characters that XML can carry, not escaped yet; what it cannot carry becomes the replacement character. */
export const xmlCharacters = (text: string): string => text.toWellFormed().replace(notInXml, '\ufffd')

/** A text inside XML. */
export function xmlText(text: string): string {
  return xmlCharacters(text).replace(/[&<>"]/g, (character) => markup[character] ?? '')
}
