import { createHash } from 'node:crypto'
import { canonicalJson } from '@xushi/domain'
import { engines, openRoom, type StoreRoom } from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, cell, takeUp } from './cast.fixture.ts'
import {
  changeAccount,
  createFirstAdministrator,
  draftEntry,
  ledgerHead,
  ledgerLines,
  noteFailedSignIn,
  openFirstAdministrator,
  openSession,
  setPassword,
} from './index.ts'

const later = '2020-03-20T13:00:00.000Z'

describe.each(engines)('the export of the ledger on %s', (engine) => {
  let room: StoreRoom
  let lines: readonly string[]
  const secrets: string[] = []

  const everyLine = async (pageSize?: number) => {
    const all: string[] = []
    for await (const page of ledgerLines(room.store, pageSize)) all.push(...page)
    return all
  }

  beforeAll(async () => {
    room = await openRoom(engine)
    const { store } = room
    const secret = (await openFirstAdministrator(store, later)) ?? ''
    const administrator = await createFirstAdministrator(store, '127.0.0.1', secret, {
      username: 'li',
      displayName: '李',
      unitId: 'u',
      passwordHash: 'first-hash',
    })
    await takeUp(store)
    const { zhou } = await castOf(store)
    await draftEntry(store, zhou, cell('flow', '320000', '04'), { value: 5, note: '' })
    const kept = await openSession(store, zhou.accountId, later)
    await setPassword(store, zhou, zhou.accountId, { hash: 'second-hash', mustChange: false })
    await setPassword(store, zhou, zhou.accountId, { hash: 'third-hash', mustChange: true })
    await changeAccount(store, zhou, zhou.accountId, 3, { role: 'approver', disabled: true })
    await noteFailedSignIn(store, { origin: '127.0.0.1', username: 'typed-password', what: 'wrong-credentials' })
    const hash = (text: string) => createHash('sha256').update(text).digest('hex')
    secrets.push(secret, kept, hash(secret), hash(kept), administrator.passwordHash, 'second-hash', 'third-hash')
    secrets.push('secret-of-', 'typed-password')
    lines = await everyLine()
  })
  afterAll(() => room.close())

  it('has every event, whatever the size of its pages', async () => {
    const { seq } = await room.store.read(({ db, t }) => ledgerHead(db, t))
    expect(lines).toHaveLength(seq)
    for (const pageSize of [1, 7, seq, seq + 1]) expect(await everyLine(pageSize)).toEqual(lines)
  })

  it('can be checked without the store', async () => {
    const head = await room.store.read(({ db, t }) => ledgerHead(db, t))
    let previous = ''
    for (const line of lines) {
      const { hash, ...event } = JSON.parse(line)
      expect(line).toBe(canonicalJson({ ...event, hash }))
      expect(event.previousHash).toBe(previous)
      expect(createHash('sha256').update(canonicalJson(event)).digest('hex')).toBe(hash)
      previous = hash
    }
    expect(previous).toBe(head.hash)
  })

  it('has no credential in it', () => {
    const all = lines.join('\n')
    expect(all).toContain('"action":"password-changed"')
    for (const secret of secrets) expect(all).not.toContain(secret)
    expect(all).not.toMatch(/password_?hash|token_?hash|argon2/i)
  })
})
