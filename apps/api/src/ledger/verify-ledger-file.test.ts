import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileReasons, verifyLedgerFile } from './verify-ledger-file.mjs'

const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/ledger.md'), 'utf8')
const example = page.split('```ndjson\n')[1]?.split('```')[0] ?? ''
const print = page.split('fingerprint of its key is `')[1]?.split('`')[0] ?? ''
const lines = example.trimEnd().split('\n')
const [first = '', second = '', head = ''] = lines
const text = (...parts: readonly string[]) => parts.map((line) => `${line}\n`).join('')

describe('the checker, copied alone to another folder', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'xushi-auditor-'))
    cpSync(path.join(import.meta.dirname, 'verify-ledger-file.mjs'), path.join(folder, 'check.mjs'))
    symlinkSync(path.join(folder, 'check.mjs'), path.join(folder, 'link.mjs'))
    writeFileSync(path.join(folder, 'good.ndjson'), example)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const check = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env: {}, encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }

  it('says that a ledger holds, how many events, and the fingerprint', () => {
    const { status, said } = check('check.mjs', 'good.ndjson', '--key', print)
    expect(said).toBe(
      `台账完整，共 2 条，导出于 2020-05-11T00:00:00.000Z。\nThe ledger holds: 2 events, exported at 2020-05-11T00:00:00.000Z.\n密钥指纹 Key fingerprint: ${print}\n`,
    )
    expect(status).toBe(0)
  })

  it('takes the fingerprint before the file, with colons and in capitals, and asks to compare it where it is left out', () => {
    const colons = print.toUpperCase().replace(/..(?=.)/g, '$&:')
    expect(check('check.mjs', '--key', colons, 'good.ndjson').status).toBe(0)
    expect(check('check.mjs', 'good.ndjson').said).toContain('Compare it')
  })

  it('names the first broken event and why, in both languages', () => {
    writeFileSync(path.join(folder, 'bad.ndjson'), text(first, second.replace('12.5', '13.5'), head))
    const { status, said } = check('check.mjs', 'bad.ndjson')
    expect(said).toContain('第 2 条内容被改动。')
    expect(said).toContain('Event 2 was changed')
    expect(status).toBe(1)
    expect(check('link.mjs', 'bad.ndjson').status).toBe(1)
  })

  it.each([
    [['check.mjs']],
    [['check.mjs', 'good.ndjson', '--key']],
    [['check.mjs', 'good.ndjson', '--key', 'abc']],
    [['check.mjs', 'good.ndjson', 'other.ndjson']],
    [['check.mjs', 'good.ndjson', '--keys', print]],
    [['check.mjs', 'missing.ndjson']],
  ])('does not look like a check that was made: %j', (args) => {
    const { status, said } = check(...args)
    expect(status).toBe(2)
    expect(said).not.toContain('台账完整')
  })
})

describe('a ledger file', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'xushi-ledger-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const verdictOf = async (content: string | Uint8Array, key?: string) => {
    const file = path.join(folder, 'ledger.ndjson')
    writeFileSync(file, content)
    return verifyLedgerFile(file, key)
  }
  const withHead = (change: (line: { head: Record<string, unknown>; [key: string]: unknown }) => unknown) =>
    JSON.stringify(change(JSON.parse(head)))

  it.each([
    ['empty', '', 0, 'no-head'],
    ['no object', text('null'), 1, 'not-canonical'],
    ['a list', text('[]'), 1, 'not-canonical'],
    ['no JSON', text('x'), 1, 'not-canonical'],
    ['with a byte order mark', `\ufeff${example}`, 1, 'not-canonical'],
    ['with line feeds of another system', example.replaceAll('\n', '\r\n'), 1, 'not-canonical'],
    ['without its last line feed', example.slice(0, -1), 3, 'not-canonical'],
    ['with an empty line', text(first, '', second, head), 2, 'not-canonical'],
    ['with a space', text(first.replace(',', ', '), second, head), 1, 'not-canonical'],
    ['with a name twice', text(first.replace('"seq":1', '"seq":1,"seq":1'), second, head), 1, 'not-canonical'],
    ['with a number in other digits', text(first.replace('"seq":1', '"seq":1.0'), second, head), 1, 'not-canonical'],
    ['with letters as escapes', text(first, second.replace('第', '\\u7b2c'), head), 2, 'not-canonical'],
    ['without its first event', text(second, head), 1, 'missing'],
    ['without its last event', text(first, head), 2, 'head-differs'],
    ['without its head', text(first, second), 2, 'no-head'],
    ['in another order', text(second, first, head), 1, 'missing'],
    ['with an event twice', text(first, first, second, head), 2, 'missing'],
    ['with two heads', text(first, second, head, head), 3, 'after-head'],
    ['with something after its head', text(first, second, head, first), 3, 'after-head'],
    ['with an empty head', text(first, second, '{"head":null}'), 2, 'head-malformed'],
    [
      'with more in its head',
      text(
        first,
        second,
        withHead(({ head: h, ...rest }) => ({ head: { ...h, x: 1 }, ...rest })),
      ),
      2,
      'head-malformed',
    ],
    [
      'with more beside its head',
      text(
        first,
        second,
        withHead((line) => ({ ...line, x: 1 })),
      ),
      2,
      'head-malformed',
    ],
    ['exported at another time', text(first, second, head.replace('05-11', '05-12')), 2, 'signature'],
    [
      'with another signature',
      text(
        first,
        second,
        withHead((line) => ({ ...line, signature: `A${String(line.signature).slice(1)}` })),
      ),
      2,
      'signature',
    ],
    [
      'with no key',
      text(
        first,
        second,
        withHead((line) => ({ ...line, publicKey: '' })),
      ),
      2,
      'signature',
    ],
  ] as const)('is found out %s', async (_, content, seq, why) => {
    expect(await verdictOf(content)).toEqual({ holds: false, seq, why })
    expect(fileReasons[why]?.map((says) => says(seq)).join()).toContain(String(seq))
  })

  it('is found out where it was signed by another key', async () => {
    expect(await verdictOf(example, print)).toMatchObject({ holds: true })
    expect(await verdictOf(example, '0'.repeat(64))).toEqual({ holds: false, seq: 2, why: 'other-key' })
  })

  it('is found out after each change of a byte, at every place', async () => {
    const bytes = Buffer.from(example)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
      expect(await verdictOf(changed), `byte ${at}`).toMatchObject({ holds: false })
    }
  })
})
