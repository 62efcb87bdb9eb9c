import { permissionTable, type Role, roles } from '@xushi/domain'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listening } from '../../test/listening.ts'
import { type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { contracts } from '../contracts.ts'
import { permissionPlugin } from './permission.ts'

/** One person for each role. */
const personOf: Readonly<Record<Role, Someone>> = {
  administrator: 'administrator',
  'security-officer': 'security-officer',
  auditor: 'auditor',
  'programme-manager': 'programme-manager',
  recorder: 'recorder',
  approver: 'approver',
  'regional-recorder': 'regional-recorder',
  'unit-reviewer': 'unit-reviewer',
  'regional-viewer': 'regional-viewer',
}

const addressOf = (url: string) =>
  url.replace(':programme', 'miit-2020-8').replace(':indicator', 'secondary-nodes').replace(':id', 'nothing')

let whole: WholeApp
beforeAll(async () => {
  whole = await wholeApp()
})
afterAll(() => whole.close())

describe('the routes', () => {
  it('are all in the contract, and the contract is all in the routes', () => {
    expect(contracts.length).toBeGreaterThan(30)
    for (const { method, url } of contracts) expect([url, whole.app.hasRoute({ method, url })]).toEqual([url, true])
  })

  it('stop the start when one of them names no permission', async () => {
    const app = fastify()
    app.decorateRequest('person', null)
    app.decorateRequest('display', null)
    await app.register(permissionPlugin)
    app.get('/forgotten', () => 'open')
    await expect(app.ready()).rejects.toThrow('GET /forgotten names no permission')
    await app.close()
  })
})

// Signing out ends the session that the other rows use; it has a test of its own.
describe.each(contracts.filter(({ schema }) => schema.operationId !== 'signOut'))(
  '$schema.operationId: $method $url ($permission)',
  ({ method, url, permission }) => {
    const ask = async (who: Someone | null) => {
      // A stream does not end; its status is all there is to see.
      if (url === '/api/events' && who !== null) {
        const { status, leave } = await listening(whole.app, whole.cookieOf(who))
        leave()
        return { status, body: null }
      }
      const client = who === null ? whole.nobody : whole.as(who)
      // An empty body passes the guard and is refused behind it, so nothing is ever done here.
      return method === 'GET'
        ? client.get(addressOf(url))
        : client.send(method, addressOf(url), method === 'DELETE' ? undefined : {})
    }

    it('asks nobody to sign in if it is public, and everybody else', async () => {
      const { status, body } = await ask(null)
      if (permission === 'public') expect([401, 403]).not.toContain(status)
      else expect([status, body.type]).toEqual([401, 'urn:xushi:problem:sign-in-required'])
    })

    it.each(roles)('opens to %s exactly as the permission table says', async (role) => {
      const { status, body } = await ask(personOf[role])
      const allowed = permission === 'public' || permissionTable[role][permission] !== undefined
      const guarded = status === 403 && body?.type === 'urn:xushi:problem:forbidden'
      expect([role, !guarded]).toEqual([role, allowed])
      expect(status).toBeLessThan(500)
    })

    it('does not know other verbs', async () => {
      const taken = new Set(contracts.filter((other) => other.url === url).map((other) => other.method))
      for (const verb of ['POST', 'PATCH', 'DELETE', 'PUT'] as const) {
        if (verb !== 'PUT' && taken.has(verb)) continue
        const { status, headers } = await whole.as('approver').send(verb, addressOf(url), { a: 1 })
        expect([verb, status]).toEqual([verb, 405])
        expect(String(headers.allow).split(', ')).toEqual(expect.arrayContaining([...taken]))
      }
    })
  },
)

describe('an address', () => {
  it.each([
    '/api/users/',
    '//api/users',
    '/api//users',
    '/API/users',
    '/api/Users',
    '/api/%75sers',
    '/api%2fusers',
    '/x/../api/users',
    '/api/./users',
    '/api/users%2f',
    '/api/users%00',
    '/api/users;a=b',
    '/api/users%252f',
    '/api\\users',
  ])('written as %s opens no door', async (url) => {
    const { status, text } = await whole.as('regional-viewer').get(url)
    expect([400, 403, 404, 405]).toContain(status)
    expect(text).not.toContain('"users":[')
  })
})

describe('a draft of one region', () => {
  it('cannot be seen, changed or moved by another one', async () => {
    const { body } = await whole
      .as('regional-recorder')
      .post('/api/indicators/identifier-registrations/progress-entries', {
        region: '320000',
        period: '2020-12',
        value: 1,
      })
    const path = `/api/progress-entries/${body.id}`
    const other = whole.as('zhejiang-recorder')
    const answers = [
      await other.get(path),
      await other.send('PATCH', path, { version: 1, value: 2 }),
      await other.send('DELETE', path),
      ...(await Promise.all(
        ['submission', 'correction', 'withdrawal'].map((move) =>
          other.post(`${path}/${move}`, { version: 1, reason: 'x' }),
        ),
      )),
      await whole.as('unit-reviewer').approve(`${path}`, 1),
      await whole.as('unit-reviewer').post(`${path}/return`, { version: 1, reason: 'x' }),
    ]
    const absent = await other.get('/api/progress-entries/nothing')
    for (const answer of answers) {
      expect([answer.status, answer.body.type, answer.body.detail]).toEqual([404, absent.body.type, absent.body.detail])
    }
    const list = await other.get('/api/progress-entries?region=320000')
    expect(list.body).toMatchObject({ entries: [], total: 0 })
    const csv = await other.get('/api/exports/progress-entries?format=csv')
    expect(csv.text).not.toContain(body.id)
    expect((await whole.as('regional-recorder').get(path)).body.entry).toMatchObject({
      version: 1,
      value: 1,
      state: 'draft',
    })
  })
})
