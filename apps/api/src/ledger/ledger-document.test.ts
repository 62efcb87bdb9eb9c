import { createHash, createPrivateKey } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { canonicalJson, ledgerActions, reviewActs, reviewedWords, singleActions } from '@xushi/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerKey } from './ledger-key.ts'
import { verifyLedgerFile } from './verify-ledger-file.mjs'

/** RFC 8032, section 7.1, TEST 1: the secret key, after the fixed beginning of a PKCS 8 file of Ed25519. */
const secret = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
const pem = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${secret}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
}).export({ format: 'pem', type: 'pkcs8' })

const between = (text: string, begin: string, end: string) => text.split(begin)[1]?.split(end)[0] ?? ''

describe('docs/ledger.md', () => {
  let home: string
  let page: string
  let example: string
  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'xushi-document-'))
    page = await readFile(path.resolve(import.meta.dirname, '../../../../docs/ledger.md'), 'utf8')
    example = between(page, '```ndjson\n', '```')
    await writeFile(path.join(home, 'ledger-key.pem'), pem, { mode: 0o600 })
    await writeFile(path.join(home, 'example.ndjson'), example)
  })
  afterAll(() => rm(home, { recursive: true }))

  it('has an example that holds, with the fingerprint it names', async () => {
    const print = between(page, 'fingerprint of its key is `', '`')
    expect(await verifyLedgerFile(path.join(home, 'example.ndjson'), print)).toEqual({
      holds: true,
      events: 2,
      key: print,
      at: '2020-05-11T00:00:00.000Z',
    })
    expect(ledgerKey(home).fingerprint).toBe(print)
  })

  it('has the lines that the product would write', () => {
    const key = ledgerKey(home)
    const [first = '', second = '', last = ''] = example.trimEnd().split('\n')
    let previousHash = ''
    for (const line of [first, second]) {
      const { hash, ...event } = JSON.parse(line)
      expect(event.previousHash).toBe(previousHash)
      expect(hash).toBe(createHash('sha256').update(canonicalJson(event)).digest('hex'))
      expect(canonicalJson({ hash, ...event })).toBe(line)
      previousHash = hash
    }
    const { head } = JSON.parse(last)
    const signed = { publicKey: key.publicKey, signature: key.signed(canonicalJson(head)), head }
    expect(canonicalJson(signed)).toBe(last)
    expect(page).toContain(`\`\`\`json\n${canonicalJson({ ...JSON.parse(first), hash: undefined })}\n`)
  })

  it.each([
    ['names out of order, a list in order', { b: [2, 1], a: { d: 1, c: 2 } }, '{"a":{"c":2,"d":1},"b":[2,1]}'],
    ['UTF-16 code units, not code points', { '\u{1f600}': 1, '\ufb33': 2 }, '{"\u{1f600}":1,"\ufb33":2}'],
    ['control characters and quotes', '\u0001\b\t\n\f\r"\\/', '"\\u0001\\b\\t\\n\\f\\r\\"\\\\/"'],
    ['lone surrogates', '\ud800', '"\\ud800"'],
    ['Chinese as it is', { 省: '江苏' }, '{"省":"江苏"}'],
    ['numbers', [-0, 0.1, 1e21, 1e-7, 123456789012, 100], '[0,0.1,1e+21,1e-7,123456789012,100]'],
    ['nothing', { a: undefined, b: null }, '{"b":null}'],
  ])('and the product agree on canonical JSON: %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it('names every action', () => {
    const words = new Set([...page.matchAll(/`-?([a-z-]+)`/g)].map(([, word]) => word))
    expect([...reviewedWords, ...reviewActs, ...singleActions].filter((word) => !words.has(word))).toEqual([])
    expect(new Set(ledgerActions).size).toBe(reviewedWords.length * reviewActs.length + singleActions.length)
  })
})
