import { type ReportingUnit, type Role, reachOf } from '@xushi/domain'
import {
  type AccountRow,
  listAccounts,
  type NewMessage,
  postMessages,
  type Reading,
  reminderKey,
  reminderSwitches,
  unitsServed,
} from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import type { Errand } from '../errands.ts'
import { reminderWords } from './reminder-words.ts'
import { remindersDue } from './reminders-due.ts'

type Parts = {
  readonly sources: Sources
  /** Whether a mail server is set. */
  readonly byMail: boolean
}

/**
 * Reminds units of what they owe (自动催报) where their programme has it switched on. What is due depends on the day alone, and nobody is
 * told the same twice, so each instance looks once a day.
 */
export function remindersErrand({ sources, byMail }: Parts): Errand {
  const { store } = sources
  let seen: { readonly day: string; readonly programmes: Set<string> } = { day: '', programmes: new Set() }

  return {
    look: async (goesOn) => {
      const today = todayOf(sources)
      if (seen.day !== today) seen = { day: today, programmes: new Set() }
      const { day, programmes } = seen
      const switched = await store.read(reminderSwitches)
      for (const { programme, active } of switched) {
        if (!active || programmes.has(programme)) continue
        if (!goesOn()) return
        const messages = await store.read((reading) => messagesOf(reading, sources, { programme, today: day }))
        await postMessages(store, messages, byMail)
        programmes.add(programme)
      }
    },
  }
}

async function messagesOf(
  reading: Reading,
  sources: Sources,
  asked: { readonly programme: string; readonly today: string },
): Promise<readonly NewMessage[]> {
  const view = await viewIn(reading, sources)
  // A programme that left the catalogue owes nothing.
  const programme = view.programmes.find(({ id }) => id === asked.programme)
  if (programme === undefined) return []
  const around = { programme, view, today: asked.today }
  const due = await remindersDue(reading, around)
  if (due.length === 0) return []
  const recorders = recordersByUnit(await listAccounts(reading))
  return due.flatMap((owed) => {
    const { kind, unit, month: period, deadline } = owed
    const key = reminderKey({ kind, programme: programme.id, period, deadline, unit: unit.id })
    const said = reminderWords(owed, around)
    return recordersOf(unit, recorders, view).map(({ id }) => ({
      ...{ accountId: id, kind, key, ...said, path: '/recording' },
    }))
  })
}

function recordersByUnit(accounts: readonly AccountRow[]): ReadonlyMap<string, readonly AccountRow[]> {
  const recorders = accounts.filter(
    // Roles are checked when an account is written.
    ({ role, disabledAt }) => disabledAt === null && reachOf(role as Role, 'progress:record') !== null,
  )
  const served = recorders.flatMap((account) => unitsServed(account).map((unit) => ({ unit, account })))
  const byUnit = Map.groupBy(served, ({ unit }) => unit)
  return new Map([...byUnit].map(([unit, serving]) => [unit, serving.map(({ account }) => account)]))
}

/** Those who record for a unit; where it has nobody, for the nearest unit above it, which may record in its place. */
function recordersOf(
  unit: ReportingUnit,
  recorders: ReadonlyMap<string, readonly AccountRow[]>,
  { units }: CatalogueView,
): readonly AccountRow[] {
  const passed = new Set<string>()
  for (let at: ReportingUnit | undefined = unit; at !== undefined && !passed.has(at.id); ) {
    const own = recorders.get(at.id)
    if (own !== undefined) return own
    passed.add(at.id)
    const { parent }: ReportingUnit = at
    at = units.find(({ id }) => id === parent)
  }
  return []
}
