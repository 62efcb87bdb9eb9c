/** What the log of sign-ins (登录记录) tells of, in the three groups in which it is read. */
export const securityEventGroups = {
  failures: ['wrong-credentials', 'wrong-current-password', 'too-many-attempts'],
  'sign-ins': ['signed-in', 'signed-out'],
  revocations: ['session-ended', 'access-changed', 'account-disabled', 'password-changed', 'password-reset'],
} as const

export type SecurityEventGroup = keyof typeof securityEventGroups
export type SecurityEventKind = (typeof securityEventGroups)[SecurityEventGroup][number]

const failures: readonly string[] = securityEventGroups.failures

/** Whether somebody was kept out; whoever guesses makes as many of these as they like. */
export const isFailure = (kind: SecurityEventKind): boolean => failures.includes(kind)
