import { mailPause } from '@xushi/domain'
import { and, asc, eq, lt, lte } from './drizzle.ts'
import { type MailFailure, type MessageRow, messageOf } from './messages.ts'
import type { Reading, Store, Writing } from './store.ts'

/** A message whose mail is to be sent now, and where to. */
export type MailRow = MessageRow & { readonly email: string }
/** Whose turn it is to send a mail: nobody else ends it. */
export type MailTurn = { readonly id: string; readonly turn: number }

/** Whether any mail is to be sent, or was begun. */
export async function mailWaits({ db, t: { message: m } }: Reading, now: string): Promise<boolean> {
  const due = await db
    .select({ id: m.id })
    .from(m)
    .where(and(eq(m.mail, 'queued'), lte(m.nextAt, now)))
    .limit(1)
  return due.length > 0 || (await db.select({ id: m.id }).from(m).where(eq(m.mail, 'sending')).limit(1)).length > 0
}

/**
 * Takes the mail that waits longest. One whose sender was not heard of since its lease ended may have been sent: it is given up as unsure,
 * for a mail is never sent twice and the message stands in the app anyway.
 *
 * @param leaseUntil until when whoever asks will have ended it
 * @returns null where nothing is to be sent now
 */
export async function claimMail(store: Store, leaseUntil: string): Promise<MailRow | null> {
  return store.write(async (writing) => {
    const { db, t, now } = writing
    const { message: m, account: a } = t
    await giveUpBroken(writing)
    for (;;) {
      const due = and(eq(m.mail, 'queued'), lte(m.nextAt, now))
      const [next] = await db.select().from(m).where(due).orderBy(asc(m.nextAt), asc(m.createdAt), asc(m.id)).limit(1)
      if (next === undefined) return null
      const [to] = await db.select({ email: a.email, disabledAt: a.disabledAt }).from(a).where(eq(a.id, next.accountId))
      const email = to === undefined || to.disabledAt !== null ? null : to.email
      const taken =
        email === null
          ? { mail: 'no-address' }
          : { mail: 'sending', turn: next.turn + 1, attempts: next.attempts + 1, leaseUntil }
      const [row] = await db
        .update(m)
        .set(taken)
        .where(and(eq(m.id, next.id), eq(m.turn, next.turn), eq(m.mail, 'queued')))
        .returning()
      if (row === undefined) return null
      if (email !== null) return { ...messageOf(row), email }
    }
  })
}

async function giveUpBroken({ db, t: { message: m }, now }: Writing): Promise<void> {
  const failure: MailFailure = { kind: 'unsure', detail: '' }
  await db
    .update(m)
    .set({ mail: 'failed', leaseUntil: null, failure: JSON.stringify(failure) })
    .where(and(eq(m.mail, 'sending'), lt(m.leaseUntil, now)))
}

export async function mailSent(store: Store, { id, turn }: MailTurn): Promise<void> {
  await store.write(async ({ db, t: { message: m }, now }) => {
    await db
      .update(m)
      .set({ mail: 'sent', sentAt: now, leaseUntil: null, failure: null })
      .where(and(eq(m.id, id), eq(m.turn, turn)))
  })
}

/**
 * Keeps why a mail was not sent. It is tried again after a pause that grows, unless that would be in vain; a mail that may have arrived
 * is never tried again. While the server cannot be reached, what else waits waits for as long.
 *
 * @returns whether it will be tried again
 */
export async function postponeMail(store: Store, { id, turn }: MailTurn, failure: MailFailure): Promise<boolean> {
  return store.write(async ({ db, t: { message: m }, now }) => {
    const own = and(eq(m.id, id), eq(m.turn, turn), eq(m.mail, 'sending'))
    const [row] = await db.select({ attempts: m.attempts }).from(m).where(own)
    if (row === undefined) return false
    const isInVain = failure.kind === 'refused' || failure.kind === 'unsure'
    const pause = isInVain ? null : mailPause(row.attempts)
    const nextAt = new Date(Date.parse(now) + (pause ?? 0)).toISOString()
    const state = pause === null ? { mail: 'failed' } : { mail: 'queued', nextAt }
    await db
      .update(m)
      .set({ ...state, leaseUntil: null, failure: JSON.stringify(failure) })
      .where(own)
    if (failure.kind === 'unreachable' && pause !== null) {
      await db
        .update(m)
        .set({ nextAt })
        .where(and(eq(m.mail, 'queued'), lt(m.nextAt, nextAt)))
    }
    return pause !== null
  })
}
