import type { Reminders } from '@xushi/contract'
import { addDays, type MailState } from '@xushi/domain'
import {
  type Actor,
  accountsById,
  type ReminderSent,
  reminderSwitches,
  remindersSent,
  switchReminders,
} from '@xushi/store'
import { type Sources, todayOf, viewIn, viewNow } from '../catalogue/catalogue-now.ts'
import { personWire } from '../progress-entries/people.ts'

/** Days that are looked back on for what went out. */
const shownDays = 100

export type ReminderService = ReturnType<typeof reminderService>

/** 自动催报 of a programme: its switch, and what went out. */
export function reminderService(sources: Sources) {
  const { store } = sources

  /** @throws DomainError unknown-programme */
  const show = (id: string): Promise<Reminders> =>
    store.read(async (reading) => {
      const view = await viewIn(reading, sources)
      const programme = view.programme(id).id
      const found = (await reminderSwitches(reading)).find((one) => one.programme === programme)
      const accounts = await accountsById(reading, [found?.changedBy ?? null])
      const since = `${addDays(todayOf(sources), -shownDays)}T00:00:00.000Z`
      return {
        programme,
        active: found?.active ?? false,
        switched:
          found === undefined
            ? null
            : { by: personWire(found.changedBy, accounts.get(found.changedBy), view), at: found.changedAt },
        sent: sentWire(await remindersSent(reading, programme, since)),
      }
    })

  return {
    show,

    /** @throws DomainError unknown-programme */
    turn: async (
      actor: Actor,
      { programme, active }: { readonly programme: string; readonly active: boolean },
    ): Promise<Reminders> => {
      const { id } = (await viewNow(sources)).programme(programme)
      await switchReminders(store, actor, { programme: id, active })
      return show(id)
    },
  }
}

const fates: Readonly<Record<MailState, keyof Reminders['sent'][number]['mail']>> = {
  off: 'none',
  'no-address': 'none',
  queued: 'waiting',
  sending: 'waiting',
  sent: 'sent',
  failed: 'failed',
}

function sentWire(rows: readonly ReminderSent[]): Reminders['sent'] {
  const groups = Map.groupBy(rows, ({ kind, period, deadline }) => `${deadline} ${kind} ${period}`)
  return [...groups.values()]
    .flatMap(([first, ...more]) => (first === undefined ? [] : [groupWire(first, [first, ...more])]))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

function groupWire({ kind, period, deadline }: ReminderSent, rows: readonly ReminderSent[]): Reminders['sent'][number] {
  const mail = { sent: 0, waiting: 0, failed: 0, none: 0 }
  for (const row of rows) mail[fates[row.mail]] += 1
  return {
    ...{ kind, period, deadline, mail },
    at:
      rows
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .at(-1) ?? '',
    units: new Set(rows.map(({ unit }) => unit)).size,
    people: new Set(rows.map(({ accountId }) => accountId)).size,
  }
}
