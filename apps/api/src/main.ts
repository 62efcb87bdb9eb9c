import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openStore, type Store } from '@xushi/store'
import { type Logger, pino } from 'pino'
import { type App, buildApp } from './app.ts'
import { buildDigest } from './build-digest.ts'
import { BadCatalogue, cleanCatalogue, sayMistakes, takeUp } from './catalogue/taken-up.ts'
import { machineClock } from './clock.ts'
import { BadSetting, type Config, readConfig } from './config.ts'
import { simulatedClock } from './demonstration/simulated-clock.ts'
import { offerFirstAdministrator } from './installation/first-administrator.ts'
import { exitCodes, sayWhy } from './store-sentences.ts'

/*
 * The process: settings, store, catalogue, server, and a graceful end. What it tells the operator goes to standard output,
 * its log to standard error.
 */
const root = path.resolve(import.meta.dirname, '../../..')
const demonstrationFile = 'demonstration/miit-2020-8.yaml'
/** A connection that does not end by itself is cut after this long. */
const patienceMilliseconds = 5000

const say = (line: string) => process.stdout.write(`${line}\n`)

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const logger = pino(
    { level: config.logLevel },
    pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 500 }),
  )
  const catalogue = await cleanCatalogue(root, config)
  const clock = simulatedClock(machineClock)
  const store = await openStore({ databaseUrl: config.databaseUrl, home: config.home, clock: clock.now })
  if (config.demo) {
    const { demonstrate } = await import('./demonstration/demonstration.ts')
    const file = path.join(config.data, demonstrationFile)
    await demonstrate({ store, catalogue, clock, home: config.home, file })
  }
  await takeUp(store, catalogue, logger)

  const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const web = path.join(root, 'apps/web/dist')
  const app = await buildApp({ config, store, clock: machineClock, logger, web, version, build: buildDigest(root) })
  const address = addressOf(config)
  const firstAdministrator = await offerFirstAdministrator(store, machineClock, { home: config.home, address })
  await app.listen({ host: config.host, port: config.port })
  stopOnSignal(app, store, logger)
  greet(address, firstAdministrator)
}

function addressOf({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** @param file where the link of the first administrator lies; null once there is an account */
function greet(address: string, file: string | null): void {
  say(`序时 Xushi  ${address}`)
  if (file === null) return
  say(`还没有账号。首个系统管理员的一次性链接（24 小时内有效）在文件 ${file}`)
  say(`There is no account yet. The single-use link for the first administrator (24 hours) is in ${file}`)
}

/** Stops taking connections, finishes what is under way, closes the store. A second signal does not wait. */
function stopOnSignal(app: App, store: Store, logger: Logger): void {
  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    logger.info({ signal }, 'stopping')
    setTimeout(() => app.server.closeAllConnections(), patienceMilliseconds).unref()
    await app.close()
    await store.close()
    logger.flush(() => process.exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
}

async function codeFor(error: unknown): Promise<number> {
  if (error instanceof BadSetting) {
    process.stderr.write(`${error.message}\n`)
    return exitCodes.settings
  }
  if (error instanceof BadCatalogue) {
    await sayMistakes(error)
    return exitCodes.catalogue
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    process.stderr.write('端口已被占用；请用 PORT 指定另一个端口。 The port is taken; name another one with PORT.\n')
    return exitCodes.settings
  }
  const known = sayWhy(error)
  if (known !== null) return known
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  return 1
}

await start().catch(async (error: unknown) => process.exit(await codeFor(error)))
