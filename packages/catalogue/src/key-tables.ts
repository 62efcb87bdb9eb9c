import { isText, rowSchemas } from './json-schema.ts'
import { changeFrom } from './schema/values.schema.ts'
import type { ShapeSchema } from './shape.ts'

/** One line of a table of keys: the path of a key inside its row, whether it may be left out, its values, its meaning. */
export type KeyLine = {
  readonly key: string
  readonly optional: boolean
  readonly values: string
  readonly meaning: string
}

const changeKeys = changeFrom({ description: 'The part as it stood before; left out where there was none' })

/** The tables of keys for each kind of row, as Markdown. The keys of `change` are told once, by themselves. */
export function keyTables(): string {
  const sections = [...rowSchemas, { files: 'The keys of `change`', schema: changeKeys }]
  return sections
    .map(({ files, schema }) => {
      const rows = keyLines(schema).map(
        ({ key, optional, values, meaning }) => `| \`${key}\` | ${optional ? '' : 'yes'} | ${values} | ${meaning} |`,
      )
      return [`### ${files}`, '', '| key | needed | value | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')
    })
    .join('\n\n')
}

/** Every key of a row, with the keys inside it. */
export function keyLines(schema: ShapeSchema, before = ''): readonly KeyLine[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const key = `${before}${name}`
    const optional = !schema.required?.includes(name)
    const line = { key, optional, values: valuesOf(property), meaning: property.description ?? '' }
    if (name === 'change' || isText(property)) return [line]

    const inside = [property, ...(property.anyOf ?? [])].flatMap((branch) => keyLines(branch, `${key}.`))
    return [line, ...mergedByKey(inside), ...keyLines(property.items ?? {}, `${key}[].`)]
  })
}

/** Branches of a union share keys: what equal keys tell is told together. */
function mergedByKey(lines: readonly KeyLine[]): readonly KeyLine[] {
  const merged = new Map<string, KeyLine>()
  const both = (one: string, other: string) => (one === other ? one : `${one}; ${other}`)
  for (const line of lines) {
    const { values, meaning } = merged.get(line.key) ?? line
    merged.set(line.key, { ...line, values: both(values, line.values), meaning: both(meaning, line.meaning) })
  }
  return [...merged.values()]
}

const typeNames = {
  object: 'keys',
  array: 'list',
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: '`true` `false`',
}

function valuesOf(schema: ShapeSchema): string {
  if (isText(schema)) return 'text: `zh`, `en`'
  if (schema.enum) return schema.enum.map((word) => `\`${word}\``).join(' ')
  if (schema.anyOf) return 'one of, by `is`'
  if (schema.type === 'array') return `list of ${valuesOf(schema.items ?? {})}`
  if (schema.format === 'day') return 'date'
  if (schema.written) return schema.written.en
  const byDefault = schema.default === undefined ? '' : `, ${schema.default} when left out`
  return `${schema.type ? typeNames[schema.type] : 'as the part'}${byDefault}`
}
