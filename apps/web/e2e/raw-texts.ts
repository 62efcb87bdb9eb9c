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

/** Chinese on purpose: what is marked so, methods, which explain Chinese words, values as the ledger keeps them, what stands without scripts. */
const chinese =
  'code, pre, q, [lang^="zh"], [translate="no"], .method-text :is(p, li, td), .ledger-difference td, noscript, script, style'

/**
 * Every Chinese text of an English page that nobody typed: a word of the product that was left in Chinese, or the Chinese side of what the
 * catalogue has in both languages. What people typed is known by the answers that the page got: a text that they hold in one language alone.
 */
export async function chineseLeft(page: Page): Promise<readonly string[]> {
  const [texts, typed]: [string[], string[]] = await page.evaluate(async (chinese) => {
    const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
    const texts: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode
      if (nodeValue !== null && parentElement?.closest(chinese) === null) texts.push(nodeValue)
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [aria-valuetext]')) {
      if (element.closest(chinese) !== null) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext']) {
        texts.push(element.getAttribute(name) ?? '')
      }
    }
    const typed = new Set<string>()
    const collect = (value: unknown): void => {
      if (typeof value === 'string') {
        if (isChinese(value)) typed.add(value)
      } else if (Array.isArray(value)) value.forEach(collect)
      else if (typeof value === 'object' && value !== null) {
        const { en } = value as { en?: unknown }
        for (const [key, part] of Object.entries(value)) if (key !== 'zh' || typeof en !== 'string') collect(part)
      }
    }
    const asked = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.startsWith('/api/'))
    for (const address of new Set(asked.map(({ name }) => name))) {
      if (address.includes('/api/events')) continue
      const answer = await fetch(address)
      if (answer.headers.get('content-type')?.includes('json')) collect(await answer.json())
    }
    return [texts.filter(isChinese), [...typed]]
  }, chinese)
  const longestFirst = typed.toSorted((a, b) => b.length - a.length)
  const rest = (text: string) => longestFirst.reduce((left, one) => left.replaceAll(one, ''), text)
  return [...new Set(texts.filter((text) => /\p{Script=Han}/u.test(rest(text))))]
}
