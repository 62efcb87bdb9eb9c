/**
 * What a person asked for and may not have: a refusal with a name. The api turns each kind into one problem with a sentence; a
 * kind without one does not compile. Details are structured; sentences for people are not made here.
 */
export type RefusalKind =
  | 'not-found'
  | 'forbidden'
  | 'sign-in-required'
  | 'password-change-required'
  | 'unknown-programme'
  | 'unknown-indicator'
  | 'unknown-region'
  | 'unknown-unit'
  | 'unknown-period'
  | 'unknown-date'
  | 'unknown-moment'
  | 'report-needs-region'
  | 'report-needs-indicator'
  | 'period-not-of-calendar'
  | 'period-not-over'
  | 'period-before-programme'
  | 'counted-indicator'
  | 'not-recordable'
  | 'not-reporting-level'
  | 'region-fixed'
  | 'not-expected'
  | 'unit-needed'
  | 'out-of-scope'
  | 'value-not-whole'
  | 'value-too-many-places'
  | 'value-out-of-range'
  | 'narrative-empty'
  | 'cell-taken'
  | 'correction-under-way'
  | 'period-overlaps'
  | 'period-locked'
  | 'period-closed'
  | 'period-open'
  | 'already-filed'
  | 'still-in-force'
  | 'unknown-register'
  | 'case-invalid'
  | 'evidence-required'
  | 'file-too-large'
  | 'file-type'
  | 'file-too-many-parts'
  | 'file-unpacks-too-large'
  | 'file-contradicts-itself'
  | 'file-name'
  | 'file-missing'
  | 'file-altered'
  | 'evidence-unsound'
  | 'upload-broken'
  | 'chosen-register'
  | 'not-chosen-from'
  | 'merger-target'
  | 'seat-taken'
  | 'out-of-order'
  | 'milestone-event-refused'
  | 'decision-refused'
  | 'decision-overtaken'
  | 'not-a-milestone'
  | 'document-required'
  | 'rule-broken'
  | 'explanation-required'
  | 'lag-reason-required'
  | 'lag-cause-unknown'
  | 'lag-date-past'
  | 'changed-since-shown'
  | 'version-conflict'
  | 'wrong-state'
  | 'same-person'
  | 'reason-required'
  | 'wrong-credentials'
  | 'too-many-attempts'
  | 'weak-password'
  | 'weak-passphrase'
  | 'username-taken'
  | 'last-administrator'
  | 'first-administrator-closed'
  | 'display-refused'
  | 'display-out-of-scope'
  | 'too-many-rows'

export type RefusalDetails = Readonly<Record<string, string | number | readonly string[]>>

/** Thrown by domain, store and services; carries its kind and what a sentence about it needs. */
export class DomainError extends Error {
  readonly kind: RefusalKind
  readonly details: RefusalDetails

  constructor(kind: RefusalKind, details: RefusalDetails = {}) {
    super(kind)
    this.name = 'DomainError'
    this.kind = kind
    this.details = details
  }
}
