import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { secretHash } from './accounts.ts'
import { createFirstAdministrator, findSession, openFirstAdministrator, openSession, touchSession } from './index.ts'

const far = '2099-01-01T00:00:00.000Z'
const at = (time: string) => `2020-03-20T${time}:00.000Z`

describe.each(engines)('a visit, on %s', (engine) => {
  let room: StoreRoom
  let id: string
  beforeEach(async () => {
    room = await openRoom(engine)
    const secret = (await openFirstAdministrator(room.store, far)) ?? ''
    const person = { username: 'li', displayName: '李', unitId: 'u', passwordHash: 'argon2id-hash' }
    id = (await createFirstAdministrator(room.store, '127.0.0.1', secret, person)).id
  })
  afterEach(() => room.close())

  const signIn = (time: string) => {
    room.set(at(time))
    return openSession(room.store, id, far)
  }
  const use = (token: string, time: string) => {
    room.set(at(time))
    return touchSession(room.store, secretHash(token))
  }
  const lastVisit = async (token: string) =>
    (await room.store.read((reading) => findSession(reading, token, at('02:00'), at('00:00'))))?.lastVisitAt

  it('has none before the first one, however often somebody signs in during it', async () => {
    expect(await lastVisit(await signIn('01:00'))).toBeNull()
    expect(await lastVisit(await signIn('01:01'))).toBeNull()
  })

  it('follows the one that ended when its person was last seen, not when they signed in', async () => {
    await use(await signIn('01:00'), '01:20')
    expect(await lastVisit(await signIn('05:00'))).toBe(at('01:20'))
  })

  it('goes on when one signs out and in again, or in from a second place', async () => {
    await signIn('01:00')
    const first = await signIn('05:00')
    await use(first, '05:25')
    expect(await lastVisit(await signIn('05:26'))).toBe(at('01:00'))
    expect(await lastVisit(await signIn('05:50'))).toBe(at('01:00'))
  })

  it.each([
    { after: '01:30', before: null },
    { after: '01:31', before: at('01:00') },
  ])('is over after more than half an hour of absence: $after', async ({ after, before }) => {
    await signIn('01:00')
    expect(await lastVisit(await signIn(after))).toBe(before)
  })
})
