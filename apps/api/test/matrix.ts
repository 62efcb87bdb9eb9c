import type { RouteContract } from '@xushi/contract'
import { reachOf } from '@xushi/domain'
import { expect } from 'vitest'
import type { Answer } from './answer.ts'
import { stored } from './stored.ts'
import { cast, type Someone, type WholeApp } from './whole-app.ts'

/** What a matrix makes and tries its moves on. */
export type Thing = {
  readonly id: string
  readonly version: number
  /** What it is, or would be, recorded with. */
  readonly said: object
}

/** One request of the contract, as it is made for a thing. */
export type Move = {
  readonly route: RouteContract
  /** The parts of the address; the id of the thing where nothing is said. */
  readonly params?: (thing: Thing) => Readonly<Record<string, string>>
  readonly query?: (thing: Thing) => Readonly<Record<string, string | number>>
  readonly body?: (thing: Thing) => object
  /** For a request that takes more than a thing to make; `more` goes into its body. */
  readonly send?: (whole: WholeApp, who: Someone, thing: Thing, more: object) => Promise<Answer>
  /** It changes nothing, though it is no GET: the thing is the same afterwards. */
  readonly reads?: true
  /** Whether it was done, where the status does not say so. */
  readonly done?: (answer: Answer) => boolean
}

/** A thing in one state, and who may do what with it. Whom no move names may not make it. */
export type Row = {
  readonly is: string
  readonly make: (whole: WholeApp) => Promise<Thing>
  /** The moves that make sense here at all; all of the matrix where nothing is said. */
  readonly tries?: readonly string[]
  readonly allowed: Readonly<Record<string, readonly Someone[]>>
  /** Who may know that it is there; everybody else is answered as if it were not. Left out where it is no secret. */
  readonly seenBy?: readonly Someone[]
}

export type Matrix = {
  readonly noun: string
  readonly moves: Readonly<Record<string, Move>>
  readonly rows: readonly Row[]
  /** The moves that an answer offers the person who asks, and which of them it can offer. */
  readonly offered?: {
    readonly by: string
    readonly moves: readonly string[]
    readonly in: (answer: Answer, thing: Thing) => readonly string[]
  }
}

export const everybody = Object.keys(cast) as Someone[]

/**
 * Tries every move with every person on one row. What is refused changes nothing and is no fault, and a stranger is answered as if
 * nothing were there; what is allowed succeeds; what is offered is what is allowed.
 */
export async function walk(whole: WholeApp, matrix: Matrix, row: Row): Promise<void> {
  const moves = Object.entries(matrix.moves).filter(([name]) => row.tries?.includes(name) ?? true)
  const thing = await row.make(whole)
  const before = await stored(whole)
  for (const [name, move] of moves) {
    const others = everybody.filter((who) => !row.allowed[name]?.includes(who) && isFirst(whole, matrix, name, who))
    await Promise.all(others.map((who) => refused(whole, who, { matrix, row, name, move, thing })))
  }
  expect(await stored(whole), 'something was refused and yet done').toEqual(before)
  let left: Thing | null = thing
  for (const [name, move] of moves) {
    for (const who of row.allowed[name] ?? []) {
      left ??= await row.make(whole)
      const answer = await attempt(whole, who, move, left)
      expect([who, name, isDone(move, answer)], answer.text).toEqual([who, name, true])
      if (matrix.offered?.by === name) {
        const expected = matrix.offered.moves.filter((one) => row.allowed[one]?.includes(who))
        expect([who, ...[...matrix.offered.in(answer, left)].sort()]).toEqual([who, ...expected.toSorted()])
      }
      if (move.route.method !== 'GET' && move.reads === undefined) left = null
    }
  }
}

const turnedAway = new WeakMap<WholeApp, Set<string>>()

/**
 * Whom the guard turns away at the door it turns away whatever lies behind, before anything is read: that is tried on one row of each
 * kind, and by every role on every route in permission.test.ts. Everybody else is tried on every row.
 */
function isFirst(whole: WholeApp, { noun, moves }: Matrix, name: string, who: Someone): boolean {
  const permission = moves[name]?.route.permission ?? 'public'
  if (permission === 'public' || reachOf(cast[who].role, permission) !== null) return true
  const known = turnedAway.get(whole) ?? new Set<string>()
  turnedAway.set(whole, known)
  const key = `${noun} ${name} ${who}`
  const first = !known.has(key)
  known.add(key)
  return first
}

type Trial = {
  readonly matrix: Matrix
  readonly row: Row
  readonly name: string
  readonly move: Move
  readonly thing: Thing
}

async function refused(whole: WholeApp, who: Someone, { matrix, row, name, move, thing }: Trial): Promise<void> {
  const answer = await attempt(whole, who, move, thing)
  expect([who, name, isDone(move, answer), answer.status >= 500], answer.text).toEqual([who, name, false, false])
  if (row.seenBy === undefined || row.seenBy.includes(who)) return
  const absent = await absence(whole, `${matrix.noun} ${name} ${who}`, () =>
    attempt(whole, who, move, { ...thing, id: nothing }),
  )
  expect([who, name, ...told(answer, thing.id)]).toEqual([who, name, ...told(absent, nothing)])
}

const absences = new WeakMap<WholeApp, Map<string, Promise<Answer>>>()

/** What somebody is answered about what is not there: the same whenever it is asked. */
function absence(whole: WholeApp, key: string, ask: () => Promise<Answer>): Promise<Answer> {
  const known = absences.get(whole) ?? new Map<string, Promise<Answer>>()
  absences.set(whole, known)
  const answer = known.get(key) ?? ask()
  known.set(key, answer)
  return answer
}

const nothing = 'nothing-has-this-id'
export const isDone = (move: Move, answer: Answer) =>
  move.done?.(answer) ?? (answer.status >= 200 && answer.status < 300)
const told = ({ status, text }: Answer, id: string) => [status, text.replaceAll(id, '(id)')]

/** Makes a move as somebody. */
export function attempt(whole: WholeApp, who: Someone, move: Move, thing: Thing, more: object = {}): Promise<Answer> {
  if (move.send !== undefined) return move.send(whole, who, thing, more)
  const url = addressOf(move, thing)
  const client = whole.as(who)
  if (move.route.method === 'GET') return client.get(url)
  const body = move.body?.(thing)
  return client.send(move.route.method, url, body === undefined ? undefined : { ...body, ...more })
}

/** Makes a move that must succeed, and tells the thing as it is afterwards. */
export async function act(whole: WholeApp, who: Someone, move: Move, thing: Thing, more: object = {}): Promise<Thing> {
  const answer = await attempt(whole, who, move, thing, more)
  if (!isDone(move, answer)) throw new Error(`${who} ${move.route.schema.operationId}: ${answer.text}`)
  return { ...thing, id: answer.body.id, version: answer.body.version }
}

function addressOf({ route, params, query }: Move, thing: Thing): string {
  const parts = params?.(thing) ?? { id: thing.id }
  const path = route.url.replaceAll(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(parts[name] ?? ''))
  const asked = new URLSearchParams(
    Object.entries(query?.(thing) ?? {}).map(([key, value]) => [key, String(value)] as [string, string]),
  )
  return asked.size === 0 ? path : `${path}?${asked}`
}
