import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseFile, openStore } from '@xushi/store'
import { freePort, startProduct } from '@xushi/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const main = path.join(import.meta.dirname, 'main.mjs')

let home: string
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'xushi-main-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

/** Runs a command to its end. */
async function run(file: string, settings: Readonly<Record<string, string>>) {
  const env = { PATH: process.env.PATH ?? '', XUSHI_HOME: home, LOG_LEVEL: 'warn', ...settings }
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  return { code, out, err }
}

const digest = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

async function existingStore(): Promise<string> {
  const store = await openStore({ databaseUrl: null, home, clock: () => '2026-11-24T00:00:00.000Z' })
  await store.close()
  return databaseFile(home)
}

/** A sign-in whose head the server has read for certain, and whose body is still to come. */
async function halfSent(address: string, body: string): Promise<{ finish: () => Promise<string> }> {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  let heard = ''
  const ended = new Promise<string>((resolve) => socket.on('close', () => resolve(heard)))
  const begun = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      heard += chunk
      if (!heard.startsWith('HTTP/1.1 100 Continue\r\n\r\n')) return
      heard = heard.slice('HTTP/1.1 100 Continue\r\n\r\n'.length)
      resolve()
    })
  })
  const head = ['POST /api/session HTTP/1.1', 'host: x', 'content-type: application/json', 'expect: 100-continue']
  socket.write([...head, `content-length: ${Buffer.byteLength(body)}`, '', ''].join('\r\n'))
  await begun
  return {
    finish: () => {
      socket.write(body)
      return ended
    },
  }
}

async function dashboardOf(address: string): Promise<unknown> {
  return (await fetch(`${address}/api/programmes/miit-2020-8/dashboard`)).json()
}

describe('the process', () => {
  it('refuses to start with a setting it does not know, and names it', async () => {
    const { code, err } = await run(main, { XUSHI_DMEO: '1' })
    expect(code).toBe(2)
    expect(err).toContain('XUSHI_DMEO')
    expect(err).not.toContain('    at ')
  })

  it('says in a sentence that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const { code, err } = await run(main, { PORT: port })
    expect([code, err]).toEqual([2, expect.stringContaining('端口已被占用')])
    other.close()
  })

  it('says in a sentence that a database server does not answer, without its password', async () => {
    const port = await freePort()
    const { code, err } = await run(main, { DATABASE_URL: `postgres://xushi:geheim@127.0.0.1:${port}/xushi` })
    expect(code).toBe(3)
    expect(err).toContain('连不上')
    expect(err).not.toContain('geheim')
  })

  it.each([
    { case: 'is no database', content: Buffer.from('这不是数据库'.repeat(500)), says: '已损坏' },
    { case: 'is cut off', content: null, says: '已损坏' },
  ])('leaves a file alone that $case, and says so', async ({ content, says }) => {
    const file = await existingStore()
    const whole = await readFile(file)
    await writeFile(file, content ?? whole.subarray(0, Math.floor(whole.length / 2)))
    const before = await digest(file)
    const { code, err } = await run(main, { PORT: '0' })
    expect([code, err]).toEqual([3, expect.stringContaining(says)])
    expect(await digest(file)).toBe(before)
  })

  it('leaves a file alone that a newer version wrote, and says so', async () => {
    const file = await existingStore()
    const newer = new DatabaseSync(file)
    newer.exec("insert into schema_migration values ('9999-later', 'x', '2030-01-01T00:00:00.000Z')")
    newer.close()
    const before = await digest(file)
    const { code, err } = await run(main, { PORT: '0' })
    expect([code, err]).toEqual([3, expect.stringContaining('更新版本')])
    expect(await digest(file)).toBe(before)
  })

  it('says in a sentence that another program holds the database', async () => {
    const other = new DatabaseSync(await existingStore())
    other.exec('begin exclusive')
    const { code, err } = await run(main, { PORT: '0' })
    other.close()
    expect([code, err]).toEqual([3, expect.stringContaining('占用')])
  })

  it('serves, tells where the first link is without telling the link, and ends well on SIGTERM', async () => {
    const product = await startProduct({ LOG_LEVEL: 'info' })
    const file = path.join(product.home, 'first-administrator')
    const secret = (await readFile(file, 'utf8')).trim().split('#')[1] ?? 'no secret'
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await fetch(`${product.address}/api/session?password=geheim`, { headers: { cookie: 'xushi=geheim' } })

    const half = await halfSent(product.address, JSON.stringify({ username: 'nobody', password: 'geheim' }))
    const stopped = product.stop()
    await pause(50)
    expect(await half.finish()).toMatch(/^HTTP\/1\.1 401 /)
    expect(await stopped).toBe(0)
    expect(product.said()).toContain(file)
    expect(product.said()).not.toContain(secret)
    expect(product.said()).not.toContain('geheim')
    for (const line of product
      .said()
      .split('\n')
      .filter((text) => text.startsWith('{')))
      JSON.parse(line)
    await product.remove()
  })

  it('starts again on what it left, and changes nothing in it', async () => {
    const product = await startProduct({ XUSHI_HOME: home })
    const first = await dashboardOf(product.address)
    await product.stop()
    const again = await startProduct({ XUSHI_HOME: home })
    expect(await dashboardOf(again.address)).toEqual(first)
    await again.stop()
  })
})

describe('the commands', () => {
  it('verify the ledger and make the totals again', async () => {
    const product = await startProduct({ XUSHI_HOME: home })
    await product.stop()
    const verified = await run(path.join(import.meta.dirname, 'ledger-verify-command.ts'), {})
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('台账完整')])
    const rebuilt = await run(path.join(import.meta.dirname, 'rebuild-command.ts'), {})
    expect([rebuilt.code, rebuilt.out]).toEqual([0, expect.stringContaining('重新生成')])
  }, 60_000)
})
