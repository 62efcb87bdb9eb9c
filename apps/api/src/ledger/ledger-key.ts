import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export type LedgerKey = {
  /** The public key as SPKI in base64, as it stands in an export. */
  readonly publicKey: string
  /** SHA-256 of the public key, hexadecimal: what an auditor writes down once. */
  readonly fingerprint: string
  /** Ed25519 over the bytes of a text, in base64. */
  readonly signed: (text: string) => string
}

/** The key that signs exported ledgers: an Ed25519 key in the installation's folder, made when it is first needed and never shown. */
export const ledgerKey = (home: string): LedgerKey => signing(readKey(fileIn(home)) ?? makeKey(fileIn(home)))

/** The fingerprint of the key where there is one already; null before the first need of it. */
export function ledgerFingerprint(home: string): string | null {
  const key = readKey(fileIn(home))
  return key === null ? null : signing(key).fingerprint
}

const fileIn = (home: string) => path.join(home, 'ledger-key.pem')

function signing(key: KeyObject): LedgerKey {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    publicKey: der.toString('base64'),
    fingerprint: createHash('sha256').update(der).digest('hex'),
    signed: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  }
}

function readKey(file: string): KeyObject | null {
  try {
    return createPrivateKey(readFileSync(file))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Written whole under another name first: nobody ever reads half a key, not even after the power failed. */
function makeKey(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519')
  const draft = `${file}.${randomUUID()}`
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(draft, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, file)
    return privateKey
  } catch (error) {
    // Somebody else made one at the same moment: theirs is the key.
    const other = hasCode(error, 'EEXIST') ? readKey(file) : null
    if (other === null) throw error
    return other
  } finally {
    unlinkSync(draft)
  }
}

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
