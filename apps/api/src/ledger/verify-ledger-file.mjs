import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, realpathSync } from 'node:fs'
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

/** A line as an object; null when it is not the canonical form of what it says, byte for byte. */
function read({ bytes, ended }) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value = JSON.parse(text)
    return ended && text.startsWith('{') && canonical(value) === text ? value : null
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
  let events = 0
  let previous = ''
  let head = null
  for await (const line of linesOf(file)) {
    const broken = (why) => ({ holds: false, seq: events + 1, why })
    if (head !== null) return broken('after-head')
    const value = read(line)
    if (value === null) return broken('not-canonical')
    if ('head' in value) {
      head = value
      continue
    }
    const { hash, ...event } = value
    if (event.seq !== events + 1) return broken('missing')
    if (event.previousHash !== previous) return broken('not-chained')
    if (sha256(canonical(event)) !== hash) return broken('changed')
    previous = hash
    events += 1
  }
  return headVerdict(head, { events, previous }, key)
}

const headLineOf = ['head', 'publicKey', 'signature']
const headOf = ['at', 'exportedAt', 'hash', 'seq']
const hasOnly = (value, keys) =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === keys.join()

function headVerdict(line, { events, previous }, key) {
  const broken = (seq, why) => ({ holds: false, seq, why })
  if (line === null) return broken(events, 'no-head')
  const { head, publicKey, signature } = line
  if (!hasOnly(line, headLineOf) || !hasOnly(head, headOf)) return broken(events, 'head-malformed')
  if (head.seq !== events) return broken(Math.min(events, Number(head.seq) || 0) + 1, 'head-differs')
  if (head.hash !== previous) return broken(events, 'head-differs')
  const der = Buffer.from(String(publicKey), 'base64')
  const print = sha256(der)
  if (key !== undefined && key !== print) return broken(events, 'other-key')
  if (der.toString('base64') !== publicKey || !isSigned(canonical(head), der, signature)) {
    return broken(events, 'signature')
  }
  return { holds: true, events, key: print, at: head.exportedAt }
}

function isSigned(text, der, signature) {
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    const bytes = Buffer.from(String(signature), 'base64')
    const isEd25519 = key.asymmetricKeyType === 'ed25519'
    return isEd25519 && bytes.toString('base64') === signature && verify(null, Buffer.from(text), key, bytes)
  } catch {
    return false
  }
}

/** What is said of each reason, in both languages, with the number of the event. */
export const fileReasons = {
  'not-canonical': [
    (n) => `第 ${n} 条内容被改动（不是规范写法）。`,
    (n) => `Event ${n} was changed: its bytes are not the canonical form of what they say.`,
  ],
  missing: [(n) => `第 ${n} 条缺失，或次序不对。`, (n) => `Event ${n} is missing, or events are out of order.`],
  'not-chained': [
    (n) => `第 ${n} 条与前一条不相连。`,
    (n) => `Event ${n} is not chained to the one before: its previousHash is another.`,
  ],
  changed: [(n) => `第 ${n} 条内容被改动。`, (n) => `Event ${n} was changed: its hash is not that of what it says.`],
  'no-head': [
    (n) => `第 ${n} 条之后没有签名的末行，末尾可能被截断。`,
    (n) => `Event ${n} is not followed by the signed last line: the end may be cut off.`,
  ],
  'head-malformed': [
    (n) => `第 ${n} 条之后的末行被改动。`,
    (n) => `The last line, after event ${n}, was changed: it does not have the fields of a head.`,
  ],
  'head-differs': [
    (n) => `第 ${n} 条与签名的末行不符：末尾被截断，或多出内容。`,
    (n) => `Event ${n} is not as the signed last line says: the end was cut off, or something was added.`,
  ],
  'other-key': [
    (n) => `末行（第 ${n} 条之后）由另一把密钥签名。`,
    (n) => `The last line, after event ${n}, is signed by another key.`,
  ],
  signature: [
    (n) => `末行（第 ${n} 条之后）的签名不对。`,
    (n) => `The last line, after event ${n}, has a wrong signature.`,
  ],
  'after-head': [
    (n) => `末行之后还有内容，第 ${n} 条不属于这份台账。`,
    (n) => `Something follows the last line: event ${n} does not belong to this ledger.`,
  ],
}

/** The arguments as somebody typed them; null when they make no sense, since a check that was not made must not look like one. */
function argumentsOf(typed) {
  const files = []
  let key
  for (let index = 0; index < typed.length; index += 1) {
    const word = typed[index]
    if (word !== '--key') {
      if (word.startsWith('--')) return null
      files.push(word)
      continue
    }
    index += 1
    key = (typed[index] ?? '').replaceAll(':', '').toLowerCase()
    if (!/^[0-9a-f]{64}$/.test(key)) return null
  }
  return files.length === 1 ? { file: files[0], key } : null
}

async function run(typed) {
  const asked = argumentsOf(typed)
  if (asked === null) {
    process.stderr.write('用法 Usage: node verify-ledger-file.mjs FILE [--key FINGERPRINT]\n')
    return 2
  }
  const verdict = await verifyLedgerFile(asked.file, asked.key)
  if (!verdict.holds) {
    const [zh, en] = fileReasons[verdict.why]
    process.stdout.write(`台账不完整。${zh(verdict.seq)}\nThe ledger does not hold. ${en(verdict.seq)}\n`)
    return 1
  }
  const { events, key: print, at } = verdict
  process.stdout.write(
    `台账完整，共 ${events} 条，导出于 ${at}。\nThe ledger holds: ${events} events, exported at ${at}.\n`,
  )
  process.stdout.write(`密钥指纹 Key fingerprint: ${print}\n`)
  if (asked.key === undefined) {
    process.stdout.write(
      '请与事先记下的指纹核对（或用 --key）。 Compare it with the one that was written down before (or give it as --key).\n',
    )
  }
  return 0
}

// By its real path: started through a link it would otherwise end with 0 and have checked nothing.
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  run(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code
    },
    (error) => {
      process.stderr.write(`${error.message}\n`)
      process.exitCode = 2
    },
  )
}
