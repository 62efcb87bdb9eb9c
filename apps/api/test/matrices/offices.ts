import * as contract from '@xushi/contract'
import { openSession } from '@xushi/store'
import { act, attempt, type Matrix, type Thing } from '../matrix.ts'
import type { Someone, WholeApp } from '../whole-app.ts'
import { managers } from './review-law.ts'

/*
 * What has no review: periods, confirmations of registers, accounts, sessions, schedules. Each is one office's business.
 */
const blank = (said: object): Thing => ({ id: '', version: 0, said })

// A month that no other matrix records in.
const period = { programme: 'miit-2020-8', period: '2021-01', reason: '月报已印发' }
const exception = {
  indicator: 'identifier-registrations',
  unit: 'communications-440000',
  period: '2021-01',
  untilOn: '2021-03-01',
  reason: '系统割接',
}
const periodMoves = {
  closing: { route: contract.closePeriod, body: () => period },
  reopening: { route: contract.reopenPeriod, body: () => period },
  exception: { route: contract.grantException, body: () => exception },
} as const

/** Brought into a state; that it is in it already is no mistake. */
const periodIn = (move: 'closing' | 'reopening') => async (whole: WholeApp) => {
  await attempt(whole, 'programme-manager', periodMoves[move], blank({}))
  return blank({})
}

const periodMatrix: Matrix = {
  noun: 'a period',
  moves: periodMoves,
  rows: [
    { is: 'open', make: periodIn('reopening'), allowed: { closing: managers, exception: managers } },
    { is: 'closed', make: periodIn('closing'), allowed: { reopening: managers, exception: managers } },
  ],
}

let confirmed = 0
const nextList = () => ({
  period: `2020-${String((confirmed++ % 10) + 3).padStart(2, '0')}`,
  unit: 'industry-320000',
})
const confirmation = {
  route: contract.confirmRegister,
  params: () => ({ register: 'leading-enterprise-cases' }),
  body: ({ said }: Thing) => said,
} as const

const confirmationMatrix: Matrix = {
  noun: 'the list of a unit',
  moves: { confirmation },
  rows: [
    {
      is: 'not confirmed',
      make: async () => blank(nextList()),
      allowed: { confirmation: ['industry-recorder', 'recorder'] },
    },
    {
      is: 'confirmed',
      make: (whole) => act(whole, 'industry-recorder', confirmation, blank(nextList())),
      allowed: {},
    },
  ],
}

let accounts = 0
const nextAccount = () => ({
  username: `somebody-${accounts++}`,
  displayName: '何人',
  role: 'regional-viewer',
  unit: 'communications-320000',
})
const userMoves = {
  creation: {
    route: contract.createUser,
    body: ({ said }: Thing) => said,
  },
  list: { route: contract.listUsers },
  change: { route: contract.changeUser, body: ({ version }: Thing) => ({ version, role: 'approver' }) },
  disabling: { route: contract.changeUser, body: ({ version }: Thing) => ({ version, disabled: true }) },
  'password-reset': { route: contract.resetPassword, body: ({ version }: Thing) => ({ version }) },
} as const
const administrator: readonly Someone[] = ['administrator']

async function account(whole: WholeApp): Promise<Thing> {
  const { body } = await attempt(whole, 'administrator', userMoves.creation, blank(nextAccount()))
  return { ...blank({}), ...body.user }
}

const ofAccount = {
  list: ['administrator', 'security-officer', 'auditor'] as const,
  change: administrator,
  disabling: administrator,
  'password-reset': administrator,
}
const accountTries = Object.keys(ofAccount)

const userMatrix: Matrix = {
  noun: 'an account',
  moves: userMoves,
  rows: [
    {
      is: 'not there yet',
      make: async () => blank(nextAccount()),
      tries: ['creation'],
      allowed: { creation: administrator },
    },
    { is: 'in use', make: account, tries: accountTries, allowed: ofAccount },
    {
      is: 'disabled',
      make: async (whole) => act(whole, 'administrator', userMoves.disabling, await account(whole)),
      tries: accountTries,
      allowed: ofAccount,
    },
  ],
}

const owner = 'regional-recorder'

/** Another session of somebody, by the name its owner knows it by. */
async function session(whole: WholeApp): Promise<Thing> {
  const ids = async (): Promise<string[]> => {
    const { body } = await whole.as(owner).get('/api/sessions')
    return body.sessions.map(({ id }: { id: string }) => id)
  }
  const before = await ids()
  await openSession(whole.store, whole.idOf(owner), '2099-01-01T00:00:00.000Z')
  const id = (await ids()).find((one) => !before.includes(one)) ?? ''
  return { id, version: 0, said: {} }
}

const sessionMatrix: Matrix = {
  noun: 'a session',
  moves: { end: { route: contract.endSession } },
  rows: [{ is: 'of somebody', make: session, allowed: { end: [owner] }, seenBy: [owner] }],
}

const displayMoves = {
  list: { route: contract.listDisplays },
  creation: {
    route: contract.createDisplay,
    body: () => ({ name: '大厅', programme: 'miit-2020-8', days: 30 }),
  },
  revocation: { route: contract.revokeDisplay },
} as const

async function display(whole: WholeApp): Promise<Thing> {
  const { body } = await attempt(whole, 'programme-manager', displayMoves.creation, blank({}))
  return { ...blank({}), id: body.display.id }
}

const displayMatrix: Matrix = {
  noun: 'a display token',
  moves: displayMoves,
  rows: [
    {
      is: 'not there yet',
      make: async () => blank({}),
      tries: ['creation', 'list'],
      allowed: { creation: managers, list: managers },
    },
    { is: 'in force', make: display, tries: ['revocation'], allowed: { revocation: managers } },
  ],
}

const scheduleMoves = {
  list: { route: contract.listReportSchedules },
  creation: {
    route: contract.createReportSchedule,
    body: () => ({
      ...{ programme: 'miit-2020-8', kind: 'one-page', language: 'zh' },
      ...{ regions: ['000000'], day: 28, recipients: ['approver'] },
    }),
  },
  change: { route: contract.changeReportSchedule, body: ({ version }: Thing) => ({ version, state: 'paused' }) },
  deletion: { route: contract.deleteReportSchedule, query: ({ version }: Thing) => ({ version }) },
} as const

const scheduleMatrix: Matrix = {
  noun: 'a schedule of reports',
  moves: scheduleMoves,
  rows: [
    {
      is: 'not there yet',
      make: async () => blank({}),
      tries: ['creation', 'list'],
      allowed: { creation: managers, list: managers },
    },
    {
      is: 'in force',
      make: (whole) => act(whole, 'programme-manager', scheduleMoves.creation, blank({})),
      tries: ['change', 'deletion'],
      allowed: { change: managers, deletion: managers },
    },
  ],
}

const reminderMatrix: Matrix = {
  noun: 'the reminders of a programme',
  moves: {
    switch: { route: contract.switchReminders, body: () => ({ programme: 'miit-2020-8', active: true }) },
  },
  rows: [{ is: 'not switched', make: async () => blank({}), allowed: { switch: managers } }],
}

const securityMatrix: Matrix = {
  noun: 'the log of sign-ins',
  moves: { reading: { route: contract.listSecurityEvents } },
  rows: [
    { is: 'kept', make: async () => blank({}), allowed: { reading: ['administrator', 'security-officer', 'auditor'] } },
  ],
}

export const officeMatrices: readonly Matrix[] = [
  periodMatrix,
  confirmationMatrix,
  userMatrix,
  sessionMatrix,
  securityMatrix,
  displayMatrix,
  scheduleMatrix,
  reminderMatrix,
]
