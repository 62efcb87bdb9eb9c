import { describe, expect, it } from 'vitest'
import { withoutComments } from './source-file.ts'
import { clockFile, sourceViolations } from './source-rules.ts'

const broken = (path: string, text: string) =>
  sourceViolations([{ path, code: withoutComments(text) }]).map(({ line, rule }) => `${line} ${rule}`)

describe('the clock rule', () => {
  it.each(['new Date()', 'new Date( )', 'new Date', 'Date.now()', 'dayjs()'])('refuses %s in the product', (text) => {
    expect(broken('apps/api/src/session.service.ts', `const at = ${text}\n`)).toEqual(['1 clock'])
  })

  it.each([`new Date(instant)`, `new Date('2020-10-29')`, `dayjs(on)`, `// new Date()`, `/* Date.now() */`])(
    'leaves %s alone',
    (text) => {
      expect(broken('apps/api/src/session.service.ts', text)).toEqual([])
    },
  )

  it('spares the clock itself and the tests', () => {
    expect(broken(clockFile, 'new Date()')).toEqual([])
    expect(broken('apps/api/src/session.test.ts', 'Date.now()')).toEqual([])
  })
})

describe('the rule for a pure domain', () => {
  it.each(['async () => 1', 'process.env.PORT', 'Math.random()', 'console.error(why)'])('refuses %s', (text) => {
    expect(broken('packages/domain/src/plan.ts', text)).toEqual(['1 pure'])
  })

  it('leaves words in comments alone', () => {
    expect(broken('packages/domain/src/plan.ts', '/** A Promise nobody made. */\nconst promise = 1')).toEqual([])
  })
})

describe('the rules for queries', () => {
  const query = 'packages/store/src/figures.ts'

  it.each(['await db.select().from(t.entry).all()', 'rows.get()', 'db.run(statement)', 'prepared.values()'])(
    'refuse %s',
    (text) => {
      expect(broken(query, `\n${text}`)).toEqual(['2 terminal-call'])
    },
  )

  it.each(['await Promise.all(reads)', 'byRegion.get(code)', 'db.insert(t.entry).values(rows)', 'Object.values(row)'])(
    'leave %s alone',
    (text) => {
      expect(broken(query, text)).toEqual([])
    },
  )

  it.each([
    ['sql`count(*)`', ['1 raw-sql']],
    ['sql<number>`count(*)`', ['1 raw-sql']],
    ['sql`count(*)`.mapWith(Number)', []],
    ['sql<number>`sum(${t.entry.value})`\n  .mapWith(Number)', []],
    ['sql`a ${sql`b ${{ c: 1 }.c}`} d`.mapWith(Number)', []],
    ['sql`a`.mapWith(Number)\nsql`b`.as("b")', ['2 raw-sql']],
  ])('read %s', (text, expected) => {
    expect(broken(query, text)).toEqual(expected)
  })

  it('do not bind the files that know their engine, nor other packages', () => {
    for (const path of ['packages/store/src/kit.ts', 'packages/store/src/engine-sqlite.ts', 'apps/web/src/x.ts']) {
      expect(broken(path, 'sql`select 1`; statement.all()')).toEqual([])
    }
  })
})
