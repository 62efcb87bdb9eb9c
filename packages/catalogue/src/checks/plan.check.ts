import type { LocalDate } from '@xushi/domain'
import type { ProgrammeRows } from '../catalogue-rows.ts'
import { type Mistake, mistake, type Place } from '../mistake.ts'
import type { Row } from '../rows.ts'
import type { IndicatorRow } from '../schema/indicator.schema.ts'
import type { ProgrammeRow } from '../schema/programme.schema.ts'

/** Due dates and plans that cannot be: due before the start, points out of order or outside start and due date. */
export function* planMistakes({ programme, indicators }: ProgrammeRows): Generator<Mistake> {
  const document = programme.sound[0]?.value
  for (const row of indicators.sound) {
    const { due } = row.value
    if (due && !due.stated && due.reason === undefined) yield mistake(row.place('due'), 'inferred-without-reason')
    if (document === undefined) continue
    yield* dueMistakes(row, document)
    yield* lineMistakes(row, planStart(row.value, document))
    yield* stageMistakes(row, document)
  }
}

/** The plan runs from the later of baseline and document. */
function planStart({ baseline }: IndicatorRow, { publishedOn }: ProgrammeRow): LocalDate {
  return baseline && baseline.on > publishedOn ? baseline.on : publishedOn
}

function* dueMistakes({ value, place }: Row<IndicatorRow>, document: ProgrammeRow): Generator<Mistake> {
  if (value.due === undefined) return
  const start = planStart(value, document)
  const { on } = value.due
  if (on <= start) yield mistake(place('due', 'on'), 'due-before-start', on, start)
  if (on > document.lastDueOn) yield mistake(place('due', 'on'), 'due-after-programme', on, document.lastDueOn)
}

function* lineMistakes({ value, place }: Row<IndicatorRow>, start: LocalDate): Generator<Mistake> {
  if (value.plan?.is !== 'milestones') return
  const points = value.plan.points.map(({ on }, index) => ({ on, place: place('plan', 'points', index, 'on') }))
  yield* outOfOrder(points, (on, before) => on <= before)
  for (const point of points)
    if (point.on <= start || point.on > (value.due?.on ?? point.on))
      yield mistake(point.place, 'plan-outside', point.on, start, value.due?.on)
}

function* stageMistakes({ value, place }: Row<IndicatorRow>, { publishedOn }: ProgrammeRow): Generator<Mistake> {
  if (value.plan?.is !== 'stages') return
  const { stages } = value.plan
  const seen = new Map<string, Place>()
  for (const [index, { id }] of stages.entries()) {
    const here = place('plan', 'stages', index, 'id')
    const before = seen.get(id)
    if (before) yield mistake(here, 'used-twice', 'id', id, before)
    else seen.set(id, here)
  }
  for (const key of ['dueOn', 'reachedOn'] as const) {
    const dated = stages.flatMap(({ [key]: on }, index) =>
      on === undefined ? [] : [{ on, place: place('plan', 'stages', index, key) }],
    )
    yield* outOfOrder(dated, (on, before) => on < before)
    const last = key === 'dueOn' ? value.due?.on : undefined
    for (const stage of dated)
      if (stage.on < publishedOn || stage.on > (last ?? stage.on))
        yield mistake(stage.place, 'plan-outside', stage.on, publishedOn, last)
  }
}

type Dated = { readonly on: LocalDate; readonly place: Place }

function* outOfOrder(
  dated: readonly Dated[],
  isWrong: (on: LocalDate, before: LocalDate) => boolean,
): Generator<Mistake> {
  for (const [index, { on, place }] of dated.entries()) {
    const before = dated[index - 1]?.on
    if (before !== undefined && isWrong(on, before)) yield mistake(place, 'plan-out-of-order', on, before)
  }
}
