import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './postgres-server.ts'
import { runRoomVariable } from './run-room.ts'

/** The product as an operator runs it: its own process, its own home, on 127.0.0.1. */
export type RunningProduct = {
  readonly address: string
  readonly home: string
  readonly pid: number
  /** Milliseconds from the start of the process to the first answer of /readyz. */
  readonly readyAfter: number
  /** Everything the process has said so far, both streams. */
  readonly said: () => string
  /** Signs a demonstration account in and gives the cookie to send. */
  readonly cookieOf: (role: string) => Promise<string>
  /** Sends SIGTERM, waits for the end and gives the exit code; the home stays. */
  readonly stop: () => Promise<number | null>
  /** Stops the process and removes the home. */
  readonly remove: () => Promise<void>
}

const main = fileURLToPath(new URL('../../../apps/api/src/main.mjs', import.meta.url))

/** What the launcher gives to Node. */
export const asLaunched = ['--max-semi-space-size=2', '--heap-growing-percent=70']

/**
 * Starts the product and waits for its first answer.
 *
 * @param settings environment on top of a plain one, such as XUSHI_DEMO or DATABASE_URL; XUSHI_HOME names a home to start on
 *   again, by default a new temporary one
 */
export async function startProduct(settings: Readonly<Record<string, string>> = {}): Promise<RunningProduct> {
  const home = settings.XUSHI_HOME ?? (await newHome(settings))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [...asLaunched, main], {
    env: { ...plainEnvironment(), LOG_LEVEL: 'warn', ...settings, XUSHI_HOME: home, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-20_000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  await answers(`${address}/readyz`, () => {
    if (child.exitCode !== null)
      throw new Error(`the product ended with ${child.exitCode} before it answered:\n${said}`)
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    child.kill('SIGTERM')
    await once(child, 'exit')
    return child.exitCode
  }
  return {
    address,
    home,
    pid: child.pid ?? 0,
    readyAfter: performance.now() - began,
    said: () => said,
    cookieOf: (role) => signIn(address, home, role),
    stop,
    remove: async () => {
      await stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/**
 * A new temporary home. The demonstration takes its time to be played, so within one run it is played once and copied from then on;
 * only what asks for nothing else than the demonstration gets the copy.
 */
async function newHome(settings: Readonly<Record<string, string>>): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'xushi-home-'))
  const room = process.env[runRoomVariable]
  if (room === undefined || settings.XUSHI_DEMO !== '1' || Object.keys(settings).length > 1) return home

  const played = path.join(room, 'demonstration')
  if (!existsSync(played)) {
    const half = await mkdtemp(`${played}-`)
    await (await startProduct({ ...settings, XUSHI_HOME: half })).stop()
    await rename(half, played).catch(async (error) => {
      // Another test file was first.
      await rm(half, { recursive: true, force: true })
      if (!existsSync(played)) throw error
    })
  }
  await cp(played, home, { recursive: true })
  return home
}

/** Waits until an address answers 2xx, at most six minutes; `mayWait` throws when waiting makes no sense any more. */
export async function answers(url: string, mayWait: () => void): Promise<void> {
  for (let tries = 0; tries < 36_000; tries += 1) {
    mayWait()
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return
    await pause(10)
  }
  throw new Error(`no answer from ${url}`)
}

/** Name and password of a demonstration account, as the product wrote them for its operator. */
export async function demonstrationAccount(
  home: string,
  role: string,
): Promise<{ readonly username: string; readonly password: string; readonly region: string }> {
  const accounts: Record<string, { username: string; password: string; region: string }> = JSON.parse(
    await readFile(path.join(home, 'demo-accounts.json'), 'utf8'),
  )
  const account = accounts[role]
  if (account === undefined) throw new Error(`there is no demonstration account for ${role}`)
  return account
}

async function signIn(address: string, home: string, role: string): Promise<string> {
  const { username, password } = await demonstrationAccount(home, role)
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ username, password }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!response.ok || cookie === undefined) {
    throw new Error(`signing in as ${role} answered ${response.status}: ${await response.text()}`)
  }
  return cookie
}

function plainEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR = tmpdir(), LANG = 'C.UTF-8' } = process.env
  return { PATH, HOME, TMPDIR, LANG }
}
