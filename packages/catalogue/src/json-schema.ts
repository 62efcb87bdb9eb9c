import { CalendarYearRow } from './schema/calendar.schema.ts'
import { IndicatorRow } from './schema/indicator.schema.ts'
import { AmbiguityRow, AspectRow, GroupRow, MeasureRow, ProgrammeRow } from './schema/programme.schema.ts'
import { PublishedFigureRow } from './schema/published-figure.schema.ts'
import { RegionRow, UnitRow } from './schema/region.schema.ts'
import { RegisterRow } from './schema/register.schema.ts'
import { Text } from './schema/values.schema.ts'
import type { ShapeSchema } from './shape.ts'

/** The schema of one row, by the files that hold such rows; programme.yaml is one row as a whole. */
export const rowSchemas: readonly { readonly name: string; readonly files: string; readonly schema: object }[] = [
  { name: 'programme', files: 'programme.yaml', schema: ProgrammeRow },
  { name: 'aspects', files: 'aspects.yaml', schema: AspectRow },
  { name: 'measures', files: 'measures.yaml', schema: MeasureRow },
  { name: 'indicators', files: 'targets.yaml, milestones.yaml, context.yaml', schema: IndicatorRow },
  { name: 'groups', files: 'groups.yaml', schema: GroupRow },
  { name: 'ambiguities', files: 'ambiguities.yaml', schema: AmbiguityRow },
  { name: 'published-figures', files: 'published-figures.yaml', schema: PublishedFigureRow },
  { name: 'registers', files: 'registers.yaml', schema: RegisterRow },
  { name: 'holidays', files: 'holidays.yaml', schema: CalendarYearRow },
  { name: 'regions', files: 'regions.yaml, prefectures.yaml', schema: RegionRow },
  { name: 'units', files: 'units.yaml', schema: UnitRow },
]

/**
 * The schemas of all files as one JSON Schema (2020-12), each under `$defs` by its name, for editors that complete and check
 * YAML while it is written. It knows shapes only; the check knows the rest.
 */
export function catalogueJsonSchema(): object {
  const files = rowSchemas.map(({ name, files, schema }) => {
    const row = published(schema)
    return [name, name === 'programme' ? row : { type: 'array', items: row, description: files }]
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: { text: published(Text('A text in both languages'), false), ...Object.fromEntries(files) },
  }
}

/** Whether a schema is that of a text in two languages. */
export function isText({ properties = {} }: ShapeSchema): boolean {
  return Object.keys(properties).join() === 'zh,en'
}

/** Without what only the check reads; a key that may be left out may also be null; the text in two languages by reference. */
function published(schema: ShapeSchema, refer = true): object {
  const { written: _, whenMissing: __, format, properties, items, anyOf, required = [], ...rest } = schema
  if (refer && isText(schema)) return { $ref: '#/$defs/text', description: schema.description }

  return {
    ...rest,
    ...(format ? { format: format === 'day' ? 'date' : format } : {}),
    ...(items ? { items: published(items) } : {}),
    ...(anyOf ? { anyOf: anyOf.map((branch) => published(branch)) } : {}),
    ...(properties ? { required, properties: publishedProperties(properties, required) } : {}),
  }
}

function publishedProperties(properties: NonNullable<ShapeSchema['properties']>, required: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(properties).map(([key, property]) => [
      key,
      required.includes(key) ? published(property) : { anyOf: [published(property), { type: 'null' }] },
    ]),
  )
}
