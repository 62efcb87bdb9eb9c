const prefix = 'xushi.typed '

/** What one account typed and has not saved, by the place it was typed in. */
export type OwnMemory = {
  readonly recall: (place: string) => unknown
  readonly remember: (place: string, typed: unknown) => void
  readonly forget: (place: string) => void
  /** How many places hold something. */
  readonly count: () => number
  readonly clear: () => void
}

/**
 * What an account typed and has not saved, kept in this window until it is: a dropped connection, a reload or an expired session loses
 * nothing. It is kept under who was signed in when it was typed, and given back to nobody else who signs in here. Session storage ends
 * with the window, so that nothing stays on a shared machine.
 *
 * @param account id of the account; empty for nobody, who has no memory
 */
export function ownMemory(account: string): OwnMemory {
  const own = `${prefix}${account} `
  const keys = () => (account === '' ? [] : Object.keys(sessionStorage).filter((key) => key.startsWith(own)))
  return {
    recall: (place) => {
      const kept = account === '' ? null : sessionStorage.getItem(own + place)
      return kept === null ? null : JSON.parse(kept)
    },
    remember: (place, typed) => {
      if (account !== '') sessionStorage.setItem(own + place, JSON.stringify(typed))
    },
    forget: (place) => sessionStorage.removeItem(own + place),
    count: () => keys().length,
    clear: () => {
      for (const key of keys()) sessionStorage.removeItem(key)
    },
  }
}
