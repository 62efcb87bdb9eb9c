import type { DatePrecision } from '@xushi/domain'
import type { ProgrammeRows } from '../catalogue-rows.ts'
import { type Mistake, mistake } from '../mistake.ts'

/** What contradicts itself in a programme's own settings, its groups and its published figures. */
export function* programmeMistakes(rows: ProgrammeRows): Generator<Mistake> {
  for (const { value, place } of rows.programme.sound) {
    const { onSchedule, slightlyBehind } = value.thresholds
    if (!(onSchedule > slightlyBehind && slightlyBehind > 0))
      yield mistake(place('thresholds'), 'thresholds-out-of-order', onSchedule, slightlyBehind)
    if (!(value.completeness > 0 && value.completeness <= 1))
      yield mistake(place('completeness'), 'completeness-outside', value.completeness)
    if (value.lastDueOn < value.publishedOn)
      yield mistake(place('lastDueOn'), 'last-due-before-publication', value.lastDueOn, value.publishedOn)
  }
  yield* groupMistakes(rows)
  yield* readingMistakes(rows)
  for (const { value, place } of rows.figures.sound) {
    const { on, publishedOn = on, precision = 'day' } = value
    if (isBefore(publishedOn, on, precision))
      yield mistake(place('publishedOn'), 'published-before-its-day', publishedOn, on)
  }
}

/** A group lists its members and each member names the group: both sides are read, so both must say the same. */
function* groupMistakes({ groups, indicators }: ProgrammeRows): Generator<Mistake> {
  const groupsOf = new Map(indicators.sound.map(({ value }) => [value.id, value.groups ?? []]))
  for (const { value, place } of groups.sound)
    for (const [index, member] of value.members.entries())
      if (groupsOf.get(member)?.includes(value.id) === false)
        yield mistake(place('members', index), 'group-without-member', value.id, member)

  const membersOf = new Map(groups.sound.map(({ value }) => [value.id, value.members]))
  for (const { value, place } of indicators.sound)
    for (const [index, group] of (value.groups ?? []).entries())
      if (membersOf.get(group)?.includes(value.id) === false)
        yield mistake(place('groups', index), 'member-not-in-group', value.id, group)
}

/** An alternative says something else than the reading and the other alternatives, and touches goals of its ambiguity. */
function* readingMistakes({ ambiguities }: ProgrammeRows): Generator<Mistake> {
  for (const { value, place } of ambiguities.sound) {
    const said = [value.reading.zh]
    for (const [index, { reading, effects }] of (value.alternatives ?? []).entries()) {
      if (said.includes(reading.zh))
        yield mistake(place('alternatives', index), 'reading-twice', value.number, reading.zh)
      said.push(reading.zh)
      for (const [which, { goal }] of effects.entries())
        if (!value.goals.includes(goal))
          yield mistake(place('alternatives', index, 'effects', which), 'effect-outside', value.number, goal)
    }
  }
}

/** A figure of a month may be said before that month's last day, one of a year within that year. */
function isBefore(publishedOn: string, on: string, precision: DatePrecision): boolean {
  const exact = { day: 10, month: 7, year: 4, about: 0 }[precision]
  return publishedOn.slice(0, exact) < on.slice(0, exact)
}
