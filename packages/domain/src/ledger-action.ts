/** What goes over the two desks: each word begins the names of its events, `case` makes `case-submitted`. */
export const reviewedWords = [
  'entry',
  'case',
  'promotion',
  'milestone-event',
  'narrative',
  'published-figure',
  'decision',
] as const
export type ReviewedWord = (typeof reviewedWords)[number]

/** What happens to a reviewed thing. */
export const reviewActs = [
  'drafted',
  'correction-drafted',
  'submitted',
  'unit-reviewed',
  'approved',
  'returned',
  'correction-asked',
  'withdrawn',
  'merged',
  'taken-back',
  'deleted',
] as const
export type ReviewAct = (typeof reviewActs)[number]

/** Everything else that is an event of the ledger. */
export const singleActions = [
  'definition-added',
  'definition-changed',
  'definition-ended',
  'decided',
  'register-confirmed',
  'confirmation-ended',
  'evidence-attached',
  'evidence-removed',
  'period-closed',
  'period-reopened',
  'exception-granted',
  'account-created',
  'account-changed',
  'password-changed',
  'password-reset',
  'display-created',
  'display-revoked',
  'report-drafted',
  'report-deleted',
  'report-submitted',
  'report-returned',
  'report-issued',
  'report-filed',
  'report-withdrawn',
  'schedule-created',
  'schedule-changed',
  'schedule-deleted',
  'reminders-switched',
] as const
export type SingleAction = (typeof singleActions)[number]

/** What the ledger (操作台账) can tell of. An event of another name does not compile, and neither does a page without words for one. */
export type LedgerAction = SingleAction | `${ReviewedWord}-${ReviewAct}`
export const ledgerActions: readonly LedgerAction[] = [
  ...reviewedWords.flatMap((word) => reviewActs.map((act) => `${word}-${act}` as const)),
  ...singleActions,
]

/** What an event can speak of. The kinds of the catalogue stand beside those of what people do. */
export const ledgerSubjects = [
  'progress-entry',
  'case',
  'promotion',
  'milestone-event',
  'narrative',
  'published-figure',
  'decision',
  'confirmation',
  'evidence',
  'period',
  'exception',
  'account',
  'display',
  'report',
  'report-schedule',
  'reminders',
  'programme',
  'indicator',
  'register',
  'region',
  'unit',
  'calendar-year',
] as const
export type LedgerSubject = (typeof ledgerSubjects)[number]
