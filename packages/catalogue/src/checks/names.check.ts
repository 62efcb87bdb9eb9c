import type { CatalogueRows } from '../catalogue-rows.ts'
import { type Mistake, mistake } from '../mistake.ts'
import type { LooseRow, Table } from '../rows.ts'

/** Names that stand twice: slugs and codes in the whole of `data/`, numbers and ids within their programme. */
export function* nameMistakes({ programmes, regions, units, years }: CatalogueRows): Generator<Mistake> {
  yield* usedTwice('year', [years])
  yield* usedTwice('code', [regions])
  yield* usedTwice('id', [units])
  yield* usedTwice(
    'id',
    programmes.map(({ indicators }) => indicators),
  )
  yield* usedTwice(
    'id',
    programmes.map(({ figures }) => figures),
  )

  for (const { folder, programme, aspects, measures, groups, ambiguities, indicators, registers } of programmes) {
    yield* usedTwice('id', [registers])
    yield* usedTwice('goal', [indicators])
    yield* usedTwice('id', [aspects])
    yield* usedTwice('number', [aspects])
    yield* usedTwice('id', [measures])
    yield* usedTwice('number', [measures])
    yield* usedTwice('id', [groups])
    yield* usedTwice('number', [ambiguities])

    const name = folder.slice(folder.lastIndexOf('/') + 1)
    for (const { value, place } of programme.sound)
      if (value.id !== name) yield mistake(place('id'), 'folder-name', value.id, name)
  }
}

function* usedTwice(key: string, tables: readonly Table<unknown>[]): Generator<Mistake> {
  const first = new Map<string, LooseRow>()
  for (const row of tables.flatMap(({ all }): readonly LooseRow[] => all)) {
    const name = row.value[key]
    if (typeof name !== 'string' && typeof name !== 'number') continue
    const before = first.get(String(name))
    if (before) yield mistake(row.place(key), 'used-twice', key, String(name), before.place(key))
    else first.set(String(name), row)
  }
}
