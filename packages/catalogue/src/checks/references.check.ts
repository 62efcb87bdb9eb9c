import type { Text } from '@xushi/domain'
import type { CatalogueRows, ProgrammeRows } from '../catalogue-rows.ts'
import { type Mistake, mistake, type Place } from '../mistake.ts'
import { nearestWord } from '../nearest-word.ts'
import type { Table } from '../rows.ts'
import { unitKinds } from '../schema/region.schema.ts'

type Names = { readonly what: Text; readonly known: ReadonlySet<string> }

/** Names that lead nowhere: of regions, units, measures, aspects, groups, goals, indicators and ambiguities. */
export function* referenceMistakes(rows: CatalogueRows): Generator<Mistake> {
  const regions = names({ zh: '地区', en: 'region' }, 'code', [rows.regions])
  const units = names({ zh: '填报单位', en: 'reporting unit' }, 'id', [rows.units])
  const indicators = names(
    { zh: '指标', en: 'indicator' },
    'id',
    rows.programmes.map((programme) => programme.indicators),
  )

  for (const { value, place } of rows.regions.sound)
    yield* unknown(() => place('parent'), 'parent', value.parent, regions)
  for (const { value, place } of rows.units.sound) {
    yield* unknown(() => place('region'), 'region', value.region, regions)
    yield* unknown(() => place('parent'), 'parent', value.parent, units)
  }
  const reporters = {
    what: { zh: '填报单位或单位类别', en: 'reporting unit or kind of unit' },
    known: new Set([...unitKinds, ...units.known]),
  }
  for (const programme of rows.programmes) yield* referencesOf(programme, { regions, indicators, reporters })
}

type Everywhere = { readonly regions: Names; readonly indicators: Names; readonly reporters: Names }

function* referencesOf(programme: ProgrammeRows, { regions, indicators, reporters }: Everywhere): Generator<Mistake> {
  const aspects = names({ zh: '方面', en: 'aspect' }, 'id', [programme.aspects])
  const measures = names({ zh: '举措', en: 'measure' }, 'id', [programme.measures])
  const groups = names({ zh: '组', en: 'group' }, 'id', [programme.groups])
  const goals = names({ zh: '目标', en: 'goal' }, 'goal', [programme.indicators])
  const ambiguities = names({ zh: '口径', en: 'ambiguity' }, 'number', [programme.ambiguities])

  for (const { value, place } of programme.measures.sound)
    yield* unknown(() => place('aspect'), 'aspect', value.aspect, aspects)
  for (const { value, place } of programme.groups.sound)
    for (const [index, member] of value.members.entries())
      yield* unknown(() => place('members', index), 'members', member, indicators)
  for (const { value, place } of programme.ambiguities.sound)
    for (const [index, goal] of value.goals.entries()) yield* unknown(() => place('goals', index), 'goals', goal, goals)

  for (const { value, place } of programme.indicators.sound) {
    yield* unknown(() => place('measure'), 'measure', value.measure, measures)
    const lists = { groups, chosenFrom: indicators, ambiguities }
    for (const [key, known] of Object.entries(lists) as [keyof typeof lists, Names][])
      for (const [index, name] of (value[key] ?? []).entries())
        yield* unknown(() => place(key, index), key, String(name), known)
    for (const [index, rule] of (value.rules ?? []).entries())
      for (const [which, name] of ('of' in rule ? rule.of : []).entries())
        yield* unknown(() => place('rules', index, 'of', which), 'rules.of', name, indicators)
    for (const level of ['region', 'nation'] as const)
      for (const [index, name] of (value.reportedBy?.[level] ?? []).entries())
        yield* unknown(() => place('reportedBy', level, index), `reportedBy.${level}`, name, reporters)
  }
  for (const { value, place } of programme.registers.sound) {
    yield* unknown(() => place('id'), 'id', value.id, indicators)
  }
  for (const { value, place } of programme.figures.sound) {
    yield* unknown(() => place('goal'), 'goal', value.goal, goals)
    yield* unknown(() => place('region'), 'region', value.region, regions)
  }
}

function names(what: Text, key: string, tables: readonly Table<unknown>[]): Names {
  return { what, known: new Set(tables.flatMap(({ all }) => all.map(({ value }) => String(value[key])))) }
}

function* unknown(
  place: () => Place,
  key: string,
  name: string | undefined,
  { what, known }: Names,
): Generator<Mistake> {
  if (name !== undefined && !known.has(name))
    yield mistake(place(), 'unknown-reference', key, name, what, nearestWord(name, known))
}
