import type { RouteContract } from '@xushi/contract'
import { reachOf } from '@xushi/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matrices } from '../../test/matrices/all.ts'
import { attempt, everybody, isDone, type Matrix } from '../../test/matrix.ts'
import { stored } from '../../test/stored.ts'
import { cast, type WholeApp, wholeApp } from '../../test/whole-app.ts'
import { contracts } from '../contracts.ts'

/** What somebody might try to set besides what a request is for. */
const surplus = {
  id: 'mine',
  version: 1,
  role: 'administrator',
  unit: 'department-xinguan',
  unitId: 'department-xinguan',
  state: 'approved',
  status: 'approved',
  recorder: 'somebody',
  createdBy: 'somebody',
  approverId: 'somebody',
  approvedSeq: 1,
  demo: true,
}

type Schema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
}
/** A schema of a contract, to be looked into: TypeBox gives plain JSON Schema. */
const schemaOf = (schema: object): Schema => schema

const within = ({ properties = {}, anyOf = [], items, patternProperties = {} }: Schema): readonly Schema[] => [
  ...Object.values(properties),
  ...Object.values(patternProperties),
  ...anyOf,
  ...(items === undefined ? [] : [items]),
]
const open = (schema: Schema): readonly Schema[] => {
  const isOpen =
    schema.type === 'object' && schema.additionalProperties !== false && schema.patternProperties === undefined
  return [...(isOpen ? [schema] : []), ...within(schema).flatMap(open)]
}
const namesIn = ({ properties = {}, anyOf = [] }: Schema): readonly string[] => [
  ...Object.keys(properties),
  ...anyOf.flatMap(namesIn),
]

let whole: WholeApp
beforeAll(async () => {
  whole = await wholeApp()
})
afterAll(() => whole.close())

describe('every route', () => {
  it.each(contracts)('$schema.operationId takes closed objects only, in its address, query and body', ({ schema }) => {
    const { params, querystring, body } = schema
    const taken = [params, querystring, body].filter((part) => part !== undefined)
    expect(taken.map(schemaOf).flatMap(open)).toEqual([])
  })

  const asking = contracts.filter(({ schema }) => schema.querystring !== undefined)
  it.each(asking)('$schema.operationId refuses what is asked twice', async (route) => {
    const before = await stored(whole)
    for (const name of namesIn(schemaOf(route.schema.querystring ?? {}))) {
      for (const query of [`${name}=1&${name}=2`, `${name}[]=1`, `${name}[a]=1`]) {
        const answer = await ask(route, query)
        expect([query, answer.status, answer.body.type]).toEqual([query, 400, 'urn:xushi:problem:invalid-request'])
      }
    }
    expect(await stored(whole)).toEqual(before)
  })
})

function ask(route: RouteContract, query: string) {
  const { method, permission } = route
  const who = everybody.find((one) => permission === 'public' || reachOf(cast[one].role, permission) !== null)
  if (who === undefined) throw new Error(`nobody may ${permission}`)
  const url = `${route.url.replaceAll(/:[a-z]+/gi, 'secondary-nodes')}?${query}`
  return method === 'GET' ? whole.as(who).get(url) : whole.as(who).send(method, url)
}

/** Each move with a body, once, on the first row on which somebody may make it. */
const writes = matrices.flatMap((matrix: Matrix) =>
  Object.entries(matrix.moves).flatMap(([name, move]) => {
    const row = matrix.rows.find(({ allowed }) => (allowed[name]?.length ?? 0) > 0)
    const who = row?.allowed[name]?.[0]
    const { body } = move.route.schema
    return body === undefined || row === undefined || who === undefined
      ? []
      : [{ noun: matrix.noun, name, move, row, who, body }]
  }),
)

describe.each(writes)('$name of $noun', ({ move, row, who, body }) => {
  it('sets nothing but what it is for: refused with any other field, done without', async () => {
    const thing = await row.make(whole)
    const before = await stored(whole)
    const own = namesIn(schemaOf(body))
    for (const [field, value] of Object.entries(surplus).filter(([one]) => !own.includes(one))) {
      const answer = await attempt(whole, who, move, thing, { [field]: value })
      expect([field, answer.status]).toEqual([field, 400])
      expect(answer.body.errors).toContainEqual({ pointer: `/${field}`, detail: expect.any(String) })
    }
    expect(await stored(whole)).toEqual(before)
    const answer = await attempt(whole, who, move, thing)
    expect([answer.status, isDone(move, answer)], answer.text).toEqual([answer.status, true])
  })
})
