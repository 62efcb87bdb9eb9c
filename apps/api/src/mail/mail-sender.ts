import { claimMail, type MailRow, mailSent, mailWaits, postponeMail, type Store } from '@xushi/store'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../clock.ts'
import { type MailServer, mostMilliseconds } from './mail-server.ts'

/** A sender that was not heard of for this long is dead: its mail takes a third of it at most. */
const leaseMilliseconds = 3 * mostMilliseconds

export type MailSenderParts = {
  readonly store: Store
  readonly clock: Clock
  /** Null where no mail server is set: then nothing is in the queue. */
  readonly server: MailServer | null
  /** The address that links in a mail begin with; null where people reach the product under an address nobody told us. */
  readonly publicUrl: string | null
  readonly logger: FastifyBaseLogger
}

/** Sends what waits in the outbox, one mail after the other, each by one instance. */
export function mailSender({ store, clock, server, publicUrl, logger }: MailSenderParts) {
  const lease = () => new Date(Date.parse(clock()) + leaseMilliseconds).toISOString()

  const send = async (server: MailServer, row: MailRow): Promise<void> => {
    const subject = `${row.subject.zh} / ${row.subject.en}`
    const failure = await server.send({ id: row.id, to: row.email, subject, text: textOf(row, publicUrl) })
    if (failure === null) return mailSent(store, row)
    const isTriedAgain = await postponeMail(store, row, failure)
    const { kind, detail } = failure
    logger.warn({ message: row.id, attempt: row.attempts, kind, detail, isTriedAgain }, 'a mail was not sent')
  }

  return {
    /** Sends all that is due now. @param goesOn whether to take another one */
    look: async (goesOn: () => boolean): Promise<void> => {
      if (server === null || !(await store.read((reading) => mailWaits(reading, clock())))) return
      while (goesOn()) {
        const row = await claimMail(store, lease())
        if (row === null) return
        await send(server, row)
      }
    },
  }
}

export type MailSender = ReturnType<typeof mailSender>

function textOf({ body, path }: MailRow, publicUrl: string | null): string {
  const link = path === null || publicUrl === null ? '' : `\n\n${publicUrl}${path}`
  return `${body.zh}${link}\n\n----\n\n${body.en}${link}\n`
}
