import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
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
export function ledgerKey(home: string): LedgerKey {
  const file = path.join(home, 'ledger-key.pem')
  const key = readKey(file) ?? makeKey(file)
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
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function makeKey(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
  try {
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' })
    return privateKey
  } catch (error) {
    // Somebody else made one at the same moment: theirs is the key.
    const other = error instanceof Error && 'code' in error && error.code === 'EEXIST' ? readKey(file) : null
    if (other === null) throw error
    return other
  }
}
