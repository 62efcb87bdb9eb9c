import type { Clock } from '../clock.ts'

/** Another instance may end what a token stands for; this one learns of it within a second. */
const trustMilliseconds = 1000
const mostKept = 10_000
const longestToken = 200

/** Who is behind the tokens that browsers send. */
export type TokenMemory<Who> = {
  /** Who a token stands for if that is known without asking the store; undefined when the store has to be asked. */
  readonly remembered: (token: string) => Who | null | undefined
  readonly find: (token: string) => Promise<Who | null>
  /** Forgets everything: something ended, or changed. */
  readonly forget: () => void
}

type Kept<Who> = { readonly who: Who | null; readonly checkedAt: number }

/** Keeps who is behind a token for a second, so that most requests need no query to know it. */
export function tokenMemory<Who>(clock: Clock, ask: (token: string) => Promise<Who | null>): TokenMemory<Who> {
  const kept = new Map<string, Kept<Who>>()
  let generation = 0
  const now = () => Date.parse(clock())
  const remember = (token: string, entry: Kept<Who>): void => {
    kept.delete(token)
    kept.set(token, entry)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  }

  return {
    remembered: (token) => {
      const known = kept.get(token)
      return known !== undefined && now() - known.checkedAt < trustMilliseconds ? known.who : undefined
    },
    find: async (token) => {
      if (token.length > longestToken) return null
      const asked = generation
      const checkedAt = now()
      const who = await ask(token)
      // What was read before it ended may not be remembered after it.
      if (asked === generation) remember(token, { who, checkedAt })
      return who
    },
    forget: () => {
      generation += 1
      kept.clear()
    },
  }
}
