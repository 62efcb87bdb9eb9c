import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ReportingUnit, Role } from '@xushi/domain'
import { type Actor, changeAccount, createAccount, type Store } from '@xushi/store'
import { initialPassword, passwordHash } from '../session/password.ts'

/** The unit of each role's demonstration account. */
const unitOfRole = {
  administrator: 'department-yunxing',
  'security-officer': 'department-yunxing',
  auditor: 'department-yunxing',
  'programme-manager': 'department-xinguan',
  recorder: 'department-wangan',
  approver: 'department-xinguan',
  'regional-recorder': 'communications-320000',
  'unit-reviewer': 'communications-440000',
  'regional-viewer': 'industry-330000',
} as const satisfies Readonly<Record<Role, string>>

/** The recorder of 江苏 works for both authorities of the province, as a person may. */
const otherUnitsOfRole: Readonly<Partial<Record<Role, readonly string[]>>> = {
  'regional-recorder': ['industry-320000'],
  'unit-reviewer': ['industry-440000'],
}

const nameOfRole: Readonly<Record<Role, string>> = {
  administrator: '孟安',
  'security-officer': '秦守',
  auditor: '邵明',
  'programme-manager': '李桥',
  recorder: '何录',
  approver: '陈审',
  'regional-recorder': '周舟',
  'unit-reviewer': '梁核',
  'regional-viewer': '沈观',
}
const familyNames = '赵钱孙吴郑王冯褚卫蒋韩杨朱许尤施张孔曹严华金魏陶姜谢邹喻柏水窦章'
const givenNames = '文平立青宁远东晨越然一鸣川渝桐序岚舒航朗颖扬帆可为思齐若水长清'

/** Who writes the history: an account per role, and a recorder for each other unit, disabled once it is written. */
export type DemonstrationCast = {
  readonly approver: Actor
  readonly recorder: Actor
  readonly programmeManager: Actor
  readonly unitReviewer: Actor
  readonly recorderOf: (unitId: string) => Promise<Actor>
  /** Writes the passwords down for the operator and closes the accounts that only wrote the history. */
  readonly finish: () => Promise<void>
}

const operator: Actor = { accountId: 'operator', unitId: null, origin: 'system' }

export async function demonstrationCast(
  store: Store,
  units: readonly ReportingUnit[],
  home: string,
): Promise<DemonstrationCast> {
  const credentials: Record<string, { username: string; password: string; region: string }> = {}
  const byRole = new Map<Role, Actor>()
  for (const [role, unitId] of Object.entries(unitOfRole) as [Role, string][]) {
    const password = initialPassword()
    const username = `demo-${role}`
    const account = await createAccount(store, operator, {
      username,
      displayName: nameOfRole[role],
      role,
      unitId,
      otherUnits: otherUnitsOfRole[role] ?? [],
      passwordHash: await passwordHash(password),
      mustChangePassword: false,
      demo: true,
    })
    byRole.set(role, { accountId: account.id, unitId, origin: 'demonstration' })
    credentials[role] = { username, password, region: units.find(({ id }) => id === unitId)?.region ?? '000000' }
  }
  const of = (role: Role): Actor => byRole.get(role) ?? operator
  const own = [unitOfRole['regional-recorder'], ...(otherUnitsOfRole['regional-recorder'] ?? [])]
  const recorders = new Map(own.map((unitId) => [unitId, Promise.resolve(of('regional-recorder'))]))
  const nobodysPassword = await passwordHash(initialPassword())

  const newRecorder = async (unitId: string, index: number): Promise<Actor> => {
    const account = await createAccount(store, operator, {
      username: `demo-${unitId}`,
      displayName: `${familyNames[index % familyNames.length]}${givenNames[(index * 7) % givenNames.length]}`,
      role: 'regional-recorder',
      unitId,
      passwordHash: nobodysPassword,
      mustChangePassword: false,
      demo: true,
    })
    return { accountId: account.id, unitId, origin: 'demonstration' }
  }

  return {
    approver: of('approver'),
    recorder: of('recorder'),
    programmeManager: of('programme-manager'),
    unitReviewer: of('unit-reviewer'),
    recorderOf: async (unitId) => {
      const unit = units.find(({ id }) => id === unitId)
      if (unit?.region === '000000') return of('recorder')
      const known = recorders.get(unitId)
      if (known !== undefined) return known
      const made = newRecorder(unitId, recorders.size)
      recorders.set(unitId, made)
      return made
    },
    finish: async () => {
      for (const [unitId, recorder] of recorders) {
        if (!own.includes(unitId)) {
          const { accountId } = await recorder
          await changeAccount(store, operator, accountId, 1, { disabled: true })
        }
      }
      writeFileSync(accountsFile(home), `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
    },
  }
}

/** Where the operator finds the passwords; it is there once the history is complete. */
export const accountsFile = (home: string): string => path.join(home, 'demo-accounts.json')
