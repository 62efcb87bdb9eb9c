import { createHash } from 'node:crypto'
import { canonicalJson, type LedgerSubject, parsePeriod, type SingleAction } from '@xushi/domain'
import type { Reading } from './store.ts'
import type { Said } from './verify-stored.ts'

/** An event as far as rows come from it. */
export type ToldEvent = {
  readonly seq: number
  readonly actor: string
  readonly action: SingleAction
  readonly subjectKind: string
  readonly subjectId: string
  readonly after: Said
}

/** What an event does to the rows of its subject: first it changes the one in force, then it begins another. */
export type Effect = {
  readonly changes?: Said | ((row: Said) => Said)
  /** Its columns; one that is undefined is not said. */
  readonly begins?: Said
}

/**
 * A table whose rows come from events: which events of which subjects make and change them, and what they must say. Instants of rows
 * are left out, for the event has its own; so are what no event may tell (hashes of secrets) and what is no substance (positions,
 * when somebody was last there).
 */
export type LedgeredTable = {
  readonly kind: string
  readonly subjects: readonly LedgerSubject[]
  readonly rows: (reading: Reading) => PromiseLike<readonly Said[]>
  /** What a row is known by, from columns that its first event says. */
  readonly key: (row: Said) => string
  readonly events: Partial<Record<SingleAction, (told: ToldEvent) => Effect>>
}

const byId = ({ id }: Said) => String(id)
const digestOf = (body: string) => createHash('sha256').update(body).digest('hex')
const edgesOf = (code: unknown) => {
  const period = parsePeriod(String(code))
  return { startsOn: period?.startsOn, endsOn: period?.endsOn }
}

const account = ({ subjectId: id, after }: ToldEvent) => {
  const { username, displayName, role, unitId, otherUnits, disabledAt, email, demo } = after
  const others = otherUnits === undefined ? undefined : JSON.stringify(otherUnits)
  return { id, username, displayName, role, unitId, otherUnits: others, disabledAt, email, demo }
}
const counted = (row: Said) => ({ version: Number(row.version) + 1 })

const schedule = ({ subjectId: id, actor: madeBy, action, after }: ToldEvent) => {
  const { programme, kind, language, regions, day, recipients, state, sinceOn } = after
  const lists = { regions: JSON.stringify(regions), recipients: JSON.stringify(recipients) }
  const said = { id, programme, kind, language, ...lists, day, state, sinceOn }
  return action === 'schedule-deleted' ? said : { ...said, madeBy }
}

const display = ({ subjectId: id, after: { title: name, programme, region, expiresAt, revokedAt } }: ToldEvent) => ({
  id,
  name,
  programme,
  region,
  expiresAt,
  revokedAt,
})

const definition = ({ seq, subjectKind: kind, subjectId: id, after }: ToldEvent) => {
  const body = canonicalJson(after)
  const programme = kind === 'programme' ? id : (after.programme ?? null)
  return { kind, id, programme, body, digest: digestOf(body), sinceSeq: seq, endedSeq: null }
}

