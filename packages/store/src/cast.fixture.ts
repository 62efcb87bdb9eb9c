import type { Catalogue, IndicatorDefinition } from '@xushi/domain'
import { type Actor, bringUpToDate, type Cell, createAccount, type Store } from './index.ts'

/** The named cast of the store's tests: two recorders, a unit reviewer and an approver. */
export type Cast = { readonly zhou: Actor; readonly wu: Actor; readonly liang: Actor; readonly chen: Actor }

const operator: Actor = { accountId: 'operator', unitId: null, origin: 'system' }

export async function castOf(store: Store): Promise<Cast> {
  const person = async (username: string, role: 'recorder' | 'approver' | 'unit-reviewer'): Promise<Actor> => {
    const account = await createAccount(store, operator, {
      username,
      displayName: username,
      role,
      unitId: 'communications-320000',
      passwordHash: `$argon2id$secret-of-${username}`,
      mustChangePassword: false,
    })
    return { accountId: account.id, unitId: account.unitId, origin: '127.0.0.1' }
  }
  return {
    zhou: await person('zhou', 'recorder'),
    wu: await person('wu', 'recorder'),
    liang: await person('liang', 'unit-reviewer'),
    chen: await person('chen', 'approver'),
  }
}

const text = (word: string) => ({ zh: word, en: word })

const definition = (
  id: string,
  kind: 'measured' | 'yes-no',
  time: 'sum' | 'last',
): IndicatorDefinition & { programme: string } => ({
  programme: 'notice',
  id,
  goal: id === 'flow' ? 'T01' : id === 'stock' ? 'T02' : 'T03',
  role: 'target',
  measure: 'm1',
  name: text(id),
  clause: { question: 1, quote: id },
  kind,
  unit: text('个'),
  decimals: 0,
  direction: 'rising',
  typed: { region: time === 'sum' ? 'period' : 'atEnd', nation: null },
  aggregation: { time, regions: 'sum' },
  reportingLevel: 'province',
  sourceOfRecord: 'regions',
  opening: null,
  target: { comparator: { is: 'at-least', value: 100 }, basis: 'level', perRegion: false, assumed: false },
  promise: null,
  baseline: { value: 0, on: '2020-03-20', precision: 'day', source: text('test') },
  due: { on: '2020-12-31', stated: true },
  modality: 'must',
  plan: { is: 'straight' },
  responsible: text('部'),
  reportedBy: { region: ['communications-administration'], nation: [] },
  groups: [],
  calendar: { region: null, nation: null, deadlineDay: null },
  rules: [],
  chosenFrom: [],
  ambiguities: [],
  notes: null,
})

/** A small catalogue: one flow, one stock, one flag. */
export const catalogue: Catalogue = {
  digest: 'a'.repeat(64),
  programmes: [
    {
      id: 'notice',
      name: text('通知'),
      shortName: text('通知'),
      documentNumber: '1号',
      publishedOn: '2020-03-20',
      lastDueOn: '2020-12-31',
      firstPeriod: '2020-03',
      thresholds: { onSchedule: 1, slightlyBehind: 0.8, author: text('a'), reason: text('b') },
      calendar: { every: 'month', deadlineDay: 15, mergeJanuaryFebruary: false },
      completeness: 1,
      lagCauses: [],
      aspects: [],
      measures: [],
      groups: [],
      ambiguities: [],
    },
  ],
  indicators: [
    definition('flow', 'measured', 'sum'),
    definition('stock', 'measured', 'last'),
    definition('flag', 'yes-no', 'last'),
  ],
  publishedFigures: [],
  regions: [],
  units: [],
  registers: [],
  years: [],
  changes: [],
}

export const takeUp = (store: Store) => bringUpToDate(store, catalogue)

export const cell = (indicatorId: string, region: string, month: string): Cell => ({
  programme: 'notice',
  indicatorId,
  region,
  unitId: `communications-${region}`,
  period: `2020-${month}`,
  startsOn: `2020-${month}-01`,
  endsOn: `2020-${month}-28`,
})
