import type { ProgrammeRows } from '../catalogue-rows.ts'
import { type Mistake, mistake } from '../mistake.ts'
import { nearestWord } from '../nearest-word.ts'
import type { Row } from '../rows.ts'
import type { RegisterRow } from '../schema/register.schema.ts'

/** Registers of what is not counted, counted goals without one, and names inside a register that lead nowhere. */
export function* registerMistakes({ registers, indicators }: ProgrammeRows): Generator<Mistake> {
  const kinds = new Map(indicators.sound.map(({ value }) => [value.id, value.kind]))
  const named = new Set(registers.all.map(({ value }) => value.id))
  for (const { value, place } of indicators.sound)
    if (value.kind === 'counted' && !named.has(value.id))
      yield mistake(place('kind'), 'counted-without-register', value.id)
  for (const row of registers.sound) {
    const kind = kinds.get(row.value.id)
    if (kind !== undefined && kind !== 'counted')
      yield mistake(row.place('id'), 'register-of-uncounted', row.value.id, kind)
    yield* insideMistakes(row)
  }
}

function* insideMistakes({ value, place }: Row<RegisterRow>): Generator<Mistake> {
  for (const list of ['fields', 'stages'] as const) {
    const seen = new Set<string>()
    for (const [index, { id }] of value[list].entries()) {
      if (seen.has(id)) yield mistake(place(list, index, 'id'), 'named-twice-inside', list, id)
      seen.add(id)
    }
  }
  for (const [index, { id, kind, choices }] of value.fields.entries())
    if ((kind === 'choice') !== (choices !== undefined && choices.length > 0))
      yield mistake(place('fields', index), 'choice-without-values', id)

  const rounds = new Set<string>()
  for (const [index, { id }] of (value.rounds ?? []).entries()) {
    if (rounds.has(id)) yield mistake(place('rounds', index, 'id'), 'named-twice-inside', 'rounds', id)
    rounds.add(id)
  }
  if (value.round !== undefined && rounds.size > 0 && !rounds.has(value.round))
    yield mistake(place('round'), 'not-in-register', 'round', value.round, nearestWord(value.round, rounds))

  const stages = value.stages.map(({ id }) => id)
  if (stages.includes(value.leavesAt) && stages.indexOf(value.leavesAt) <= stages.indexOf(value.countsFrom))
    yield mistake(place('leavesAt'), 'leaves-before-it-counts', value.leavesAt, value.countsFrom)
  const fields = value.fields.map(({ id }) => id)
  const names = { countsFrom: stages, leavesAt: stages, uniqueBy: fields, distinctBy: fields }
  for (const [key, known] of Object.entries(names) as [keyof typeof names, readonly string[]][]) {
    const name = value[key]
    if (name !== undefined && !known.includes(name))
      yield mistake(place(key), 'not-in-register', key, name, nearestWord(name, new Set(known)))
  }
}
