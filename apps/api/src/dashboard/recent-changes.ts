import type { Change, ChangeKind } from '@xushi/contract'
import { type Bound, type LocalDate, parsePeriod, shanghaiDate, type Text } from '@xushi/domain'
import {
  entryValues,
  figureMoves,
  figureMovesBetween,
  lastDaysOf,
  nation,
  type Reading,
  resolveKnownAt,
} from '@xushi/store'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { valueWire } from '../figures/figure.wire.ts'
import type { Times } from '../figures/times.ts'

/** How many events are looked at, and how many lines they make at most. */
const mostEvents = 300
const mostChanges = 24

type ChangesAsked = {
  readonly view: CatalogueView
  readonly programme: string
  readonly times: Times
  readonly maySeeEntries: boolean
}
type Move = Awaited<ReturnType<typeof figureMoves>>[number]

/** One event as a line would tell it alone. `value` in smallest units, `said` in the indicator's own; `speaksOn` is the day its figure speaks of. */
type Told = {
  readonly kind: ChangeKind
  readonly subject: string
  readonly period: string | null
  readonly region: string
  readonly speaksOn: LocalDate | null
  readonly value?: number | null
  readonly said?: number | null
  readonly bound?: Bound | undefined
  /** Id of the entry that is superseded. */
  readonly supersedes?: string | null
  readonly title?: string
  readonly part?: string
  readonly reason?: string | null
}

/** Figures anybody may see. */
const open: readonly ChangeKind[] = ['published', 'decision']

/**
 * What moved the figures of a programme lately, newest first, as known at the moment asked for; what speaks of days after the date
 * asked for is left out. Several of one kind, day, indicator and period make one line with their number.
 */
export async function recentChanges(
  reading: Reading,
  { view, programme, times, maySeeEntries }: ChangesAsked,
): Promise<Change[]> {
  const { own, told } = await toldOf(reading, await movesAround(reading, times), {
    view,
    programme,
    times,
    maySeeEntries,
  })
  const groups = Map.groupBy(told, ({ move, one }) =>
    [shanghaiDate(move.at), one.kind, one.subject, one.period, one.part].join(' '),
  )
  const shown = [...groups.values()].slice(0, mostChanges)
  const superseded = shown.flatMap((group) => (group.length === 1 ? (group[0]?.one.supersedes ?? []) : []))
  const before = await entryValues(reading, superseded)
  return shown.flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [changeWire(first.move, first.one, group.length, { view, own, before })]
  })
}

/** A change with the account that brought it about. */
export type ChangeBy = { readonly change: Change; readonly actor: string }

/** Every change after one ledger number and up to another, newest first, each by itself. None is left out. */
export async function changesBetween(
  reading: Reading,
  asked: ChangesAsked,
  between: { readonly after: number; readonly upTo: number },
): Promise<readonly ChangeBy[]> {
  const { own, told } = await toldOf(reading, await figureMovesBetween(reading, between), asked)
  const superseded = told.flatMap(({ one }) => one.supersedes ?? [])
  const before = await entryValues(reading, superseded)
  return told.map(({ move, one }) => ({
    change: changeWire(move, one, 1, { view: asked.view, own, before }),
    actor: move.actor,
  }))
}

/** What moves say of the figures of a programme up to the date asked for, for this reader. */
async function toldOf(
  reading: Reading,
  moves: readonly Move[],
  { view, programme, times, maySeeEntries }: ChangesAsked,
) {
  const own = new Map(view.indicatorsOf(programme).map((indicator) => [indicator.id, indicator]))
  const lastDays = await lastDaysBefore(reading, moves)
  const told = moves.flatMap((move) => {
    const one = tell(move, lastDays)
    if (one === null || (one.speaksOn !== null && one.speaksOn > times.on)) return []
    if (!maySeeEntries && !open.includes(one.kind)) return []
    return own.has(one.subject) || ofProgramme(one.subject, programme) ? [{ move, one }] : []
  })
  return { own, told }
}

/** Thresholds speak of the programme, readings of one of its numbers. */
const ofProgramme = (subject: string, programme: string) => subject.split('#')[0] === programme

/** The newest moves; where the page speaks of an earlier day, those up to that day besides, since later ones speak of later days. */
async function movesAround(reading: Reading, { on, knownSeq }: Times): Promise<readonly Move[]> {
  const newest = await figureMoves(reading, knownSeq, mostEvents)
  const until = await resolveKnownAt(reading.db, reading.t, on)
  const oldest = newest.at(-1)
  if (oldest === undefined || oldest.seq <= until) return newest
  return [...newest, ...(await figureMoves(reading, until, mostEvents))]
}

