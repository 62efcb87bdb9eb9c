import type { CatalogueRows } from '../catalogue-rows.ts'
import { type Mistake, mistake } from '../mistake.ts'
import type { Row } from '../rows.ts'

/** Regions and units that cannot be: without their parent, in a circle, or valid to a day before the first. */
export function* regionMistakes({ regions, units }: CatalogueRows): Generator<Mistake> {
  const levelOf = new Map(regions.sound.map(({ value }) => [value.code, value.level]))
  for (const { value, place } of regions.sound) {
    const { code, level, parent, name, validFrom, validTo } = value
    if (validFrom !== undefined && validTo !== undefined && validTo < validFrom)
      yield mistake(place('validTo'), 'valid-to-before-from', validTo, validFrom)
    if (parent === undefined && level !== 'nation') yield mistake(place(), 'region-without-parent', level)
    const parentLevel = levelOf.get(parent ?? code)
    if (level === 'city-with-separate-plan' && parent !== undefined && parentLevel && parentLevel !== 'province')
      yield mistake(place('parent'), 'separate-plan-outside-province', name.zh)
  }
  yield* circles(regions.sound.map((row) => ({ ...row, name: row.value.code, parent: row.value.parent })))

  for (const { value, place } of units.sound)
    if (levelOf.get(value.region) === 'city-with-separate-plan' && value.parent === undefined)
      yield mistake(place(), 'separate-plan-outside-province', value.name.zh)
  yield* circles(units.sound.map((row) => ({ ...row, name: row.value.id, parent: row.value.parent })))
}

type Child = Pick<Row<unknown>, 'place'> & { readonly name: string; readonly parent: string | undefined }

/** Each circle of parents once, at its member that stands first. */
function* circles(children: readonly Child[]): Generator<Mistake> {
  const parentOf = new Map(children.map(({ name, parent }) => [name, parent]))
  const told = new Set<string>()
  for (const { name, place } of children) {
    const chain = [name]
    for (let above = parentOf.get(name); above !== undefined; above = parentOf.get(above)) {
      chain.push(above)
      if (above === name || chain.indexOf(above) < chain.length - 1) break
    }
    if (chain.length === 1 || chain.at(-1) !== name || told.has(name)) continue
    for (const member of chain) told.add(member)
    yield mistake(place('parent'), 'cycle', chain)
  }
}
