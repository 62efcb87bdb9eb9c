import type { Clock } from '../clock.ts'

/** Failures since a moment, and how long they are held against who made them. */
type Tally = { failures: number; readonly since: number; readonly lasts: number }

const window = 15 * 60_000
/** Who starts again after a refusal waits twice as long the next time, up to this. */
const longest = 16 * window
const mostPerPair = 5
const mostPerAddress = 50
const mostPerAccount = 50
/** Tallies kept at once; the oldest goes when a new one needs its place, so a storm of names cannot fill the memory. */
const mostTallies = 20_000

/** Counts attempts to sign in. An attempt counts as failed from its beginning, so that many at once are many. */
export type SignInLimit = {
  /** Begins an attempt: 0 when it may go on, else the seconds to wait (and then it is not counted). */
  readonly begin: (address: string, username: string) => number
  readonly succeeded: (address: string, username: string) => void
}

/**
 * Limits guessing by address, by account, and by both together: five failures for an account from one address, fifty for
 * an address or an account, within a quarter of an hour; and after a refusal twice as long as the time before, up to four hours, until one
 * of these times passes without another refusal. An address from which the account has signed in before is spared
 * the limit of the account, so that a stranger cannot lock its owner out.
 *
 * Names are compared as the store compares them, so that neither case nor width of letters makes a new one.
 */
export function signInLimit(clock: Clock): SignInLimit {
  const tallies = new Map<string, Tally>()
  const familiar = new Map<string, true>()
  const now = () => Date.parse(clock())

  const wait = (key: string, most: number): number => {
    const tally = tallies.get(key)
    if (tally === undefined || tally.failures < most) return 0
    return Math.max(0, Math.ceil((tally.since + tally.lasts - now()) / 1000))
  }
  const count = (key: string, most: number): void => {
    const tally = tallies.get(key)
    if (tally !== undefined && tally.since + tally.lasts > now()) {
      tally.failures += 1
      return
    }
    tallies.delete(key)
    const again = tally !== undefined && tally.failures >= most && tally.since + 2 * tally.lasts > now()
    keep(tallies, key, { failures: 1, since: now(), lasts: again ? Math.min(2 * tally.lasts, longest) : window })
  }
  const uncount = (key: string): void => {
    const tally = tallies.get(key)
    if (tally !== undefined) tally.failures -= 1
  }
  return {
    begin: (address, username) => {
      const { pair, byAddress, byAccount } = keys(address, username)
      const ofAccount = familiar.has(pair) ? 0 : wait(byAccount, mostPerAccount)
      const seconds = Math.max(wait(pair, mostPerPair), wait(byAddress, mostPerAddress), ofAccount)
      if (seconds === 0) {
        count(pair, mostPerPair)
        count(byAddress, mostPerAddress)
        count(byAccount, mostPerAccount)
      }
      return seconds
    },
    succeeded: (address, username) => {
      const { pair, byAddress, byAccount } = keys(address, username)
      tallies.delete(pair)
      uncount(byAddress)
      uncount(byAccount)
      familiar.delete(pair)
      keep(familiar, pair, true)
    },
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value)
  if (map.size <= mostTallies) return
  const [oldest] = map.keys()
  if (oldest !== undefined) map.delete(oldest)
}

/** A user name as it is compared: case, width and blanks around it do not make another one. */
export const comparedUsername = (username: string) => username.normalize('NFKC').trim().toLowerCase()

function keys(address: string, username: string) {
  const name = comparedUsername(username)
  return { pair: `pair ${address} ${name}`, byAddress: `address ${address}`, byAccount: `account ${name}` }
}