/** The last days that cases and choices had before what ended them, by the ids of the filings superseded. */
const lastDaysBefore = (reading: Reading, moves: readonly Move[]) => {
  const ended = moves.flatMap(({ action, after }) => {
    if (action !== 'case-approved' && action !== 'promotion-approved') return []
    const said = bodyOf(JSON.parse(after ?? 'null'))
    return text(said.validTo) === null ? [] : (text(said.supersedes) ?? [])
  })
  return lastDaysOf(reading, ended)
}

type Body = Readonly<Record<string, unknown>>
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const whole = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const bodyOf = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {})

/** What an event says of a figure; null where it moves none that a page tells of, such as a definition of the catalogue. */
function tell({ action, subjectId, after }: Move, lastDays: ReadonlyMap<string, LocalDate | null>): Told | null {
  const said = bodyOf(JSON.parse(after ?? 'null'))
  const filing = {
    subject: text(said.subject) ?? '',
    region: text(said.region) ?? nation,
    title: text(said.title) ?? '',
    reason: text(said.correctionReason),
    period: null,
  }
  const inside = bodyOf(said.body)
  const [validFrom, validTo] = [text(said.validFrom), text(said.validTo)]
  const supersedes = text(said.supersedes)
  // What carries the last day that it had already was corrected in something else.
  const leaves = supersedes !== null && validTo !== null && lastDays.get(supersedes) !== validTo
  switch (action) {
    case 'entry-approved':
      return entryTold(said)
    case 'entry-withdrawn':
      return { ...entryTold(said), kind: 'withdrawal' }
    case 'case-approved':
      // What follows from it is told by its own event.
      if (text(inside.mergedInto) !== null) return null
      if (leaves) return { ...filing, kind: 'exit', speaksOn: validTo }
      return validFrom === null ? null : { ...filing, kind: 'case', speaksOn: validFrom }
    case 'case-merged':
      return validFrom === null ? null : { ...filing, kind: 'merger', speaksOn: validFrom }
    case 'case-withdrawn':
    case 'promotion-withdrawn':
      return { ...filing, kind: 'withdrawal', speaksOn: validFrom }
    case 'promotion-approved':
      if (leaves) return { ...filing, kind: 'exit', speaksOn: validTo }
      return { ...filing, kind: 'promotion', speaksOn: validFrom }
    case 'register-confirmed':
      return {
        kind: 'confirmation',
        subject: text(said.register) ?? '',
        region: nation,
        period: text(said.period),
        speaksOn: text(said.endsOn),
      }
    case 'published-figure-approved':
      return {
        ...filing,
        kind: 'published',
        speaksOn: text(inside.on) ?? text(said.happenedOn),
        said: whole(inside.value),
        bound: (text(inside.bound) as Bound | null) ?? undefined,
      }
    case 'milestone-event-approved':
      return { ...filing, kind: 'milestone', speaksOn: text(inside.on), part: text(inside.kind) ?? '' }
    case 'decided':
      // The first values of the catalogue change nothing.
      if (said.origin === 'catalogue') return null
      return {
        kind: 'decision',
        subject: subjectId,
        region: nation,
        period: null,
        speaksOn: null,
        part: text(said.part) ?? '',
        reason: text(said.reason),
      }
    default:
      return null
  }
}

function entryTold(said: Body): Told {
  const supersedes = text(said.supersedes)
  const period = text(said.period)
  return {
    kind: supersedes === null ? 'entry' : 'correction',
    subject: text(said.indicator) ?? '',
    region: text(said.region) ?? nation,
    period,
    speaksOn: period === null ? null : (parsePeriod(period)?.endsOn ?? null),
    value: whole(said.value),
    supersedes,
    reason: text(said.correctionReason),
  }
}

type Known = {
  readonly view: CatalogueView
  readonly own: ReadonlyMap<string, Indicator>
  readonly before: ReadonlyMap<string, number | null>
}

function changeWire({ seq, at }: Move, one: Told, count: number, { view, own, before }: Known): Change {
  const indicator = own.get(one.subject) ?? null
  const single = count === 1
  const wire = (value: number | null | undefined) =>
    single && value != null && indicator !== null ? valueWire(value, indicator.decimals) : null
  const region: Text | null = single && one.region !== nation ? view.region(one.region).shortName : null
  return {
    seq,
    at,
    kind: one.kind,
    indicator:
      indicator === null
        ? null
        : {
            id: indicator.id,
            goal: indicator.goal,
            name: indicator.name,
            unit: indicator.unit,
            decimals: indicator.decimals,
          },
    count,
    period: one.period,
    region,
    value: single && one.said != null ? one.said : wire(one.value),
    bound: single ? (one.bound ?? null) : null,
    before: wire(before.get(one.supersedes ?? '')),
    title: single ? (one.title ?? null) : null,
    on: single ? one.speaksOn : null,
    part: one.part ?? null,
    reason: single ? (one.reason ?? null) : null,
  }
}
