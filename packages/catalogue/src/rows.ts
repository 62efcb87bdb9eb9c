import { type Mistake, mistake, type Place } from './mistake.ts'
import { isMapping, type ShapeSchema, shapeMistakes } from './shape.ts'
import type { KeyPath, YamlFile } from './yaml-file.ts'

/** A row of a file: its value, and where each of its keys stands. */
export type Row<Value> = {
  readonly value: Value
  readonly file: string
  readonly place: (...keys: KeyPath) => Place
  readonly quotedOnOneLine: (...keys: KeyPath) => boolean
}

/** A row that may lack keys or have wrong ones; used for names alone. */
export type LooseRow = Row<Readonly<Record<string, unknown>>>

/**
 * The rows of one kind. `sound` ones have the shape of the schema and are checked further; `all` ones lend their names, so
 * that a row with a mistake of its own does not make every reference to it a mistake too.
 */
export type Table<Value> = { readonly sound: readonly Row<Value>[]; readonly all: readonly LooseRow[] }

export const emptyTable = { sound: [], all: [] } as const satisfies Table<never>

/** Two tables as one, for rows of one kind that stand in several files. */
export function joined<Value>(tables: readonly Table<Value>[]): Table<Value> {
  return { sound: tables.flatMap(({ sound }) => sound), all: tables.flatMap(({ all }) => all) }
}

/** Reads the list in a file; each row is checked on its own. */
export function tableOf<Value>(file: YamlFile, schema: object, mistakes: Mistake[]): Table<Value> {
  if (file.value === undefined || file.value === null) return emptyTable
  if (!Array.isArray(file.value)) {
    mistakes.push(mistake(file.place([]), 'not-a-list'))
    return emptyTable
  }
  return joined(file.value.map((value, index) => rowOf<Value>(file, value, schema, [index], mistakes)))
}

/** Reads the one mapping that is the whole of a file. */
export function singleRowOf<Value>(file: YamlFile, schema: object, mistakes: Mistake[]): Table<Value> {
  return file.value === undefined ? emptyTable : rowOf<Value>(file, file.value, schema, [], mistakes)
}

function rowOf<Value>(file: YamlFile, value: unknown, schema: object, at: KeyPath, mistakes: Mistake[]): Table<Value> {
  const place = (...keys: KeyPath) => file.place([...at, ...keys])
  const found = [...shapeMistakes(schema as ShapeSchema, value, (keys) => place(...keys))]
  mistakes.push(...found)
  if (!isMapping(value)) return emptyTable

  const row = { file: file.path, place, quotedOnOneLine: (...keys: KeyPath) => file.quotedOnOneLine([...at, ...keys]) }
  const loose = { ...row, value }
  // The shape was just checked against the schema that `Value` is the static type of.
  return { all: [loose], sound: found.length === 0 ? [{ ...row, value: withoutNulls(value) as Value }] : [] }
}

/** A key written as `null` is a key left out. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNulls(inner)]])),
  )
}
