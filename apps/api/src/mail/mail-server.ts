import type { MailFailure } from '@xushi/store'
import { createTransport } from 'nodemailer'
import { isLoopback, type MailSettings } from '../config.ts'

/** One mail, in plain text. `id` is its own for ever: a server that is given it twice can tell. */
export type Mail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string }

export type MailServer = {
  /** Sends a mail. @returns null once the server took it, else why it did not */
  readonly send: (mail: Mail) => Promise<MailFailure | null>
}

/** Silence of the server for this long ends the conversation. */
const silenceMilliseconds = 20_000
/** However busily the server answers, a mail takes no longer. */
export const mostMilliseconds = 60_000
const longestDetail = 300
const longestSubject = 200

/**
 * The mail server of the settings. One connection a mail: a report a month and reminders twice a month need no pool. A user and password
 * are told to a server elsewhere only once the connection is encrypted.
 */
export function mailServer({ url, from }: MailSettings): MailServer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const auth = username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  const host = hostname.replace(/^\[|\]$/g, '')
  const options = {
    host,
    secure: protocol === 'smtps:',
    ...(port !== '' && { port: Number(port) }),
    ...(auth !== undefined && { auth, requireTLS: !isLoopback(host) }),
    dnsTimeout: silenceMilliseconds,
    connectionTimeout: silenceMilliseconds,
    greetingTimeout: silenceMilliseconds,
    socketTimeout: silenceMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  }

  return {
    send: async ({ id, to, subject, text }) => {
      // Whether the server was asked to take the text: from then on a broken connection leaves open whether it did.
      let isHandedOver = false
      const says = ({ tnx }: { readonly tnx?: unknown }, line: unknown) => {
        if (tnx === 'client' && line === 'DATA') isHandedOver = true
      }
      const transport = createTransport({ ...options, logger: listener(says), transactionLog: true })
      try {
        await transport.sendMail({
          from: { name: '序时 Xushi', address: from },
          to: { name: '', address: to },
          subject: oneLine(subject).slice(0, longestSubject),
          text,
          messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(mostMilliseconds),
        })
        return null
      } catch (error) {
        return { kind: kindOf(error, isHandedOver), detail: told(error, auth?.pass) }
      } finally {
        transport.close()
      }
    },
  }
}

/** A text that stays within one header, whatever was typed into a name. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

function listener(debug: (entry: { readonly tnx?: unknown }, line: unknown) => void) {
  const nothing = () => {}
  return { level: nothing, trace: nothing, debug, info: nothing, warn: nothing, error: nothing, fatal: nothing }
}

/** What the library says of a failure, as far as it is one. */
type Said = { readonly responseCode?: unknown; readonly command?: unknown; readonly message?: unknown }
const saidBy = (error: unknown): Said => (typeof error === 'object' && error !== null ? error : {})

function kindOf(error: unknown, isHandedOver: boolean): MailFailure['kind'] {
  const { responseCode, command } = saidBy(error)
  if (typeof responseCode !== 'number') return isHandedOver ? 'unsure' : 'unreachable'
  const isOfRecipient = command === 'RCPT TO' || command === 'DATA'
  if (!isOfRecipient) return 'unreachable'
  return responseCode >= 500 ? 'refused' : 'deferred'
}

/** The failure in the words of the server, without the password, should it repeat that. */
function told(error: unknown, password: string | undefined): string {
  const message = oneLine(String(saidBy(error).message ?? ''))
  const kept = password === undefined || password === '' ? message : message.replaceAll(password, '…')
  return kept.slice(0, longestDetail)
}
