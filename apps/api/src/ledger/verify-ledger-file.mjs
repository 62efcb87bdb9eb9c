import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pathToFileURL } from 'node:url'

/*
 * Checks an exported ledger with nothing but Node and the file; see docs/ledger.md. It can be copied and run on another machine:
 *
 *     node verify-ledger-file.mjs FILE [--key FINGERPRINT]
 */

/**
 * JSON with keys in order of their code units, no spaces, nothing undefined.
 *
 * @param {unknown} value
 * @returns {string}
 */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** Lines as bytes: what stands between two line feeds, and whether the last one was ended. */
async function* linesOf(file) {
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(file)) {
    rest = Buffer.concat([rest, chunk])
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield { bytes: rest.subarray(0, end), ended: true }
      rest = rest.subarray(end + 1)
    }
  }
  if (rest.length > 0) yield { bytes: rest, ended: false }
}

/** A line as a value; null when it is not the canonical form of what it says, byte for byte. */
function read({ bytes, ended }) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value = JSON.parse(text)
    return ended && canonical(value) === text ? value : null
  } catch {
    return null
  }
}

/**
 * Walks an exported ledger.
 *
 * @param {string} file
 * @param {string} [key] SHA-256 of the public key that is expected, hexadecimal
 * @returns {Promise<{holds: true, events: number, key: string, at: string} | {holds: false, seq: number, why: string}>}
 */
export async function verifyLedgerFile(file, key) {
  let expected = 1
  let previous = ''
  let head = null
  for await (const line of linesOf(file)) {
    if (head !== null) return { holds: false, seq: expected, why: 'after-head' }
    const value = read(line)
    if (value === null) return { holds: false, seq: expected, why: 'not-canonical' }
    if (value.head !== undefined) {
      head = value
      continue
    }
    const { hash, ...event } = value
    if (event.seq !== expected) return { holds: false, seq: expected, why: 'missing' }
    if (event.previousHash !== previous) return { holds: false, seq: expected, why: 'not-chained' }
    if (sha256(canonical(event)) !== hash) return { holds: false, seq: expected, why: 'changed' }
    previous = hash
    expected += 1
  }
  return headVerdict(head, { events: expected - 1, previous }, key)
}

function headVerdict(line, { events, previous }, key) {
  const seq = events + 1
  if (line === null) return { holds: false, seq, why: 'no-head' }
  const { head, publicKey, signature } = line
  if (head.seq !== events || head.hash !== previous) return { holds: false, seq, why: 'head-differs' }
  const der = Buffer.from(String(publicKey), 'base64')
  const print = sha256(der)
  if (key !== undefined && key !== print) return { holds: false, seq, why: 'other-key' }
  if (!isSigned(canonical(head), der, signature)) return { holds: false, seq, why: 'signature' }
  return { holds: true, events, key: print, at: String(head.exportedAt) }
}

function isSigned(text, der, signature) {
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    const bytes = Buffer.from(String(signature), 'base64')
    return bytes.toString('base64') === signature && verify(null, Buffer.from(text), key, bytes)
  } catch {
    return false
  }
}

/** What is said of each reason, in both languages. */
export const fileReasons = {
  'not-canonical': ['内容被改动（不是规范写法）', 'was changed: its bytes are not the canonical form'],
  missing: ['缺失或次序不对', 'is missing or out of order'],
  'not-chained': ['与前一条不相连', 'is not chained to the one before'],
  changed: ['内容被改动', 'was changed'],
  'no-head': [
    '之后没有签名的末行（末尾可能被截断）',
    'is not followed by the signed head line: the end may be cut off',
  ],
  'head-differs': [
    '与签名的末行不符（末尾可能被截断）',
    'is not what the signed head line says: the end may be cut off',
  ],
  'other-key': ['由另一把密钥签名', 'is signed by another key'],
  signature: ['的末行签名不对', 'has a head line whose signature is wrong'],
  'after-head': ['之后还有内容', 'is followed by more after the head line'],
}

async function run([file, option, key]) {
  if (file === undefined || (option !== undefined && option !== '--key')) {
    process.stderr.write('node verify-ledger-file.mjs FILE [--key FINGERPRINT]\n')
    return 2
  }
  const verdict = await verifyLedgerFile(file, key)
  if (verdict.holds) {
    const { events, key: print, at } = verdict
    process.stdout.write(
      `台账完整，共 ${events} 条，导出于 ${at}。 The ledger holds: ${events} events, exported at ${at}.\n`,
    )
    process.stdout.write(`密钥指纹 Key fingerprint: ${print}\n`)
    return 0
  }
  const [zh, en] = fileReasons[verdict.why]
  process.stdout.write(`台账第 ${verdict.seq} 条${zh}。 Event ${verdict.seq} of the ledger ${en}.\n`)
  return 1
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  run(process.argv.slice(2)).then(
    (code) => process.exit(code),
    (error) => {
      process.stderr.write(`${error.message}\n`)
      process.exit(2)
    },
  )
}
