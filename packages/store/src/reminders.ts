import { type MailState, type ReminderKind, reminderKinds } from '@xushi/domain'
import { and, eq, gte, inArray } from './drizzle.ts'
import { type Actor, holdLedger } from './ledger.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store } from './store.ts'

export type ReminderSwitchRow = Tables['reminderSwitch']['$inferSelect']

/** Which programmes remind their units by themselves (自动催报), and who said so; a programme that nobody switched is not among them. */
export const reminderSwitches = ({ db, t }: Reading): Promise<ReminderSwitchRow[]> => db.select().from(t.reminderSwitch)

/** Switches the reminders of a programme; nothing happens where they are so already. */
export async function switchReminders(
  store: Store,
  actor: Actor,
  { programme, active }: { readonly programme: string; readonly active: boolean },
): Promise<void> {
  await store.write(async (writing) => {
    await holdLedger(writing)
    const { db, t, now, event } = writing
    const { reminderSwitch: s } = t
    const [before] = await db.select().from(s).where(eq(s.programme, programme))
    if ((before?.active ?? false) === active) return
    const turned = { active, changedBy: actor.accountId, changedAt: now }
    await (before === undefined
      ? db.insert(s).values({ programme, ...turned })
      : db.update(s).set(turned).where(eq(s.programme, programme)))
    await event({
      ...{ actor, action: 'reminders-switched', subjectKind: 'reminders', subjectId: programme, movesFigures: false },
      ...(before !== undefined && { before: { active: before.active } }),
      after: { active },
    })
  })
}

/** What a reminder is about: nobody is reminded twice of the same. */
export type ReminderKey = {
  readonly kind: ReminderKind
  readonly programme: string
  /** Code of the month that the period ends in. */
  readonly period: string
  readonly deadline: string
  readonly unit: string
}
export const reminderKey = ({ kind, programme, period, deadline, unit }: ReminderKey): string =>
  [kind, programme, period, deadline, unit].join(' ')

/** One reminder as one person got it. */
export type ReminderSent = ReminderKey & {
  readonly accountId: string
  readonly createdAt: string
  readonly mail: MailState
}

/** The reminders of a programme since an instant. */
export async function remindersSent(
  { db, t: { message: m } }: Reading,
  programme: string,
  since: string,
): Promise<readonly ReminderSent[]> {
  const { uniqueKey, createdAt, accountId, mail } = m
  const rows = await db
    .select({ uniqueKey, createdAt, accountId, mail })
    .from(m)
    .where(and(inArray(m.kind, [...reminderKinds]), gte(createdAt, since)))
  return rows.flatMap((row) => {
    const [kind, ofProgramme, period = '', deadline = '', unit = ''] = row.uniqueKey.split(' ')
    if (ofProgramme !== programme) return []
    return [
      {
        ...{ kind: kind as ReminderKind, programme, period, deadline, unit },
        ...{ accountId: row.accountId, createdAt: row.createdAt, mail: row.mail as MailState },
      },
    ]
  })
}
