import type { CaseDetail } from '@xushi/contract'

type HistoryEvent = Pick<CaseDetail['history'][number], 'action' | 'before' | 'after'>
type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields | null =>
  // An event says an object or nothing.
  typeof value === 'object' && value !== null ? (value as Fields) : null

/** What an event speaks of where the page does not say it: the name of a file, or of what was chosen. */
export function whatOf({ action, before, after }: HistoryEvent): string | null {
  const said = fieldsOf(after) ?? fieldsOf(before)
  if (action.startsWith('evidence-')) return textOf(said?.name)
  return action.startsWith('promotion-') ? textOf(said?.title) : null
}

/** Why it happened, as it was given with the event itself. */
export function reasonOf({ action, before, after }: HistoryEvent): string | null {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  if (now === null) return null
  if (action.endsWith('-correction-asked')) return textOf(fieldsOf(now.correctionAsked)?.reason)
  if (now.returnReason !== old?.returnReason && textOf(now.returnReason) !== null) return textOf(now.returnReason)
  if (old === null) return textOf(now.correctionReason) ?? (action === 'promotion-drafted' ? bodyReason(now) : null)
  return null
}

/** Why something is chosen is the note of its filing. */
const bodyReason = ({ body }: Fields): string | null => textOf(fieldsOf(body)?.note)

/** What follows from an event itself, is told as its reason, or says nothing to a reader. */
const quiet = [
  'state',
  'version',
  'unitReviewer',
  'approver',
  'supersedes',
  'recorder',
  'thread',
  'signedDigest',
  'correctionReason',
  'correctionAsked',
  'returnReason',
]

/**
 * What an event changed, field by field and inside the content too. A correction is held against what was approved before it.
 *
 * @param earlier the events before it, oldest first
 */
export function differencesOf(event: HistoryEvent, earlier: readonly HistoryEvent[]) {
  const after = fieldsOf(event.after)
  if (after === null) return []
  const before = fieldsOf(event.before) ?? correctedBy(event.action, after, earlier)
  if (before === null) return []
  const [old, now] = [flat(before), flat(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => !quiet.includes(field) && JSON.stringify(old.get(field)) !== JSON.stringify(now.get(field)))
    .map((field) => ({ field, from: told(old.get(field)), to: told(now.get(field)) }))
}

function correctedBy(action: string, { thread }: Fields, earlier: readonly HistoryEvent[]): Fields | null {
  if (!action.endsWith('-correction-drafted')) return null
  const approved = earlier.findLast(
    (other) => other.action.endsWith('-approved') && fieldsOf(other.after)?.thread === thread,
  )
  return fieldsOf(approved?.after)
}

/** Fields, stages and the reason for lag of the content stand among the others, by their own names. */
function flat(value: Fields): ReadonlyMap<string, unknown> {
  const { body, ...rest } = value
  const content = fieldsOf(body)
  const { fields, stages, lag, ...own } = content ?? {}
  const inside = { ...own, ...fieldsOf(fields), ...fieldsOf(stages), ...fieldsOf(lag) }
  return new Map(Object.entries({ ...rest, ...inside, ...(content === null ? { body } : {}) }))
}

const told = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
