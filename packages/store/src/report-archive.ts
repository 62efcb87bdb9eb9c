import { DomainError, type MakingState, type ReportState, reportNumber } from '@xushi/domain'
import type { SQL } from 'drizzle-orm'
import { and, desc, eq, inArray, lt, ne, or, sql } from './drizzle.ts'
import type { Tables } from './schema.ts'
import type { Reading } from './store.ts'

/** A file of a report as it lies in the content store. */
export type ReportFileRow = {
  readonly format: string
  readonly name: string
  readonly sha256: string
  readonly size: number
}

export type ReportColumns = Tables['report']['$inferSelect']
export type ReportRow = Omit<ReportColumns, 'state' | 'making'> & {
  readonly state: ReportState
  readonly making: MakingState
}

/** 进展报告〔2020〕3号; null until it is issued. */
export const numberOf = ({
  numberYear,
  numberPlace,
}: Pick<ReportColumns, 'numberYear' | 'numberPlace'>): string | null =>
  numberYear === null || numberPlace === null ? null : reportNumber(numberYear, numberPlace)

export const filesOf = ({ files }: Pick<ReportColumns, 'files'>): readonly ReportFileRow[] => JSON.parse(files)

/** @throws DomainError not-found */
export async function getReport({ db, t: { report: r } }: Reading, id: string): Promise<ReportRow> {
  const [row] = await db.select().from(r).where(eq(r.id, id))
  if (row === undefined) throw new DomainError('not-found')
  return row as ReportRow
}

/** The report that was issued under a number, withdrawn or not, whichever brackets it is typed with; undefined where none was. */
export async function reportOfNumber(
  { db, t: { report: r } }: Reading,
  number: string,
): Promise<ReportRow | undefined> {
  const [, year, place] = /[〔[［【(（]\s*(\d{4})\s*[〕\]］】)）]\s*(\d{1,6})\s*号/.exec(number) ?? []
  const wanted = and(eq(r.numberYear, Number(year ?? 0)), eq(r.numberPlace, Number(place ?? 0)))
  const [row] = await db.select().from(r).where(wanted)
  return row as ReportRow | undefined
}

/** The newest report that was made with a digest, drafts among them; undefined where the archive knows none. */
export async function reportOfDigest(
  { db, t: { report: r } }: Reading,
  digest: string,
): Promise<ReportRow | undefined> {
  const wanted = and(eq(r.digest, digest), ne(r.state, 'deleted'))
  const [row] = await db.select().from(r).where(wanted).orderBy(desc(r.createdAt)).limit(1)
  return row as ReportRow | undefined
}

/** Which reports are listed: those that somebody may see, narrowed by what they look for. */
export type ReportFilter = {
  /** Their own are always among them. */
  readonly authorId: string
  readonly states: readonly ReportState[]
  /** Regions whose issued reports they may read; null for all. */
  readonly regions: readonly string[] | null
  readonly programme?: string | undefined
  readonly kind?: string | undefined
  readonly region?: string | undefined
  readonly state?: string | undefined
  /** A part of the title. */
  readonly search?: string | undefined
}

export type ReportPage = { readonly rows: readonly ReportRow[]; readonly next: string | null }

/** A pattern for texts that hold another one, whatever signs it has. */
const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Reports, newest first, in pages. @param page.cursor `next` of the page before; null for the first */
export async function listReports(
  { db, t: { report: r } }: Reading,
  filter: ReportFilter,
  page: { readonly cursor: string | null; readonly limit: number },
): Promise<ReportPage> {
  const { authorId, states, regions, programme, kind, region, state, search } = filter
  const [createdAt, id] = page.cursor?.split('~') ?? []
  const conditions: (SQL | undefined)[] = [
    ne(r.state, 'deleted'),
    or(
      eq(r.authorId, authorId),
      and(inArray(r.state, [...states]), regions === null ? undefined : inArray(r.region, [...regions])),
    ),
    programme === undefined ? undefined : eq(r.programme, programme),
    kind === undefined ? undefined : eq(r.kind, kind),
    region === undefined ? undefined : eq(r.region, region),
    state === undefined ? undefined : eq(r.state, state),
    search === undefined ? undefined : sql`${r.title} like ${containing(search)} escape '\\'`.mapWith(Boolean),
    createdAt === undefined || id === undefined
      ? undefined
      : or(lt(r.createdAt, createdAt), and(eq(r.createdAt, createdAt), lt(r.id, id))),
  ]
  const rows = await db
    .select()
    .from(r)
    .where(and(...conditions))
    .orderBy(desc(r.createdAt), desc(r.id))
    .limit(page.limit + 1)
  const shown = rows.slice(0, page.limit) as ReportRow[]
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > page.limit && last !== undefined ? `${last.createdAt}~${last.id}` : null }
}
