import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as a real server took it: to whom, and every byte of it. */
export type Arrived = { readonly to: readonly string[]; readonly raw: string }

export type MailBox = {
  readonly url: string
  readonly arrived: readonly Arrived[]
  /** Breaks the connection of a session. */
  readonly cut: (session: string) => void
  readonly close: () => Promise<void>
}

/** A mail server on this machine that keeps what it is given. @param port one that was used before; a free one where nothing is said */
export async function mailBox(options: SMTPServerOptions = {}, port = 0): Promise<MailBox> {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 1,
    onData: (stream, { envelope }, done) => {
      void text(stream).then((raw) => {
        arrived.push({ to: envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
    ...options,
  })
  // A client that goes away is no fault of the test.
  server.on('error', () => {})
  await new Promise<void>((listening) => {
    server.listen(port, '127.0.0.1', listening)
  })
  const address = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    arrived,
    cut: (session) => {
      for (const one of server.connections) if (one.id === session) one.close()
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** An error that the server answers with. */
export const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode })
