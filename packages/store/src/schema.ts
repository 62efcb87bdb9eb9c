import type { ColumnKit } from './kit.ts'

/**
 * The columns of everything that one person writes and another decides on (填报, 报送): its state, who had a hand in it and when,
 * and the ledger numbers between which it counted.
 */
const reviewColumns = (kit: ColumnKit) => ({
  state: kit.text('state').notNull(),
  version: kit.whole('version').notNull(),
  recorderId: kit.text('recorder_id').notNull(),
  unitReviewerId: kit.text('unit_reviewer_id'),
  approverId: kit.text('approver_id'),
  supersedesId: kit.text('supersedes_id'),
  correctionReason: kit.text('correction_reason'),
  returnReason: kit.text('return_reason'),
  createdAt: kit.text('created_at').notNull(),
  updatedAt: kit.text('updated_at').notNull(),
  submittedAt: kit.text('submitted_at'),
  unitReviewedAt: kit.text('unit_reviewed_at'),
  decidedAt: kit.text('decided_at'),
  approvedSeq: kit.big('approved_seq'),
  endedSeq: kit.big('ended_seq'),
  demo: kit.flag('demo').notNull(),
})

/** Every table, once, for both engines. Constraints, indexes and triggers stand in migrations/. */
export const tables = (kit: ColumnKit) => ({
  account: kit.table('account', {
    id: kit.text('id').primaryKey(),
    username: kit.text('username').notNull(),
    displayName: kit.text('display_name').notNull(),
    role: kit.text('role').notNull(),
    unitId: kit.text('unit_id').notNull(),
    /** Other units that the person serves, as a JSON list of ids. */
    otherUnits: kit.text('other_units').notNull(),
    passwordHash: kit.text('password_hash').notNull(),
    mustChangePassword: kit.flag('must_change_password').notNull(),
    /** Empty for one that is as old as its account. */
    passwordChangedAt: kit.text('password_changed_at').notNull(),
    disabledAt: kit.text('disabled_at'),
    /** Where mail goes; null where none was given. */
    email: kit.text('email'),
    demo: kit.flag('demo').notNull(),
    createdAt: kit.text('created_at').notNull(),
    /** When the account was last seen; null for one that never was. */
    lastSeenAt: kit.text('last_seen_at'),
    /** When its visit before the present one ended; null in the first one. */
    lastVisitAt: kit.text('last_visit_at'),
    version: kit.whole('version').notNull(),
  }),
  session: kit.table('session', {
    tokenHash: kit.text('token_hash').primaryKey(),
    accountId: kit.text('account_id').notNull(),
    createdAt: kit.text('created_at').notNull(),
    lastSeenAt: kit.text('last_seen_at').notNull(),
    origin: kit.text('origin').notNull(),
    expiresAt: kit.text('expires_at').notNull(),
    /** When the last visit of its account had ended as it began; null for the first time. */
    lastVisitAt: kit.text('last_visit_at'),
  }),
  firstAdministrator: kit.table('first_administrator', {
    tokenHash: kit.text('token_hash').primaryKey(),
    expiresAt: kit.text('expires_at').notNull(),
  }),
  /** 显示令牌: what a wall signs in with. The token itself is only with whoever was shown it. */
  displayToken: kit.table('display_token', {
    id: kit.text('id').primaryKey(),
    name: kit.text('name').notNull(),
    programme: kit.text('programme').notNull(),
    /** Null for the nation. */
    region: kit.text('region'),
    tokenHash: kit.text('token_hash').notNull(),
    createdBy: kit.text('created_by').notNull(),
    createdAt: kit.text('created_at').notNull(),
    lastSeenAt: kit.text('last_seen_at'),
    expiresAt: kit.text('expires_at').notNull(),
    revokedAt: kit.text('revoked_at'),
  }),
  securityLog: kit.table('security_log', {
    id: kit.text('id').primaryKey(),
    at: kit.text('at').notNull(),
    origin: kit.text('origin').notNull(),
    username: kit.text('username').notNull(),
    what: kit.text('what').notNull(),
    /** Who did it, where it was not the person themselves. */
    byUsername: kit.text('by_username'),
  }),
  catalogueItem: kit.table('catalogue_item', {
    kind: kit.text('kind').notNull(),
    id: kit.text('id').notNull(),
    programme: kit.text('programme'),
    position: kit.whole('position').notNull(),
    body: kit.text('body').notNull(),
    digest: kit.text('digest').notNull(),
    sinceSeq: kit.big('since_seq').notNull(),
    endedSeq: kit.big('ended_seq'),
  }),
  decision: kit.table('decision', {
    id: kit.text('id').primaryKey(),
    subject: kit.text('subject').notNull(),
    part: kit.text('part').notNull(),
    body: kit.text('body').notNull(),
    origin: kit.text('origin').notNull(),
    who: kit.text('who').notNull(),
    reason: kit.text('reason').notNull(),
    documentNumber: kit.text('document_number'),
    effectiveOn: kit.text('effective_on').notNull(),
    decidedSeq: kit.big('decided_seq').notNull(),
  }),
  progressEntry: kit.table('progress_entry', {
    id: kit.text('id').primaryKey(),
    programme: kit.text('programme').notNull(),
    indicatorId: kit.text('indicator_id').notNull(),
    region: kit.text('region').notNull(),
    unitId: kit.text('unit_id').notNull(),
    period: kit.text('period').notNull(),
    startsOn: kit.text('starts_on').notNull(),
    endsOn: kit.text('ends_on').notNull(),
    value: kit.big('value'),
    absence: kit.text('absence'),
    note: kit.text('note').notNull(),
    firstSubmittedAt: kit.text('first_submitted_at'),
    /** What the rules found when it was handed in, as a JSON list. */
    findings: kit.text('findings').notNull(),
    /** 滞后原因, as JSON; null where none was needed or given. */
    lag: kit.text('lag'),
    /** SHA-256 of exactly what the approver was shown. */
    signedDigest: kit.text('signed_digest'),
    /** 待更正: who asks for a correction, when and why, as JSON. It goes on counting. */
    correctionAsked: kit.text('correction_asked'),
    ...reviewColumns(kit),
  }),
  filing: kit.table('filing', {
    id: kit.text('id').primaryKey(),
    kind: kit.text('kind').notNull(),
    programme: kit.text('programme').notNull(),
    subject: kit.text('subject').notNull(),
    thread: kit.text('thread').notNull(),
    sourceThread: kit.text('source_thread'),
    region: kit.text('region').notNull(),
    unitId: kit.text('unit_id').notNull(),
    title: kit.text('title').notNull(),
    uniqueKey: kit.text('unique_key'),
    happenedOn: kit.text('happened_on'),
    validFrom: kit.text('valid_from'),
    validTo: kit.text('valid_to'),
    body: kit.text('body').notNull(),
    signedDigest: kit.text('signed_digest'),
    /** 待更正: who asks for a correction, when and why, as JSON. It goes on counting. */
    correctionAsked: kit.text('correction_asked'),
    ...reviewColumns(kit),
  }),
  registerConfirmation: kit.table('register_confirmation', {
    id: kit.text('id').primaryKey(),
    register: kit.text('register').notNull(),
    unitId: kit.text('unit_id').notNull(),
    period: kit.text('period').notNull(),
    endsOn: kit.text('ends_on').notNull(),
    caseCount: kit.whole('case_count').notNull(),
    confirmedBy: kit.text('confirmed_by').notNull(),
    confirmedAt: kit.text('confirmed_at').notNull(),
    confirmedSeq: kit.big('confirmed_seq').notNull(),
    endedSeq: kit.big('ended_seq'),
    demo: kit.flag('demo').notNull(),
  }),
  evidence: kit.table('evidence', {
    id: kit.text('id').primaryKey(),
    sha256: kit.text('sha256').notNull(),
    name: kit.text('name').notNull(),
    mediaType: kit.text('media_type').notNull(),
    size: kit.big('size').notNull(),
    subjectKind: kit.text('subject_kind').notNull(),
    subjectId: kit.text('subject_id').notNull(),
    uploadedBy: kit.text('uploaded_by').notNull(),
    uploadedAt: kit.text('uploaded_at').notNull(),
    attachedSeq: kit.big('attached_seq').notNull(),
    removedSeq: kit.big('removed_seq'),
    demo: kit.flag('demo').notNull(),
  }),
  registerSource: kit.table('register_source', {
    register: kit.text('register').notNull(),
    source: kit.text('source').notNull(),
  }),
  periodClosing: kit.table('period_closing', {
    id: kit.text('id').primaryKey(),
    programme: kit.text('programme').notNull(),
    period: kit.text('period').notNull(),
    startsOn: kit.text('starts_on').notNull(),
    endsOn: kit.text('ends_on').notNull(),
    reason: kit.text('reason').notNull(),
    closedBy: kit.text('closed_by').notNull(),
    closedAt: kit.text('closed_at').notNull(),
    closedSeq: kit.big('closed_seq').notNull(),
    reopenedBy: kit.text('reopened_by'),
    reopenedAt: kit.text('reopened_at'),
    reopenedReason: kit.text('reopened_reason'),
    endedSeq: kit.big('ended_seq'),
  }),
  deadlineException: kit.table('deadline_exception', {
    id: kit.text('id').primaryKey(),
    indicatorId: kit.text('indicator_id').notNull(),
    unitId: kit.text('unit_id').notNull(),
    period: kit.text('period').notNull(),
    endsOn: kit.text('ends_on').notNull(),
    untilOn: kit.text('until_on').notNull(),
    reason: kit.text('reason').notNull(),
    grantedBy: kit.text('granted_by').notNull(),
    grantedAt: kit.text('granted_at').notNull(),
    grantedSeq: kit.big('granted_seq').notNull(),
  }),
  standing: kit.table('standing', {
    indicatorId: kit.text('indicator_id').notNull(),
    region: kit.text('region').notNull(),
    lastPeriod: kit.text('last_period').notNull(),
    lastEndsOn: kit.text('last_ends_on').notNull(),
    lastValue: kit.big('last_value'),
    lastAbsence: kit.text('last_absence'),
    total: kit.big('total').notNull(),
    entryCount: kit.whole('entry_count').notNull(),
  }),
  periodTotal: kit.table('period_total', {
    indicatorId: kit.text('indicator_id').notNull(),
    period: kit.text('period').notNull(),
    endsOn: kit.text('ends_on').notNull(),
    total: kit.big('total'),
    reported: kit.whole('reported').notNull(),
    carried: kit.whole('carried').notNull(),
    withheld: kit.whole('withheld').notNull(),
    demo: kit.flag('demo').notNull(),
  }),
  /** Status reports: what each was asked for, what its author wrote, its life, and how far its files are made. */
  report: kit.table('report', {
    id: kit.text('id').primaryKey(),
    programme: kit.text('programme').notNull(),
    kind: kit.text('kind').notNull(),
    language: kit.text('language').notNull(),
    region: kit.text('region').notNull(),
    period: kit.text('period').notNull(),
    /** The whole request, as canonical JSON: what the report is made from again. */
    request: kit.text('request').notNull(),
    /** What the author wrote, as canonical JSON: text by place. */
    texts: kit.text('texts').notNull(),
    /** Empty until it was made once. */
    title: kit.text('title').notNull(),
    state: kit.text('state').notNull(),
    version: kit.whole('version').notNull(),
    authorId: kit.text('author_id').notNull(),
    createdAt: kit.text('created_at').notNull(),
    submittedAt: kit.text('submitted_at'),
    returnReason: kit.text('return_reason'),
    issuerId: kit.text('issuer_id'),
    issuedAt: kit.text('issued_at'),
    numberYear: kit.whole('number_year'),
    numberPlace: kit.whole('number_place'),
    withdrawnBy: kit.text('withdrawn_by'),
    withdrawnAt: kit.text('withdrawn_at'),
    withdrawalReason: kit.text('withdrawal_reason'),
    /** SHA-256 of the model; null until it was made, and again once what its author wrote changed. */
    digest: kit.text('digest'),
    /** Its files, as canonical JSON: format, name, size and SHA-256 of each. */
    files: kit.text('files').notNull(),
    demo: kit.flag('demo').notNull(),
    making: kit.text('making').notNull(),
    /** Counts each time it was put in the queue or taken from it: only whoever holds the newest turn may finish it. */
    turn: kit.whole('turn').notNull(),
    /** How often its making was begun without an end. */
    attempts: kit.whole('attempts').notNull(),
    stepsDone: kit.whole('steps_done').notNull(),
    stepsAll: kit.whole('steps_all').notNull(),
    /** Why it failed, as JSON: kind and details of the refusal. */
    failure: kit.text('failure'),
    /** Until when whoever makes it is believed to be alive. */
    leaseUntil: kit.text('lease_until'),
    /** Roles that see the draft although they did not write it, as JSON; null for one that nobody scheduled. */
    recipients: kit.text('recipients'),
  }),
  /** What people are told, in the app and by mail. */
  message: kit.table('message', {
    id: kit.text('id').primaryKey(),
    accountId: kit.text('account_id').notNull(),
    kind: kit.text('kind').notNull(),
    /** What it is about and for whom: a second one of the same key is not written. */
    uniqueKey: kit.text('unique_key').notNull(),
    /** In both languages, as JSON. */
    subject: kit.text('subject').notNull(),
    body: kit.text('body').notNull(),
    /** The page that it is about; null for none. */
    path: kit.text('path'),
    createdAt: kit.text('created_at').notNull(),
    readAt: kit.text('read_at'),
    mail: kit.text('mail').notNull(),
    /** Counts each time its sending was begun: only whoever holds the newest turn may end it. */
    turn: kit.whole('turn').notNull(),
    attempts: kit.whole('attempts').notNull(),
    /** Before this it is not tried. */
    nextAt: kit.text('next_at').notNull(),
    leaseUntil: kit.text('lease_until'),
    sentAt: kit.text('sent_at'),
    /** Why the last attempt failed, as JSON. */
    failure: kit.text('failure'),
  }),
  /** Reports that are drafted by themselves once a month. */
  reportSchedule: kit.table('report_schedule', {
    id: kit.text('id').primaryKey(),
    programme: kit.text('programme').notNull(),
    kind: kit.text('kind').notNull(),
    language: kit.text('language').notNull(),
    /** Codes of regions, as JSON; the nation among them. */
    regions: kit.text('regions').notNull(),
    /** Of the month, 1 to 28. */
    day: kit.whole('day').notNull(),
    /** Roles, as JSON. */
    recipients: kit.text('recipients').notNull(),
    state: kit.text('state').notNull(),
    /** The day it was last saved: a day of the month before it is not made up. */
    sinceOn: kit.text('since_on').notNull(),
    /** Who saved it last: the author of its drafts. */
    madeBy: kit.text('made_by').notNull(),
    createdAt: kit.text('created_at').notNull(),
    version: kit.whole('version').notNull(),
  }),
  /** What became of a schedule for a region and a month: a report, or why there is none. */
  scheduledReport: kit.table('scheduled_report', {
    scheduleId: kit.text('schedule_id').notNull(),
    region: kit.text('region').notNull(),
    month: kit.text('month').notNull(),
    reportId: kit.text('report_id'),
    failure: kit.text('failure'),
    /** What of it its people were told last. */
    told: kit.text('told'),
  }),
  /** Programmes whose units are reminded of what they owe. */
  reminderSwitch: kit.table('reminder_switch', {
    programme: kit.text('programme').primaryKey(),
    active: kit.flag('active').notNull(),
    changedBy: kit.text('changed_by').notNull(),
    changedAt: kit.text('changed_at').notNull(),
  }),
  ledgerEvent: kit.table('ledger_event', {
    seq: kit.big('seq').primaryKey(),
    at: kit.text('at').notNull(),
    actor: kit.text('actor').notNull(),
    actorUnit: kit.text('actor_unit'),
    origin: kit.text('origin').notNull(),
    action: kit.text('action').notNull(),
    subjectKind: kit.text('subject_kind').notNull(),
    subjectId: kit.text('subject_id').notNull(),
    before: kit.text('before'),
    after: kit.text('after'),
    movesFigures: kit.flag('moves_figures').notNull(),
    previousHash: kit.text('previous_hash').notNull(),
    hash: kit.text('hash').notNull(),
  }),
  ledgerHead: kit.table('ledger_head', {
    id: kit.whole('id').primaryKey(),
    seq: kit.big('seq').notNull(),
    hash: kit.text('hash').notNull(),
    at: kit.text('at').notNull(),
    figuresSeq: kit.big('figures_seq').notNull(),
  }),
})
export type Tables = ReturnType<typeof tables>
