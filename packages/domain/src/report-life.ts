import { reachOf } from './permission.ts'
import type { Role } from './role.ts'

/** The life of a status report: 草稿, 送审, 已发布, 已撤回. A deleted draft is kept for the ledger and shown to nobody. */
export const reportStates = ['draft', 'submitted', 'issued', 'withdrawn', 'deleted'] as const
export type ReportState = (typeof reportStates)[number]

/** What can be done to a report. `make`: its files are made again. */
export type ReportMove = 'edit' | 'make' | 'delete' | 'submit' | 'return' | 'issue' | 'withdraw'

const moves: Readonly<Record<ReportState, Readonly<Partial<Record<ReportMove, ReportState>>>>> = {
  draft: { edit: 'draft', make: 'draft', delete: 'deleted', submit: 'submitted' },
  submitted: { return: 'draft', issue: 'issued' },
  issued: { make: 'issued', withdraw: 'withdrawn' },
  withdrawn: {},
  deleted: {},
}

/** Where a move leads; undefined when the state does not allow it. Source: docs/methods/report-life.md */
export const nextReportState = (state: ReportState, move: ReportMove): ReportState | undefined => moves[state][move]

/** How far the making of a report's files is. `failed` says why; `cancelled` was wished for. */
export const makingStates = ['queued', 'making', 'ready', 'failed', 'cancelled'] as const
export type MakingState = (typeof makingStates)[number]

/** A report as far as rights over it go. */
export type ReportStanding = { readonly state: ReportState; readonly region: string; readonly authorId: string }
/** With the roles that it was scheduled for; none where somebody asked for it. */
export type ReportForReaders = ReportStanding & { readonly recipients: readonly Role[] }

/** Whoever asks: their account, their role, and the regions of the units they serve with everything below. */
export type ReportReader = { readonly accountId: string; readonly role: Role; readonly regions: ReadonlySet<string> }

const nation = '000000'

/** Whether somebody may make reports of a region: everywhere, or in the own region alone. */
export function mayMakeReport({ role, regions }: ReportReader, region: string): boolean {
  const reach = reachOf(role, 'report:make')
  return reach === 'nation' || (reach === 'own' && regions.has(region))
}

/**
 * Whether a report is there for somebody. A draft is its author's; what is sent for issue, its author's and theirs who issue; what was
 * issued, everybody's who may read the reports of its region: those of the nation are for all. One that was scheduled is from the first
 * there for its recipients among these.
 */
export function maySeeReport(reader: ReportReader, { state, region, authorId, recipients }: ReportForReaders): boolean {
  if (state === 'deleted') return false
  if (authorId === reader.accountId) return true
  if (state === 'submitted' && reachOf(reader.role, 'report:issue') !== null) return true
  const isUnderWay = state === 'draft' || state === 'submitted'
  if (isUnderWay && !recipients.includes(reader.role)) return false
  const reach = reachOf(reader.role, 'report:read')
  return reach === 'nation' || (reach === 'own' && (region === nation || reader.regions.has(region)))
}

const ofIssuer: readonly ReportMove[] = ['return', 'issue', 'withdraw']

/**
 * What somebody may do with a report that they see. Its author writes it, sends it and may not issue it; whoever issues reports returns,
 * issues and withdraws it. Files that were not made are asked for again by either.
 */
export function reportMovesOf(reader: ReportReader, report: ReportStanding): readonly ReportMove[] {
  const isAuthor = report.authorId === reader.accountId
  const issues = reachOf(reader.role, 'report:issue') !== null
  const allowed = (move: ReportMove) => {
    if (move === 'make' && report.state === 'issued') return isAuthor || issues
    if (move === 'withdraw') return issues
    return ofIssuer.includes(move) ? issues && !isAuthor : isAuthor
  }
  return (Object.keys(moves[report.state]) as ReportMove[]).filter(allowed)
}

/**
 * The number of an issued report: 进展报告〔2020〕3号, the third of its year. The brackets are those of official numbers.
 *
 * @param year  of the day of issue in China
 * @param place 1 for the first of the year
 */
export const reportNumber = (year: number, place: number): string => `进展报告〔${year}〕${place}号`
