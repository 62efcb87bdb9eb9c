import { eventsOf, evidenceEver, type FilingRow, filingsOfThread, type Reading, standingFor } from '@xushi/store'
import { actorsOf, eventWire } from '../ledger/ledger.wire.ts'

/**
 * What happened to filings and to the files behind their threads, oldest first.
 *
 * @param rows all that the reader may see of these threads: what is put behind a correction that they do not see is not told
 */
export async function historyOf(reading: Reading, rows: readonly FilingRow[]) {
  const events = []
  for (const { kind, id } of rows) events.push(...(await eventsOf(reading.db, reading.t, kind, id)))
  for (const thread of new Set(rows.map((row) => row.thread))) {
    const until = await toldUntil(reading, thread, rows)
    for (const id of await evidenceEver(reading, [thread])) {
      const ofFile = await eventsOf(reading.db, reading.t, 'evidence', id)
      events.push(...ofFile.filter(({ seq }) => seq < until))
    }
  }
  const people = await actorsOf(reading, events)
  return events.toSorted((a, b) => a.seq - b.seq).map((event) => eventWire(event, people))
}

/** The ledger number at which the story of a thread's files ends for somebody: the approval they see, while they see nothing newer. */
async function toldUntil(reading: Reading, thread: string, seen: readonly FilingRow[]): Promise<number> {
  const standing = standingFor(await filingsOfThread(reading, thread))
  if (standing === undefined || seen.some(({ id }) => id === standing.id)) return Number.POSITIVE_INFINITY
  const approved = seen.findLast((row) => row.thread === thread && row.state === 'approved')
  return approved?.approvedSeq ?? 0
}
