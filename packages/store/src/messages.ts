import type { MailFailureKind, MailState, MessageKind, Text } from '@xushi/domain'
import type { SQL } from 'drizzle-orm'
import { and, desc, eq, inArray, isNull, lt, or, sql } from './drizzle.ts'
import { newId } from './new-id.ts'
import type { Tables } from './schema.ts'
import type { Reading, Store, Writing } from './store.ts'

type Columns = Tables['message']['$inferSelect']
export type MessageRow = Omit<Columns, 'kind' | 'mail' | 'subject' | 'body' | 'failure'> & {
  readonly kind: MessageKind
  readonly mail: MailState
  readonly subject: Text
  readonly body: Text
  readonly failure: MailFailure | null
}
export type MailFailure = { readonly kind: MailFailureKind; readonly detail: string }

/** Something to tell one person. A second one of the same key is not written: nobody is told the same twice. */
export type NewMessage = {
  readonly accountId: string
  readonly kind: MessageKind
  readonly key: string
  readonly subject: Text
  readonly body: Text
  readonly path: string | null
}

export const messageOf = ({ kind, mail, subject, body, failure, ...row }: Columns): MessageRow => ({
  ...row,
  kind: kind as MessageKind,
  mail: mail as MailState,
  subject: JSON.parse(subject),
  body: JSON.parse(body),
  failure: failure === null ? null : JSON.parse(failure),
})

/**
 * Writes messages down within a unit of writing, and puts them in the queue for mail.
 *
 * @param byMail whether a mail server is set; without one they stand in the app alone
 * @returns how many were new
 */
export async function putMessages(
  { db, t: { message: m, account: a }, now }: Writing,
  messages: readonly NewMessage[],
  byMail: boolean,
): Promise<number> {
  const ids = [...new Set(messages.map(({ accountId }) => accountId))]
  if (ids.length === 0) return 0
  const reached = await db.select({ id: a.id, email: a.email }).from(a).where(inArray(a.id, ids))
  const addressed = new Set(reached.flatMap(({ id, email }) => (email === null ? [] : [id])))
  let count = 0
  for (const { accountId, kind, key, subject, body, path } of messages) {
    const mail: MailState = byMail ? (addressed.has(accountId) ? 'queued' : 'no-address') : 'off'
    const rows = await db
      .insert(m)
      .values({
        ...{ id: newId(), accountId, kind, uniqueKey: `${key} ${accountId}`, path, createdAt: now, readAt: null },
        ...{ subject: JSON.stringify(subject), body: JSON.stringify(body) },
        ...{ mail, turn: 0, attempts: 0, nextAt: now, leaseUntil: null, sentAt: null, failure: null },
      })
      .onConflictDoNothing()
      .returning({ id: m.id })
    count += rows.length
  }
  return count
}

/** Tells people something. @returns how many of the messages were new */
export const postMessages = (store: Store, messages: readonly NewMessage[], byMail: boolean): Promise<number> =>
  messages.length === 0 ? Promise.resolve(0) : store.write((writing) => putMessages(writing, messages, byMail))

export type MessagePage = {
  readonly rows: readonly MessageRow[]
  readonly unread: number
  readonly next: string | null
}

/** The messages of one person, newest first, in pages. @param page.cursor `next` of the page before; null for the first */
export async function listMessages(
  { db, t: { message: m } }: Reading,
  accountId: string,
  page: { readonly cursor: string | null; readonly limit: number },
): Promise<MessagePage> {
  const [createdAt, id] = page.cursor?.split('~') ?? []
  const after: SQL | undefined =
    createdAt === undefined || id === undefined
      ? undefined
      : or(lt(m.createdAt, createdAt), and(eq(m.createdAt, createdAt), lt(m.id, id)))
  const rows = await db
    .select()
    .from(m)
    .where(and(eq(m.accountId, accountId), after))
    .orderBy(desc(m.createdAt), desc(m.id))
    .limit(page.limit + 1)
  const [count] = await db
    .select({ unread: sql`count(*)`.mapWith(Number) })
    .from(m)
    .where(and(eq(m.accountId, accountId), isNull(m.readAt)))
  const shown = rows.slice(0, page.limit).map(messageOf)
  const last = shown.at(-1)
  const next = rows.length > page.limit && last !== undefined ? `${last.createdAt}~${last.id}` : null
  return { rows: shown, unread: count?.unread ?? 0, next }
}

/** Marks messages of one person as read. @param ids those alone; left out for all @returns how many were unread until now */
export async function readMessages(store: Store, accountId: string, ids?: readonly string[]): Promise<number> {
  return store.write(async ({ db, t: { message: m }, now }) => {
    const own = and(eq(m.accountId, accountId), isNull(m.readAt))
    const rows = await db
      .update(m)
      .set({ readAt: now })
      .where(ids === undefined ? own : and(own, inArray(m.id, [...ids])))
      .returning({ id: m.id })
    return rows.length
  })
}
