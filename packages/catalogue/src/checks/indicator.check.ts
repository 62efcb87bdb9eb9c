import { type ProgrammeRows, roleOf } from '../catalogue-rows.ts'
import { type Mistake, mistake } from '../mistake.ts'
import type { Row } from '../rows.ts'
import type { IndicatorRow } from '../schema/indicator.schema.ts'

const letterOfRole = { target: 'T', milestone: 'M', context: 'B' } as const
const nobodyTypes = ['counted', 'milestone', 'qualitative', 'reference']

/** What contradicts itself in what an indicator is: clause, role, kind, what is typed, how it is aggregated. */
export function* indicatorMistakes({ indicators }: ProgrammeRows): Generator<Mistake> {
  for (const row of indicators.sound) {
    yield* clauseMistakes(row)
    yield* roleMistakes(row)
    yield* typedMistakes(row)
    yield* aggregationMistakes(row)
  }
}

function* clauseMistakes({ value, place, quotedOnOneLine }: Row<IndicatorRow>): Generator<Mistake> {
  if (value.clause.quote.trim() === '') yield mistake(place('clause', 'quote'), 'quote-empty')
  else if (value.clause.quote.includes('\n') || !quotedOnOneLine('clause', 'quote'))
    yield mistake(place('clause', 'quote'), 'quote-not-on-one-line')
  const { quote, sentence } = value.clause
  if (sentence !== undefined && !sentence.includes(quote))
    yield mistake(place('clause', 'sentence'), 'sentence-without-quote')
}

function* roleMistakes(row: Row<IndicatorRow>): Generator<Mistake> {
  const { value, place, file } = row
  const role = roleOf(row)
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (value.role !== undefined && value.role !== role) yield mistake(place('role'), 'role-of-file', role, name)
  if (!value.goal.startsWith(letterOfRole[role])) yield mistake(place('goal'), 'role-of-goal', value.goal, role)
  if (role === 'context' && value.target) yield mistake(place('target'), 'context-with-target')
}

function* typedMistakes({ value, place }: Row<IndicatorRow>): Generator<Mistake> {
  const { kind, typed, aggregation, reportedBy } = value
  const levels = (['region', 'nation'] as const).filter((level) => typed?.[level] !== undefined)
  if (kind === 'measured' && levels.length === 0) yield mistake(place(), 'measured-untyped')
  if (levels.length === 0) return

  if (nobodyTypes.includes(kind)) yield mistake(place('typed'), 'typed-where-nobody-types', kind)
  if (isMeanOrRatio(value)) yield mistake(place('typed'), 'typed-mean')
  for (const level of levels) {
    const what = typed?.[level]
    if (!reportedBy?.[level]?.length) yield mistake(place('typed', level), 'typed-without-reporter', level)
    if (what === 'period' && aggregation.time !== 'sum')
      yield mistake(place('aggregation', 'time'), 'period-not-summed', aggregation.time)
    const isRunning = what === 'yearToDate' || what === 'sinceStart'
    if (level === 'region' && isRunning && aggregation.time === 'sum')
      yield mistake(place('typed', 'region'), 'running-total-summed', what)
    if (what === 'atEnd' && aggregation.time === 'sum') yield mistake(place('aggregation', 'time'), 'stock-summed')
  }
}

function* aggregationMistakes({ value, place }: Row<IndicatorRow>): Generator<Mistake> {
  const { aggregation, sourceOfRecord, kind } = value
  for (const axis of ['time', 'regions'] as const)
    if (aggregation[axis] === 'sum' && isMeanOrRatio(value))
      yield mistake(place('aggregation', axis), 'sum-of-mean', axis)
  if (sourceOfRecord === 'register' && kind !== 'counted')
    yield mistake(place('sourceOfRecord'), 'register-not-counted', kind)
}

/** A mean over either axis, or a unit that is a share or one thing per another (%, ‰, 台/平台, 平均..., per platform). */
function isMeanOrRatio({ unit, aggregation }: IndicatorRow): boolean {
  if (aggregation.regions === 'weighted-mean' || aggregation.time === 'mean') return true
  return /[%％‰/／]|百分点|^每|平均/.test(unit.zh) || /%|\bper\b/.test(unit.en)
}
