import { DomainError, type LocalDate, type ReportingUnit, reachOf } from '@xushi/domain'
import {
  correctFiling,
  countedFilings,
  draftFiling,
  editFiling,
  type FilingContent,
  type FilingKind,
  type FilingRow,
  filingsOfThread,
  nation,
  type Reading,
} from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { provinceOf } from '../figures/register-count.ts'
import { actionsOf } from '../filings/filing-actions.ts'
import { type FilingParts, filingService } from '../filings/filings.service.ts'
import { checkRecorder, maySee, reaches } from '../progress-entries/entry-rights.ts'
import type { Asking } from '../progress-entries/progress-entries.service.ts'
import { filingDigestOf } from '../progress-entries/shown-digest.ts'
import type { Person } from '../session/person.ts'

/** What a filing about a goal says, and of where. */
export type GoalContent<Body> = { readonly region: string; readonly unit?: string | undefined; readonly body: Body }

/** What one kind of filing about a goal brings. */
export type GoalParts<Body, Wire> = Pick<
  FilingParts<Wire>,
  'wire' | 'checkSubmission' | 'checkApproval' | 'checkWithdrawal'
> & {
  readonly kind: FilingKind
  /** What is kept of a body. @throws DomainError for what the rules refuse */
  readonly content: (body: Body, about: About) => Omit<FilingContent, 'region'>
  /** Refuses what belongs to a closed period. @throws DomainError period-locked */
  readonly checkOpen?: (reading: Reading, place: PlaceOfFiling, body: Body) => Promise<void>
}

/** Where a filing about a goal belongs, as closings and exceptions know it. */
export type PlaceOfFiling = { readonly programme: string; readonly indicatorId: string; readonly unitId: string }

export const placeOfFiling = ({
  programme,
  subject,
  unitId,
}: Omit<PlaceOfFiling, 'indicatorId'> & { readonly subject: string }): PlaceOfFiling => ({
  programme,
  indicatorId: subject,
  unitId,
})

/** What a filing is about. `others` are the approved filings of the same goal and region, for rules between them. */
export type About = {
  readonly indicator: Indicator
  readonly region: string
  readonly view: CatalogueView
  readonly today: LocalDate
  readonly others: readonly FilingRow[]
}

/** Milestone events, narratives and published figures: filings about a goal, written and moved in one way. */
export function goalFilingService<Body, Wire>(sources: Sources, parts: GoalParts<Body, Wire>) {
  const { store } = sources
  const filings = filingService<Wire>(sources, { ...parts, kinds: [parts.kind] })
  const { record } = actionsOf(parts.kind)

  const about = async (reading: Reading, row: FilingRow, view: CatalogueView, today: LocalDate): Promise<About> => ({
    indicator: view.indicator(row.subject),
    region: row.region,
    view,
    today,
    others: (await othersOf(reading, parts.kind, row.subject, row.region)).filter(
      ({ thread }) => thread !== row.thread,
    ),
  })

  const checkOpen = (of: Parameters<typeof placeOfFiling>[0], body: Body) =>
    store.read(async (reading) => parts.checkOpen?.(reading, placeOfFiling(of), body))

  return {
    ...filings,

    record: async (asking: Asking, goal: string, { region, unit, body }: GoalContent<Body>): Promise<Wire> => {
      const { view, today } = await sources.recently()
      const indicator = indicatorOf(goal, view)
      const { code } = view.region(region)
      const others = await store.read((reading) => othersOf(reading, parts.kind, indicator.id, code))
      const content = parts.content(body, { indicator, region: code, view, today, others })
      const place = {
        kind: parts.kind,
        programme: indicator.programme,
        subject: indicator.id,
        unitId: unitFor(asking.person, record, indicator, { region: code, unit }, view).id,
      }
      await checkOpen(place, body)
      const row = await draftFiling(store, asking.actor, place, { region: code, ...content })
      return filings.tell(asking.person, row)
    },

    edit: async (asking: Asking, thread: string, version: number, body: Body): Promise<Wire> => {
      const { row, view, today } = await filings.reached(thread, asking, 'edit')
      checkRecorder(asking.person, row)
      const content = parts.content(body, await store.read((reading) => about(reading, row, view, today)))
      await checkOpen(row, body)
      return filings.tell(asking.person, await editFiling(store, row.id, version, content))
    },

    correct: async (
      asking: Asking,
      thread: string,
      correction: { readonly version: number; readonly reason: string; readonly body: Body },
    ): Promise<Wire> => {
      const { version, reason, body } = correction
      const { row, view, today } = await filings.reached(thread, asking, 'correct')
      const content = parts.content(body, await store.read((reading) => about(reading, row, view, today)))
      await checkOpen(row, body)
      return filings.tell(asking.person, await correctFiling(store, asking.actor, row.id, version, { reason, content }))
    },

    show: (person: Person, thread: string) =>
      store.read(async (reading) => {
        const { row, view } = await filings.visible(reading, person, thread)
        const versions = (await filingsOfThread(reading, thread)).filter((one) => maySee(person, one, view))
        const [filing] = await filings.told(reading, person, [row])
        if (filing === undefined) throw new DomainError('not-found')
        return {
          filing,
          digest: await filingDigestOf(reading, row),
          versions: await filings.told(reading, person, versions),
          history: await filings.history(reading, versions),
        }
      }),
  }
}

/** A goal by its slug, or by its number in a notice. @throws DomainError unknown-indicator */
export function indicatorOf(goal: string, view: CatalogueView): Indicator {
  const numbered = view.programmes.flatMap(({ id }) => view.indicatorsOf(id)).find((one) => one.goal === goal)
  return numbered ?? view.indicator(goal)
}

/** What counts of one kind about a goal in a region. */
const othersOf = (reading: Reading, kind: FilingKind, subject: string, region: string): Promise<FilingRow[]> =>
  countedFilings(reading, { kinds: [kind], subjects: [subject], region }, null)

/**
 * The unit in whose name somebody files about a goal: for a region the unit of it that is in the person's reach, named where there are
 * several; for the nation the person's own.
 *
 * @throws DomainError out-of-scope, unit-needed, not-expected
 */
function unitFor(
  person: Person,
  action: Parameters<typeof reaches>[1],
  indicator: Indicator,
  asked: { readonly region: string; readonly unit?: string | undefined },
  view: CatalogueView,
): ReportingUnit {
  if (asked.unit !== undefined) view.unit(asked.unit)
  if (asked.region === nation) {
    if (reachOf(person.role, action) !== 'nation') throw new DomainError('out-of-scope')
    return view.unit(asked.unit ?? person.unitId)
  }
  const province = provinceOf(asked.region, view)
  const assigned = indicator.reportedBy.region
  const there = view.units.filter(({ region }) => region === province)
  const named =
    assigned.length === 0 ? there : there.filter(({ id, kind }) => assigned.includes(kind) || assigned.includes(id))
  const meant = asked.unit === undefined ? named : named.filter(({ id }) => id === asked.unit)
  if (meant.length === 0) throw new DomainError('not-expected')
  const own = meant.filter(({ id }) => reaches(person, action, id, view.units))
  const [unit, other] = own.length > 1 ? own.filter(({ id }) => id === person.unitId) : own
  if (own.length === 0) throw new DomainError('out-of-scope')
  if (unit === undefined || other !== undefined) throw new DomainError('unit-needed')
  return unit
}