export const ledgeredTables: readonly LedgeredTable[] = [
  {
    kind: 'decision',
    subjects: ['decision'],
    rows: ({ db, t }) => db.select().from(t.decision),
    key: ({ decidedSeq }) => String(decidedSeq),
    events: {
      decided: ({ seq, subjectId: subject, after }) => {
        const { part, value, origin, who, reason, documentNumber, effectiveOn } = after
        const why = { origin, who, reason, documentNumber, effectiveOn }
        return { begins: { subject, part, body: canonicalJson(value), ...why, decidedSeq: seq } }
      },
    },
  },
  {
    kind: 'confirmation',
    subjects: ['confirmation'],
    rows: ({ db, t }) => db.select().from(t.registerConfirmation),
    key: byId,
    events: {
      'register-confirmed': ({ seq, actor, subjectId: id, after: { register, unitId, period, endsOn, caseCount } }) => {
        const confirmed = { confirmedBy: actor, confirmedSeq: seq, endedSeq: null }
        return { begins: { id, register, unitId, period, endsOn, caseCount, ...confirmed } }
      },
      'confirmation-ended': ({ seq }) => ({ changes: { endedSeq: seq } }),
    },
  },
  {
    kind: 'evidence',
    subjects: ['evidence'],
    rows: ({ db, t }) => db.select().from(t.evidence),
    key: byId,
    events: {
      'evidence-attached': ({ seq, actor, subjectId: id, after }) => {
        const { sha256, name, mediaType, size, subject: subjectId, subjectKind } = after
        const attached = { uploadedBy: actor, attachedSeq: seq, removedSeq: null }
        return { begins: { id, sha256, name, mediaType, size, subjectId, subjectKind, ...attached } }
      },
      'evidence-removed': ({ seq }) => ({ changes: { removedSeq: seq } }),
    },
  },
  {
    kind: 'account',
    subjects: ['account'],
    rows: ({ db, t }) => db.select().from(t.account),
    key: byId,
    events: {
      'account-created': (told) => ({ begins: { ...account(told), version: 1 } }),
      'account-changed': (told) => ({ changes: (row) => ({ ...account(told), ...counted(row) }) }),
      'password-changed': () => ({ changes: (row) => ({ mustChangePassword: false, ...counted(row) }) }),
      'password-reset': () => ({ changes: (row) => ({ mustChangePassword: true, ...counted(row) }) }),
    },
  },
  {
    kind: 'closing',
    subjects: ['period'],
    rows: ({ db, t }) => db.select().from(t.periodClosing),
    key: ({ closedSeq }) => String(closedSeq),
    events: {
      'period-closed': ({ seq, actor, after: { programme, period, reason } }) => {
        const open = { reopenedBy: null, reopenedReason: null, endedSeq: null }
        const closed = { programme, period, ...edgesOf(period), reason, closedBy: actor, closedSeq: seq }
        return { begins: { ...closed, ...open } }
      },
      'period-reopened': ({ seq, actor, after: { reason } }) => ({
        changes: { reopenedBy: actor, reopenedReason: reason, endedSeq: seq },
      }),
    },
  },
  {
    kind: 'exception',
    subjects: ['exception'],
    rows: ({ db, t }) => db.select().from(t.deadlineException),
    key: byId,
    events: {
      'exception-granted': ({
        seq,
        actor,
        subjectId: id,
        after: { indicatorId, unitId, period, untilOn, reason },
      }) => ({
        begins: {
          ...{ id, indicatorId, unitId, period, endsOn: edgesOf(period).endsOn, untilOn, reason },
          ...{ grantedBy: actor, grantedSeq: seq },
        },
      }),
    },
  },
  {
    kind: 'display',
    subjects: ['display'],
    rows: ({ db, t }) => db.select().from(t.displayToken),
    key: byId,
    events: {
      'display-created': (told) => ({ begins: { ...display(told), createdBy: told.actor } }),
      'display-revoked': (told) => ({ changes: display(told) }),
    },
  },
  {
    kind: 'report',
    subjects: ['report'],
    rows: ({ db, t }) => db.select().from(t.report),
    key: byId,
    events: {
      'report-drafted': ({ actor, subjectId: id, after: { request, ...place } }) => ({
        begins: { id, ...place, request: canonicalJson(request), state: 'draft', authorId: actor },
      }),
      'report-submitted': ({ after: { state, title, digest, texts, files } }) => ({
        changes: { state, title, digest, texts: canonicalJson(texts), files: canonicalJson(files), returnReason: null },
      }),
      // It is a draft again: what its author writes and what is made of it is no event until it is sent.
      'report-returned': ({ after: { state, returnReason } }) => ({
        changes: { state, returnReason, title: undefined, digest: undefined, texts: undefined, files: undefined },
      }),
      'report-issued': ({ actor, after: { state, numberYear, numberPlace, digest } }) => ({
        changes: { state, issuerId: actor, numberYear, numberPlace, digest, files: undefined },
      }),
      'report-filed': ({ after: { files } }) => ({ changes: { files: canonicalJson(files) } }),
      'report-withdrawn': ({ actor, after: { state, withdrawalReason } }) => ({
        changes: { state, withdrawnBy: actor, withdrawalReason },
      }),
      'report-deleted': ({ after: { state } }) => ({ changes: { state } }),
    },
  },
  {
    kind: 'report-schedule',
    subjects: ['report-schedule'],
    rows: ({ db, t }) => db.select().from(t.reportSchedule),
    key: byId,
    events: {
      'schedule-created': (told) => ({ begins: { ...schedule(told), version: 1 } }),
      'schedule-changed': (told) => ({ changes: (row) => ({ ...schedule(told), ...counted(row) }) }),
      'schedule-deleted': (told) => ({ changes: (row) => ({ ...schedule(told), ...counted(row) }) }),
    },
  },
  {
    kind: 'reminders',
    subjects: ['reminders'],
    rows: ({ db, t }) => db.select().from(t.reminderSwitch),
    key: ({ programme }) => String(programme),
    events: {
      'reminders-switched': ({ actor, subjectId: programme, after: { active } }) => ({
        begins: { programme, active, changedBy: actor },
      }),
    },
  },
  {
    kind: 'catalogue-item',
    subjects: ['programme', 'indicator', 'register', 'region', 'unit', 'calendar-year', 'published-figure'],
    rows: ({ db, t }) => db.select().from(t.catalogueItem),
    key: ({ kind, id, sinceSeq }) => `${kind} ${id} ${sinceSeq}`,
    events: {
      'definition-added': (told) => ({ begins: definition(told) }),
      'definition-changed': (told) => ({ changes: { endedSeq: told.seq }, begins: definition(told) }),
      'definition-ended': ({ seq }) => ({ changes: { endedSeq: seq } }),
    },
  },
]
