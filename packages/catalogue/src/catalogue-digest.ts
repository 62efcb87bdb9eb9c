import { createHash } from 'node:crypto'
import { canonicalJson } from '@xushi/domain'

/** SHA-256 of the canonical JSON, as 64 hexadecimal digits: equal values give equal digests, however they were written. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
