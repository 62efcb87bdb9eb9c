import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { DomainError } from '@xushi/domain'
import type { PasswordPolicy } from '../config.ts'
import { comparedUsername } from './sign-in-limit.ts'

/** Argon2id (RFC 9106) with 19 MiB, two passes, one lane: about 20 ms of one core. The numbers are kept in each hash. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const mostLength = 200
const leastKinds = 3
const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u] as const
/** Fewer different characters are one key held down, or a short word over and over. */
const leastDifferent = 5
/** One key held down in the midst of others. */
const oneKeyHeld = /(.)\1{3}/su

type Rules = {
  readonly leastLength: number
  readonly composed: boolean
  /** Days after which it has to be changed; null for never. */
  readonly days: number | null
  readonly refusal: 'weak-password' | 'weak-passphrase'
}

/** The policies (XUSHI_PASSWORD_POLICY); the sentences of their refusals say the same. */
const policies: Readonly<Record<PasswordPolicy, Rules>> = {
  dengbao: { leastLength: 10, composed: true, days: 90, refusal: 'weak-password' },
  asvs: { leastLength: 15, composed: false, days: null, refusal: 'weak-passphrase' },
}

/** What guessers try first. Compared without digits and signs, so that `Password2020!` is one of them too. */
const commonCores = new Set(
  'password passwort passw qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm abc abcd abcdef abcdefg admin administrator root user test guest welcome letmein iloveyou monkey dragon master login changeme secret woaini qazwsx qweasd qweasdzxc xushi miit china beijing'.split(
    ' ',
  ),
)

/**
 * Refuses a password that the policy does not allow.
 *
 * @param current the password it replaces, where there is one
 * @throws DomainError weak-password, weak-passphrase
 */
export function checkPassword(
  policy: PasswordPolicy,
  password: string,
  username: string,
  current: string | null = null,
): void {
  const { leastLength, composed, refusal } = policies[policy]
  const length = [...password].length
  const name = comparedUsername(username)
  const plain = password.normalize('NFKC').toLowerCase()
  const core = plain.replace(/[^\p{L}]/gu, '')
  const fits =
    length >= leastLength &&
    length <= mostLength &&
    (!composed || kinds.filter((kind) => kind.test(password)).length >= leastKinds) &&
    new Set(plain).size >= leastDifferent &&
    !oneKeyHeld.test(plain) &&
    !isRun(plain) &&
    !(name.length >= 3 && plain.includes(name)) &&
    !commonCores.has(core) &&
    password !== current
  if (!fits) throw new DomainError(refusal)
}

/** Nothing but keys in their order: 123456789012345, abcdefghijklmno. */
const isRun = (plain: string): boolean =>
  ['12345678901234567890', 'abcdefghijklmnopqrstuvwxyz'].some((run) => run.includes(plain))

/**
 * Whether a password has grown too old under a policy.
 *
 * @param setAt when it was set; `now` both instants in UTC
 */
export function isTooOld(policy: PasswordPolicy, setAt: string, now: string): boolean {
  const { days } = policies[policy]
  return days !== null && Date.parse(now) - Date.parse(setAt) > days * 86_400_000
}

export const passwordHash = (password: string): Promise<string> => hash(password, cost)

let decoy: Promise<string> | undefined

/**
 * Whether a password is the one of a hash. Without a hash (no such account) it takes as long and says no, so that the time
 * does not tell which user names exist.
 */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  decoy ??= passwordHash(initialPassword())
  const right = await verify(hashed ?? (await decoy), password)
  return hashed !== null && right
}

/** Without letters that are read for one another: somebody types it from a note. */
const alphabets = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'] as const
const groups = 4
const groupLength = 4

/** A random password for a new account: 16 letters and digits in groups (about 93 bits), which the policy accepts. */
export function initialPassword(): string {
  for (;;) {
    const letters = Array.from({ length: groups * groupLength }, () => pick(alphabets.join('')))
    const text = letters.join('').replace(/(.{4})(?=.)/g, '$1-')
    const isMixed = alphabets.every((alphabet) => letters.some((letter) => alphabet.includes(letter)))
    if (isMixed && !oneKeyHeld.test(text.toLowerCase())) return text
  }
}

const pick = (letters: string) => letters.charAt(randomInt(letters.length))
