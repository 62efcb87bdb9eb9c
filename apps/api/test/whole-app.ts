import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readCatalogue } from '@xushi/catalogue'
import type { Catalogue, Role } from '@xushi/domain'
import { bringUpToDate, createAccount, openSession, openStore, type Store } from '@xushi/store'
import { type FixedClock, fixedClock, freshDatabase } from '@xushi/testkit'
import { pino } from 'pino'
import { type App, buildApp } from '../src/app.ts'
import type { MailSettings } from '../src/config.ts'
import { passwordHash } from '../src/session/password.ts'
import { type Answer, checked } from './answer.ts'

export const engines = ['sqlite', 'postgres'] as const
export type EngineName = (typeof engines)[number]

/** The cast of the tests: who is who, and where they work. */
export const cast = {
  administrator: { role: 'administrator', unitId: 'department-xinguan', displayName: '赵敏' },
  'security-officer': { role: 'security-officer', unitId: 'department-wangan', displayName: '钱锋' },
  auditor: { role: 'auditor', unitId: 'department-wangan', displayName: '孙悦' },
  'programme-manager': { role: 'programme-manager', unitId: 'department-xinguan', displayName: '周宁' },
  recorder: { role: 'recorder', unitId: 'department-xinguan', displayName: '吴桐' },
  approver: { role: 'approver', unitId: 'department-xinguan', displayName: '郑洁' },
  'regional-recorder': { role: 'regional-recorder', unitId: 'communications-320000', displayName: '李静' },
  'regional-viewer': { role: 'regional-viewer', unitId: 'communications-320000', displayName: '王磊' },
  'zhejiang-recorder': { role: 'regional-recorder', unitId: 'communications-330000', displayName: '冯涛' },
  'guangdong-recorder': { role: 'regional-recorder', unitId: 'communications-440000', displayName: '陈晨' },
  'unit-reviewer': { role: 'unit-reviewer', unitId: 'communications-440000', displayName: '褚航' },
  'industry-recorder': { role: 'regional-recorder', unitId: 'industry-320000', displayName: '苏岩' },
  'second-recorder': { role: 'regional-recorder', unitId: 'communications-320000', displayName: '卫东' },
  'second-manager': { role: 'programme-manager', unitId: 'department-xinguan', displayName: '蒋华' },
  'southern-recorder': { role: 'regional-recorder', unitId: 'industry-440000', displayName: '沈立' },
  'southern-reviewer': { role: 'unit-reviewer', unitId: 'industry-440000', displayName: '韩雪' },
} as const satisfies Readonly<Record<string, { role: Role; unitId: string; displayName: string }>>
export type Someone = keyof typeof cast

export const castPassword = 'Chang-Jiang-7'
export const host = 'xushi.test'

