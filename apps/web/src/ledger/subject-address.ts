import type { LedgerEvent } from './ledger.queries.ts'

type Subject = Pick<LedgerEvent, 'subjectKind' | 'subjectId' | 'action' | 'before' | 'after'>

/** The page of what an event speaks of; null where there is none. */
export function subjectAddress({ subjectKind, subjectId, action, before, after }: Subject): string | null {
  if (action.endsWith('-deleted')) return null
  const said = (field: string) => textOf(after, field) ?? textOf(before, field)
  const page = (folder: string, id: string | null) => (id === null ? null : `/${folder}/${encodeURIComponent(id)}`)
  switch (subjectKind) {
    case 'progress-entry':
      return page('entries', subjectId)
    case 'case':
      return page('cases', said('thread'))
    case 'promotion':
      return page('cases', said('source'))
    case 'milestone-event':
    case 'narrative':
    case 'published-figure':
      return page(`filings/${subjectKind}`, said('thread'))
    case 'decision':
      return '/decisions'
    case 'report':
      return page('reports', subjectId)
    case 'report-schedule':
      return '/reports'
    case 'reminders':
      return '/reporting'
    case 'display':
      return '/displays'
    case 'confirmation':
      return page('registers', said('register'))
    case 'evidence':
      return said('subjectKind') === 'progress-entry' ? page('entries', said('subject')) : null
    case 'exception':
      return page('indicators', said('indicatorId'))
    case 'indicator':
      return page('indicators', subjectId)
    case 'register':
      return page('registers', subjectId)
    default:
      return null
  }
}

/**
 * What people call what an event speaks of: its title, or the cell of an entry; its id where it has no name.
 *
 * @param nameOf names by id, of the parts of a cell
 */
export function subjectName(
  { subjectKind, subjectId, before, after }: Subject,
  nameOf: ReadonlyMap<string, string>,
): string {
  const said = (field: string) => textOf(after, field) ?? textOf(before, field)
  if (subjectKind === 'progress-entry') {
    const cell = ['indicator', 'region', 'period'].map(said)
    return cell.includes(null) ? subjectId : cell.map((part) => nameOf.get(part ?? '') ?? part).join(' ')
  }
  return said('title') ?? said('displayName') ?? said('name') ?? subjectId
}

function textOf(side: unknown, field: string): string | null {
  const value = typeof side === 'object' && side !== null ? (side as Record<string, unknown>)[field] : undefined
  return typeof value === 'string' ? value : null
}
