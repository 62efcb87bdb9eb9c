import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openFirstAdministrator, type Store } from '@xushi/store'
import type { Clock } from '../clock.ts'

const validMilliseconds = 24 * 3_600_000

export const firstAdministratorFile = (home: string) => path.join(home, 'first-administrator')

/**
 * While nobody has an account, makes a new single-use link for the first administrator and writes it into a file that only the
 * operator can read. The secret stands after the `#`, which no browser sends; it is never printed and never logged.
 *
 * @param address where people reach the pages
 * @returns the file, or null when accounts exist already
 */
export async function offerFirstAdministrator(
  store: Store,
  clock: Clock,
  { home, address }: { readonly home: string; readonly address: string },
): Promise<string | null> {
  const expiresAt = new Date(Date.parse(clock()) + validMilliseconds).toISOString()
  const secret = await openFirstAdministrator(store, expiresAt)
  const file = firstAdministratorFile(home)
  await rm(file, { force: true })
  if (secret === null) return null
  await writeFile(file, `${address}/first-administrator#${secret}\n`, { mode: 0o600 })
  return file
}

/** The link is used up: nothing of it stays behind. */
export const withdrawFirstAdministrator = (home: string): Promise<void> =>
  rm(firstAdministratorFile(home), { force: true })
