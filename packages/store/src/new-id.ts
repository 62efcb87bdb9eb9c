import { randomBytes } from 'node:crypto'

/** A new random identity, 128 bits. */
export function newId(): string {
  return randomBytes(16).toString('base64url')
}
