import { contentStore } from '../src/evidence/content-store.ts'
import type { WholeApp } from './whole-app.ts'

/** What the store and the content store hold, as text: equal before and after whatever was refused. */
export async function stored({ store, home }: WholeApp): Promise<readonly string[]> {
  const rows = await store.read(async ({ db, t }) => [
    // Every change of substance moves the head; the rows show what changes without an event.
    await db.select().from(t.ledgerHead),
    await db.select().from(t.account),
    await db.select({ tokenHash: t.session.tokenHash }).from(t.session),
    await db.select().from(t.progressEntry),
    await db.select().from(t.filing),
    // How far its files are made changes by itself.
    await db.select({ id: t.report.id, state: t.report.state, texts: t.report.texts }).from(t.report),
    await contentStore(home).list(),
  ])
  return rows.flatMap((table) => table.map((row) => JSON.stringify(row))).sort()
}
