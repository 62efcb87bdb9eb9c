import { and, desc, eq, inArray, lte } from './drizzle.ts'
import { numberOf } from './report-archive.ts'
import type { Reading } from './store.ts'

/** A report that is in force: its number and what it was asked for. */
export type IssuedReport = { readonly id: string; readonly number: string; readonly request: unknown }

/**
 * The reports of a programme and region that were issued and not withdrawn, the newest first.
 *
 * @param region   six digits; `000000` is the nation
 * @param knownSeq the moment of knowledge as a ledger number; null for now
 */
export async function issuedReports(
  reading: Reading,
  { programme, region }: { readonly programme: string; readonly region: string },
  knownSeq: number | null,
): Promise<readonly IssuedReport[]> {
  const { report: r } = reading.t
  const { id, numberYear, numberPlace, request } = r
  const states = knownSeq === null ? ['issued'] : ['issued', 'withdrawn']
  const rows = await reading.db
    .select({ id, numberYear, numberPlace, request })
    .from(r)
    .where(and(eq(r.programme, programme), eq(r.region, region), inArray(r.state, states)))
    .orderBy(desc(numberYear), desc(numberPlace))
  const isInForce = knownSeq === null ? () => true : await inForceAt(reading, rows, knownSeq)
  return rows.flatMap((row) => {
    const number = numberOf(row)
    return number === null || !isInForce(row.id) ? [] : [{ id: row.id, number, request: JSON.parse(row.request) }]
  })
}

/** Which of several reports had been issued, and not withdrawn, with a ledger number. */
async function inForceAt(
  { db, t: { ledgerEvent: e } }: Reading,
  reports: readonly { readonly id: string }[],
  knownSeq: number,
): Promise<(id: string) => boolean> {
  if (reports.length === 0) return () => false
  const events = await db
    .select({ id: e.subjectId, action: e.action })
    .from(e)
    .where(
      and(
        eq(e.subjectKind, 'report'),
        inArray(
          e.subjectId,
          reports.map(({ id }) => id),
        ),
        inArray(e.action, ['report-issued', 'report-withdrawn']),
        lte(e.seq, knownSeq),
      ),
    )
  const having = (wanted: string) => new Set(events.filter(({ action }) => action === wanted).map(({ id }) => id))
  const [issued, withdrawn] = [having('report-issued'), having('report-withdrawn')]
  return (id) => issued.has(id) && !withdrawn.has(id)
}
