import type { Display as DisplayWire } from '@xushi/contract'
import { DomainError } from '@xushi/domain'
import {
  type AccountRow,
  type Actor,
  accountsById,
  createDisplayToken,
  type DisplayTokenRow,
  listDisplayTokens,
  revokeDisplayToken,
} from '@xushi/store'
import { type Sources, viewNow } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { personWire } from '../progress-entries/people.ts'
import type { Display, DisplayMemory } from './display.ts'

const day = 86_400_000

type NewDisplay = {
  readonly name: string
  readonly programme: string
  readonly region?: string | undefined
  readonly days: number
}

export type DisplayService = ReturnType<typeof displayService>

/** Display tokens (显示令牌): made and told once, listed, revoked, and exchanged by a wall for its cookie. */
export function displayService(sources: Sources, displays: DisplayMemory) {
  const { store, clock } = sources
  const wireOf = async (rows: readonly DisplayTokenRow[]): Promise<DisplayWire[]> => {
    const view = await viewNow(sources)
    const accounts = await store.read((reading) =>
      accountsById(
        reading,
        rows.map(({ createdBy }) => createdBy),
      ),
    )
    return rows.map((row) => displayWire(row, { view, accounts, now: clock() }))
  }
  return {
    list: async () => wireOf(await store.read(listDisplayTokens)),

    /** @throws DomainError unknown-programme, unknown-region */
    create: async (actor: Actor, { name, programme, region, days }: NewDisplay) => {
      const view = await viewNow(sources)
      const { row, token } = await createDisplayToken(store, actor, {
        name: name.trim(),
        programme: view.programme(programme).id,
        region: region === undefined ? null : view.region(region).code,
        expiresAt: new Date(Date.parse(clock()) + days * day).toISOString(),
      })
      const [display] = await wireOf([row])
      if (display === undefined) throw new Error('one row has one answer')
      return { display, token }
    },

    /** @throws DomainError not-found */
    revoke: async (actor: Actor, id: string): Promise<void> => {
      await revokeDisplayToken(store, actor, id)
      displays.forget()
    },

    /** The display of a token and the seconds it still holds. @throws DomainError display-refused */
    start: async (token: string): Promise<{ readonly display: Display; readonly seconds: number }> => {
      const display = await displays.find(token)
      if (display === null) throw new DomainError('display-refused')
      return { display, seconds: Math.floor((Date.parse(display.expiresAt) - Date.parse(clock())) / 1000) }
    },
  }
}

type Around = {
  readonly view: CatalogueView
  readonly accounts: ReadonlyMap<string, AccountRow>
  readonly now: string
}

function displayWire(row: DisplayTokenRow, { view, accounts, now }: Around): DisplayWire {
  const { id, name, programme, region, createdBy, createdAt, lastSeenAt, expiresAt, revokedAt } = row
  return {
    id,
    name,
    programme,
    programmeName: view.programme(programme).name,
    region: region === null ? null : { code: region, name: view.region(region).name },
    state: revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'in-force',
    createdBy: personWire(createdBy, accounts.get(createdBy), view),
    createdAt,
    lastSeenAt,
    expiresAt,
    revokedAt,
  }
}
