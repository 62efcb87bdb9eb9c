import { addDays, DomainError, isLocalDate, type LocalDate, monthOf, parsePeriod, type ReportKind } from '@xushi/domain'
import type { ReportRequest } from '@xushi/report'
import { ledgerHead, nation, resolveKnownAt } from '@xushi/store'
import { type Sources, todayOf, viewIn } from '../catalogue/catalogue-now.ts'

/** What somebody asks a report for; all but programme, kind and language has a default. */
export type ReportAsked = {
  readonly programme: string
  readonly kind: ReportKind
  readonly language: ReportRequest['language']
  readonly region?: string | undefined
  readonly parts?: readonly string[] | undefined
  readonly on?: string | undefined
  readonly knownAt?: string | undefined
  readonly comparedOn?: string | undefined
  readonly comparedKnownAt?: string | undefined
}

/**
 * A request in which nothing is left open. Without a date the report speaks of today, but never of a day after the programme's last due
 * date; without a moment it knows all that the ledger holds now. It compares with the day before its period began, and where only a
 * moment of knowing was given, with the same day as known then.
 *
 * @throws DomainError unknown-programme, unknown-region, unknown-indicator, unknown-date, unknown-moment, report-needs-region,
 *   report-needs-indicator, report-after-today, report-compared-later
 */
export function reportRequest(sources: Sources, asked: ReportAsked): Promise<ReportRequest> {
  return sources.store.read(async (reading) => {
    const { db, t } = reading
    const view = await viewIn(reading, sources)
    const programme = view.programme(asked.programme)
    const region = asked.region ?? nation
    if (region !== nation) view.region(region)
    const parts = [...new Set(asked.parts ?? [])].sort()
    const measures = new Set(programme.measures.flatMap(({ id, aspect }) => [id, aspect]))
    for (const part of parts) if (!measures.has(part)) view.indicator(part)

    checkScope(asked.kind, region, parts, new Set(view.indicatorsOf(programme.id).map(({ id }) => id)))
    const today = todayOf(sources)
    const on = dayOf(asked.on) ?? earlier(today, programme.lastDueOn)
    if (on > today) throw new DomainError('report-after-today', { on, today })
    const known = async (moment: string | undefined, otherwise: number) =>
      moment === undefined ? otherwise : resolveKnownAt(db, t, moment)
    const knownAt = await known(asked.knownAt, (await ledgerHead(db, t)).seq)
    const period = periodOf(asked.kind, on)
    const comparedSeq = await known(asked.comparedKnownAt, knownAt)
    const comparedOn = dayOf(asked.comparedOn) ?? (comparedSeq === knownAt ? addDays(period.startsOn, -1) : on)
    if (comparedOn > on) throw new DomainError('report-compared-later', { compared: comparedOn, on })
    return {
      programme: programme.id,
      kind: asked.kind,
      language: asked.language,
      region,
      parts,
      period: period.code,
      on,
      knownAt,
      comparedWith: { on: comparedOn, knownAt: comparedSeq },
    }
  })
}

/** 地区报告 is of a region, 专项 of a single indicator. */
function checkScope(kind: ReportKind, region: string, parts: readonly string[], indicators: ReadonlySet<string>): void {
  if (kind === 'regional' && region === nation) throw new DomainError('report-needs-region')
  const isOfOne = parts.length === 1 && parts.every((part) => indicators.has(part))
  if (kind === 'special' && !isOfOne) throw new DomainError('report-needs-indicator')
}

const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b)

function dayOf(on: string | undefined): LocalDate | null {
  if (on === undefined) return null
  if (!isLocalDate(on)) throw new DomainError('unknown-date', { value: on })
  return on
}

/** The month, quarter or year that the day lies in, by the kind of the report. */
function periodOf(kind: ReportKind, on: LocalDate) {
  const [year = '', month = ''] = on.split('-')
  const codes: Partial<Record<ReportKind, string>> = {
    quarterly: `${year}-Q${Math.ceil(Number(month) / 3)}`,
    annual: year,
  }
  return parsePeriod(codes[kind] ?? '') ?? monthOf(on)
}
