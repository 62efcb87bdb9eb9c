/** What people are told of by itself: a scheduled report, and what their unit owes (催报). */
export const messageKinds = ['report-ready', 'report-failed', 'reminder-before', 'reminder-after'] as const
export type MessageKind = (typeof messageKinds)[number]

/** Where the mail of a message is. `off`: no mail server is set; `no-address`: nobody gave the account an address. */
export const mailStates = ['off', 'no-address', 'queued', 'sending', 'sent', 'failed'] as const
export type MailState = (typeof mailStates)[number]

/**
 * Why a mail was not sent. `refused`: the server does not take it for this recipient. `deferred`: it does not take it now. `unreachable`:
 * the server could not be spoken to, or took nothing from us. `unsure`: the connection broke after the mail was handed over, so it may
 * have arrived and is not sent again.
 */
export const mailFailureKinds = ['refused', 'deferred', 'unreachable', 'unsure'] as const
export type MailFailureKind = (typeof mailFailureKinds)[number]

const minute = 60_000

/** How long to wait after each failed attempt. After the last one it is given up. */
const pauses = [1, 5, 15, 60, 240, 720].map((minutes) => minutes * minute)

/**
 * How long to wait before a mail is tried again, in milliseconds; null to give it up.
 *
 * @param attempts how often it was tried, at least 1
 */
export const mailPause = (attempts: number): number | null => pauses[attempts - 1] ?? null
