import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The product as an operator runs it: its own process, its own empty home, on 127.0.0.1. */
export type ProductServer = {
  readonly address: string
  readonly home: string
  readonly pid: number
  /** Milliseconds from the start of the process to the first answer of /readyz. */
  readonly readyAfter: number
  readonly cookieOf: (role: string) => Promise<string>
  /** Stops the process, keeps the home. */
  readonly stop: () => Promise<void>
  /** Stops the process and removes the home. */
  readonly remove: () => Promise<void>
}

const main = new URL('../../../apps/api/src/main.ts', import.meta.url).pathname

/**
 * Starts the product with demonstration data and waits for its first answer.
 *
 * @param home an existing home to start on again; a new temporary one by default
 */
export async function startProduct(home?: string): Promise<ProductServer> {
  const folder = home ?? (await mkdtemp(join(tmpdir(), 'xushi-bench-')))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [main], {
    env: { ...plainEnvironment(), XUSHI_HOME: folder, XUSHI_DEMO: '1', PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answers(`${address}/readyz`, () => child.exitCode === null)
  const stop = async () => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return {
    address,
    home: folder,
    pid: child.pid ?? 0,
    readyAfter: performance.now() - began,
    cookieOf: (role) => signIn(address, folder, role),
    stop,
    remove: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A port of 127.0.0.1 that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  server.close()
  await once(server, 'close')
  if (bound === null || typeof bound === 'string') throw new Error('the system gave no port')
  return bound.port
}

/** Waits until an address answers 200, at most two minutes, as long as `alive` holds. */
export async function answers(url: string, alive: () => boolean): Promise<void> {
  for (let tries = 0; tries < 12_000; tries += 1) {
    if (!alive()) throw new Error(`the server ended before it answered ${url}`)
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return
    await pause(10)
  }
  throw new Error(`no answer from ${url}`)
}

async function signIn(address: string, home: string, role: string): Promise<string> {
  const accounts: Record<string, { username: string; password: string }> = JSON.parse(
    await readFile(join(home, 'demo-accounts.json'), 'utf8'),
  )
  const account = accounts[role]
  if (account === undefined) throw new Error(`no demonstration account for ${role}`)
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ username: account.username, password: account.password }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!response.ok || cookie === undefined) throw new Error(`signing in as ${role} answered ${response.status}`)
  return cookie
}

function plainEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR = tmpdir(), LANG = 'C.UTF-8' } = process.env
  return { PATH, HOME, TMPDIR, LANG }
}
