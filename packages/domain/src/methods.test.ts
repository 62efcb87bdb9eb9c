import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = import.meta.dirname
const english = join(source, '../../../docs/methods')
const chinese = join(english, 'zh')
const pagesIn = (folder: string) => readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')
const pages = pagesIn(english)
const named = readdirSync(source)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/docs\/methods\/([a-z-]+\.md)/g)].map(
      (match) => match[1] ?? '',
    ),
  )
const textOf = (folder: string, page: string) => readFileSync(join(folder, page), 'utf8')

/** What an English heading is in Chinese, on every page. */
const headings: Readonly<Record<string, string>> = {
  Formula: '算式',
  Rule: '规则',
  Rules: '规则',
  Steps: '步骤',
  'Worked example': '算例',
  'Edge cases': '边界情形',
  Source: '出处',
}
const lastThree = ['Worked example', 'Edge cases', 'Source']

describe('the methods', () => {
  it.each([...new Set(named)])('have the page that the code names: %s', (page) => {
    expect(pages).toContain(page)
  })

  it('have each page in both languages', () => {
    expect(pagesIn(chinese)).toEqual(pages)
  })

  it.each(pages)('are indexed, with their example, edge cases and source: %s', (page) => {
    expect(textOf(english, 'README.md')).toContain(`](${page})`)
    expect(textOf(chinese, 'README.md')).toContain(`](${page})`)
    expect(textOf(english, page).match(/^## (Worked example|Edge cases|Source)$/gm)).toEqual(
      lastThree.map((heading) => `## ${heading}`),
    )
  })

  it.each(
    ['README.md', ...pages].flatMap((page) => [
      [page, 'English', english] as const,
      [page, 'Chinese', chinese] as const,
    ]),
  )('link to pages and files that exist: %s in %s', (page, _language, folder) => {
    const text = textOf(folder, page)
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map((match) => join(folder, match[1] ?? ''))
    const files = [...text.matchAll(/`((?:packages|apps|data)\/[^`]+)`/g)].map((match) =>
      join(english, '../..', match[1] ?? ''),
    )
    expect([...links, ...files].filter((path) => !existsSync(path))).toEqual([])
  })
})

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const monthNumber = (name: string) => `${months.split('|').indexOf(name) + 1}`
const inBillions = (amount: string) => `${Math.round(Number(amount) * 10)}亿`

/** Every number of a text, in the order of size. Chinese numbers the months, and counts by 亿 where English has billions. */
const numbersIn = (text: string) =>
  text
    .replace(new RegExp(`\\b(?:${months})\\b`, 'g'), monthNumber)
    .replace(/(\d+(?:\.\d+)?) billion/g, (_all, amount: string) => inBillions(amount))
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .match(/\d+(?:\.\d+)?/g)
    ?.map(Number)
    .toSorted((a, b) => a - b) ?? []

/** The parts of a page in their order: what each is, and what it is made of (cells, items, lines). */
function partsOf(text: string) {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((block) => {
      const level = /^#+/.exec(block)?.[0].length
      if (level !== undefined) return { is: `heading ${level}`, pieces: [block.slice(level + 1)] }
      if (block.startsWith('|')) {
        const rows = block.split('\n').map((row) => row.split('|').slice(1, -1))
        return { is: `table ${rows.map((row) => row.length).join()}`, pieces: rows.flat() }
      }
      if (block.startsWith('    ')) return { is: 'formula', pieces: block.split('\n') }
      if (/^(?:-|\d+\.) /.test(block)) return { is: 'list', pieces: block.split(/^(?=- |\d+\. )/m) }
      return { is: 'paragraph', pieces: [block] }
    })
}

/** What both languages share piece by piece: numbers, code, and where links lead. */
const sharedIn = (folder: string) => (piece: string) => ({
  numbers: numbersIn(piece),
  code: (piece.match(/`[^`]+`/g) ?? []).toSorted(),
  links: [...piece.matchAll(/\]\(([^)]+)\)/g)]
    .map((match) => join(folder, match[1] ?? '').replace('/methods/zh/', '/methods/'))
    .toSorted(),
})

describe.each(['README.md', ...pages])('%s in Chinese', (page) => {
  const inEnglish = partsOf(textOf(english, page))
  const inChinese = partsOf(textOf(chinese, page))

  it('has the same parts in the same order', () => {
    const shape = ({ is, pieces }: { is: string; pieces: readonly string[] }) => `${is}: ${pieces.length}`
    expect(inChinese.map(shape)).toEqual(inEnglish.map(shape))
  })

  it('calls the parts that every page has by the same names', () => {
    const wanted = inEnglish.map(({ is, pieces }) => (is === 'heading 2' ? headings[pieces[0] ?? ''] : undefined))
    const found = inChinese.map(({ pieces }, index) => (wanted[index] === undefined ? undefined : pieces[0]))
    expect(found).toEqual(wanted)
  })

  it('has the same numbers, code and links in each of them', () => {
    expect(inChinese.map(({ pieces }) => pieces.map(sharedIn(chinese)))).toEqual(
      inEnglish.map(({ pieces }) => pieces.map(sharedIn(english))),
    )
  })

  it('is Chinese, and set as Chinese is', () => {
    const prose = inChinese
      .filter(({ is }) => is !== 'formula')
      .flatMap(({ pieces }) => pieces)
      .map((piece) => piece.trim().replace(/`[^`]+`/g, '…'))
    const titles = /\*[^*]+\*|“[^”\p{Script=Han}]+”/gu
    const faults =
      /[A-Za-z]+ [A-Za-z]+ [A-Za-z]+|\n|\p{Script=Han} [\dA-Za-z]|[\dA-Za-z] \p{Script=Han}|\p{Script=Han}[,;:?!.]|[,;:?!]\p{Script=Han}/u
    expect(prose.filter((piece) => faults.test(piece.replace(titles, '')))).toEqual([])
  })
})