/** One way to ask the app: as somebody, or as nobody. Each answer is held against its contract. */
export type Client = {
  readonly get: (url: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly send: (
    method: 'POST' | 'PATCH' | 'DELETE' | 'PUT',
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
  readonly post: (url: string, body: unknown) => Promise<Answer>
  /** Approves what stands at an address in a version, signed by the digest of what this one is shown there. */
  readonly approve: (path: string, version: number) => Promise<Answer>
}

export type WholeApp = {
  readonly app: App
  readonly store: Store
  readonly clock: FixedClock
  readonly home: string
  /** Null on SQLite. */
  readonly databaseUrl: string | null
  readonly nobody: Client
  readonly as: (who: Someone) => Client
  readonly withCookie: (cookie: string) => Client
  readonly cookieOf: (who: Someone) => string
  readonly idOf: (who: Someone) => string
  /** Another instance of the app on the same database; closing it is the caller's. PostgreSQL only. */
  readonly beside: () => Promise<{ readonly app: App; readonly close: () => Promise<void> }>
  readonly close: () => Promise<void>
}

let catalogue: Catalogue | undefined

async function realCatalogue(): Promise<Catalogue> {
  const reading = await readCatalogue(path.resolve(import.meta.dirname, '../../../data'))
  if (!reading.clean) throw new Error('the catalogue has mistakes')
  return reading.catalogue
}

type Options = {
  readonly engine?: EngineName
  readonly now?: string
  readonly publicUrl?: string
  readonly passwordPolicy?: 'dengbao' | 'asvs'
  readonly people?: boolean
  readonly web?: string
  readonly mail?: MailSettings
}

/** The app over a store of its own, with the real catalogue and one signed-in person for each part. */
export async function wholeApp({
  engine = 'sqlite',
  now = '2021-02-20T02:00:00.000Z',
  publicUrl,
  passwordPolicy = 'dengbao',
  people = true,
  web = '/nowhere',
  mail,
}: Options = {}): Promise<WholeApp> {
  const clock = fixedClock(now)
  const home = await mkdtemp(path.join(tmpdir(), 'xushi-api-'))
  const database = engine === 'postgres' ? await freshDatabase() : null
  const store = await openStore({ databaseUrl: database?.url ?? null, home, clock })
  catalogue ??= await realCatalogue()
  await bringUpToDate(store, catalogue)
  const config = {
    databaseUrl: database?.url ?? null,
    home,
    publicUrl: publicUrl ?? null,
    passwordPolicy,
    mail: mail ?? null,
  }
  const logger = pino({ level: 'silent' })
  const app = await buildApp({ config, store, clock, logger, web, version: '0.0.0-test', build: 'test' })
  await app.ready()

  const signedIn = people ? await castSignedIn(store) : new Map<string, { id: string; cookie: string }>()
  const known = (who: Someone) => {
    const person = signedIn.get(who)
    if (person === undefined) throw new Error(`${who} has no account in this test`)
    return person
  }
  return {
    app,
    store,
    clock,
    home,
    databaseUrl: config.databaseUrl,
    nobody: client(app, null),
    as: (who) => client(app, known(who).cookie),
    withCookie: (cookie) => client(app, cookie),
    cookieOf: (who) => known(who).cookie,
    idOf: (who) => known(who).id,
    beside: async () => {
      const second = await openStore({ databaseUrl: database?.url ?? null, home, clock })
      const parts = { config, store: second, clock, logger, web, version: '0.0.0-test', build: 'test' }
      const instance = await buildApp(parts)
      await instance.ready()
      return {
        app: instance,
        close: async () => {
          await instance.close()
          await second.close()
        },
      }
    },
    close: async () => {
      await app.close()
      await store.close()
      await database?.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function castSignedIn(store: Store): Promise<ReadonlyMap<string, { id: string; cookie: string }>> {
  const hash = await passwordHash(castPassword)
  const signedIn = new Map<string, { id: string; cookie: string }>()
  const operator = { accountId: 'operator', unitId: null, origin: 'test' }
  for (const [who, { role, unitId, displayName }] of Object.entries(cast)) {
    const account = { username: who, displayName, role, unitId, passwordHash: hash, mustChangePassword: false }
    const { id } = await createAccount(store, operator, account)
    const token = await openSession(store, id, '2099-01-01T00:00:00.000Z')
    signedIn.set(who, { id, cookie: `xushi=${token}` })
  }
  return signedIn
}

function client(app: App, cookie: string | null): Client {
  const own = { host, ...(cookie !== null && { cookie }) }
  const send: Client['send'] = async (method, url, body, headers = {}) => {
    const same = { origin: `http://${host}`, ...own, ...headers }
    const asked = body === undefined ? {} : { payload: body as object }
    return checked(app, method, url, await app.inject({ method, url, headers: same, ...asked }))
  }
  const get: Client['get'] = async (url, headers = {}) =>
    checked(app, 'GET', url, await app.inject({ method: 'GET', url, headers: { ...own, ...headers } }))
  return {
    get,
    send,
    post: (url, body) => send('POST', url, body),
    approve: async (path, version) => send('POST', `${path}/approval`, { version, digest: await shownAt(get, path) }),
  }
}

/** What nobody was shown. */
export const noDigest = '0'.repeat(64)

/** The digest of what somebody is shown at an address. Decisions are shown in their list only. */
export async function shownAt(get: Client['get'], path: string): Promise<string> {
  const [, decision] = path.split('/api/decisions/')
  if (decision === undefined) return (await get(path)).body?.digest ?? noDigest
  const { body } = await get('/api/decisions')
  return body?.open?.find(({ id }: { id: string }) => id === decision)?.digest ?? noDigest
}
