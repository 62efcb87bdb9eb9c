import type { Text } from '@xushi/domain'
import { existsInCalendar } from './local-day.ts'
import { type Mistake, mistake, type Place } from './mistake.ts'
import { nearestWord } from './nearest-word.ts'
import type { KeyPath } from './yaml-file.ts'

/** The part of JSON Schema that the schemas of this package use; every schema of TypeBox is one. */
export type ShapeSchema = {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean'
  readonly properties?: Readonly<Record<string, ShapeSchema>>
  /** Schema of every value of a mapping whose keys are free. */
  readonly values?: ShapeSchema
  readonly required?: readonly string[] | undefined
  readonly items?: ShapeSchema
  readonly anyOf?: readonly ShapeSchema[]
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly format?: string
  readonly written?: Text
  readonly whenMissing?: Text
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly minItems?: number
  readonly description?: string
  readonly default?: string | number | boolean
}

type Places = (keys: KeyPath) => Place

/**
 * Every way in which a value does not have the shape of a schema.
 *
 * The walk is our own because a validator of JSON Schema ends after a few mistakes by default, and tells of a tagged union
 * what is wrong with each of its branches; authors need all mistakes, and of a union only those of the branch they named.
 * A key written as `null` counts as left out.
 */
export function* shapeMistakes(
  schema: ShapeSchema,
  value: unknown,
  place: Places,
  keys: KeyPath = [],
): Generator<Mistake> {
  const here = () => place(keys)
  if (schema.anyOf) return yield* unionMistakes(schema.anyOf, value, place, keys)
  if (schema.enum) {
    if (typeof value !== 'string')
      return yield mistake(here(), 'wrong-type', nameOf(keys), typeWords.string, found(value))
    if (!schema.enum.includes(value))
      yield mistake(here(), 'unknown-word', nameOf(keys), value, schema.enum, nearestWord(value, schema.enum))
    return
  }
  switch (schema.type) {
    case 'object':
      return yield* objectMistakes(schema, value, place, keys)
    case 'array':
      return yield* arrayMistakes(schema, value, place, keys)
    case 'string':
      return yield* stringMistakes(schema, value, here, keys)
    case 'number':
    case 'integer':
      return yield* numberMistakes(schema, value, here, keys)
    case 'boolean':
      if (typeof value !== 'boolean') yield mistake(here(), 'wrong-type', nameOf(keys), typeWords.boolean, found(value))
  }
}

function* unionMistakes(
  branches: readonly ShapeSchema[],
  value: unknown,
  place: Places,
  keys: KeyPath,
): Generator<Mistake> {
  if (!isMapping(value)) return yield mistake(place(keys), 'wrong-type', nameOf(keys), typeWords.object, found(value))

  const tagOf = (branch: ShapeSchema) => branch.properties?.is?.enum ?? []
  const tag = value.is
  if (tag === undefined || tag === null) return yield mistake(place(keys), 'missing-key', 'is', nameOf(keys))

  const named = branches.find((branch) => typeof tag === 'string' && tagOf(branch).includes(tag))
  if (named) return yield* shapeMistakes(named, value, place, keys)

  const tags = branches.flatMap(tagOf)
  yield mistake(place([...keys, 'is']), 'unknown-word', 'is', String(tag), tags, nearestWord(String(tag), tags))
}

function* objectMistakes(schema: ShapeSchema, value: unknown, place: Places, keys: KeyPath): Generator<Mistake> {
  if (!isMapping(value)) return yield mistake(place(keys), 'wrong-type', nameOf(keys), typeWords.object, found(value))

  const properties = schema.properties ?? {}
  for (const key of Object.keys(value)) {
    const property = properties[key] ?? schema.values
    const at = [...keys, key]
    if (property === undefined) yield mistake(place(at), 'unknown-key', key, nearestWord(key, Object.keys(properties)))
    else if (value[key] !== null) yield* shapeMistakes(property, value[key], place, at)
  }
  for (const key of schema.required ?? [])
    if (value[key] === undefined || value[key] === null)
      yield mistake(place(keys), 'missing-key', key, nameOf(keys), properties[key]?.whenMissing)
}

function* arrayMistakes(schema: ShapeSchema, value: unknown, place: Places, keys: KeyPath): Generator<Mistake> {
  if (!Array.isArray(value))
    return yield mistake(place(keys), 'wrong-type', nameOf(keys), typeWords.array, found(value))
  if (value.length < (schema.minItems ?? 0)) yield mistake(place(keys), 'empty', nameOf(keys))

  for (const [index, item] of value.entries()) yield* shapeMistakes(schema.items ?? {}, item, place, [...keys, index])
}

function* stringMistakes(schema: ShapeSchema, value: unknown, here: () => Place, keys: KeyPath): Generator<Mistake> {
  const name = nameOf(keys)
  if (typeof value !== 'string')
    yield mistake(here(), 'wrong-type', name, schema.written ?? typeWords.string, found(value))
  else if (schema.format === 'day' && !/^\d{4}-\d{2}-\d{2}$/.test(value))
    yield mistake(here(), 'wrong-form', name, value, dayWords)
  else if (schema.format === 'day' && !existsInCalendar(value)) yield mistake(here(), 'no-such-day', name, value)
  else if (schema.pattern && !new RegExp(schema.pattern).test(value))
    yield mistake(here(), 'wrong-form', name, value, schema.written ?? typeWords.string)
  else if (schema.minLength && value.trim().length < schema.minLength) yield mistake(here(), 'empty', name)
}

function* numberMistakes(schema: ShapeSchema, value: unknown, here: () => Place, keys: KeyPath): Generator<Mistake> {
  const whole = schema.type === 'integer'
  if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value)))
    yield mistake(here(), 'wrong-type', nameOf(keys), whole ? typeWords.integer : typeWords.number, found(value))
  else if (value < (schema.minimum ?? value))
    yield mistake(here(), 'below-minimum', nameOf(keys), value, schema.minimum ?? value)
  else if (value > (schema.maximum ?? value))
    yield mistake(here(), 'above-maximum', nameOf(keys), value, schema.maximum ?? value)
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `target.comparator.value`, `stages[2].dueOn`. */
function nameOf(keys: KeyPath): string {
  return keys.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`
    return name === '' ? key : `${name}.${key}`
  }, '')
}

const dayWords: Text = { zh: '日期，如 2020-12-31', en: 'a date such as 2020-12-31' }

const typeWords = {
  object: { zh: '一组“键: 值”', en: 'a mapping of keys and values' },
  array: { zh: '列表', en: 'a list' },
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
} as const satisfies Record<string, Text>

function found(value: unknown): Text {
  if (value === null || value === undefined) return { zh: '空', en: 'nothing' }
  if (Array.isArray(value)) return typeWords.array
  if (typeof value === 'object') return typeWords.object
  const shown = typeof value === 'string' ? value.replace(/\s+/g, ' ').slice(0, 40) : String(value)
  const type =
    typeof value === 'number'
      ? typeWords.number
      : typeof value === 'boolean'
        ? { zh: '是非值', en: 'the truth value' }
        : typeWords.string
  return { zh: `${type.zh}“${shown}”`, en: `${type.en} “${shown}”` }
}
