import type { Page } from '@xushi/testkit'

/** What a machine says where words belong: in either language, and beyond that in Chinese, where no word has Latin joints. */
const machine = /undefined|\bNaN\b|\[object|\bnull\b|Invalid Date|\$\{|\b[a-z]+[A-Z][a-zA-Z]*\b/g
const joined = /\b[a-z]+(?:-[a-z]+)+\b(?!\.)/g

/** An id made by chance, as the pages of the auditor show it on demand. */
const isId = /^[\w-]{22}$/

/**
 * Spared is what is meant as it stands: code, quotations, names of accounts, values exactly as the ledger keeps them, and
 * pictures inside a button that has a name of its own.
 */
const spared = 'code, pre, kbd, q, [lang="en"], [translate="no"], script, style, .ledger-difference td, .anticon'

/** Every text of a page, seen or read aloud, that is a key or a value in place of a word. */
export async function rawTexts(page: Page): Promise<readonly string[]> {
  const [language, texts]: [string, string[]] = await page.evaluate((spared) => {
    const texts: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode
      if (nodeValue?.trim() && parentElement?.closest(spared) === null) texts.push(nodeValue)
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [aria-valuetext]')) {
      if (element.closest(spared) !== null) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext']) {
        texts.push(element.getAttribute(name) ?? '')
      }
    }
    return [document.documentElement.lang, texts]
  }, spared)
  const patterns = language.startsWith('zh') ? [machine, joined] : [machine]
  return texts
    .filter((text) => !isId.test(text))
    .filter((text) => patterns.some((pattern) => text.search(pattern) >= 0))
}
