import type { DecidedValue, Decision, DecisionWarning, OpenDecision, ProposeDecision } from '@xushi/contract'
import { DomainError, isLocalDate, type Text } from '@xushi/domain'
import {
  type DecisionRow,
  decisionsKnown,
  draftFiling,
  type FiledDecision,
  type FilingRow,
  isOvertaken,
  lastDecided,
  listFilings,
  nation,
  type Reading,
  readingSubject,
  submitFiling,
} from '@xushi/store'
import { type Sources, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { type FilingContext, filingService, filingWire } from '../filings/filings.service.ts'
import { maySee } from '../progress-entries/entry-rights.ts'
import type { Asking } from '../progress-entries/progress-entries.service.ts'
import { filingDigestOf } from '../progress-entries/shown-digest.ts'
import type { Person } from '../session/person.ts'
import { checkDecision, decisionWarnings } from './decision-checks.ts'
import { decidedValue, inUnits } from './decision-value.ts'

const mostShown = 500

export type DecisionService = ReturnType<typeof decisionService>

/** Decisions (调整决定): proposed by one person, in force once another approved them, never overwritten by the catalogue. */
export function decisionService(sources: Sources) {
  const { store } = sources
  const filings = filingService<Decision>(sources, {
    kinds: ['decision'],
    wire: decisionWire,
    checkApproval: (row, _, view) => checkDecision(row.subject, JSON.parse(row.body), view),
  })

  return {
    ...filings,

    /** @throws DomainError for a subject that is not there and a value that does not fit it */
    propose: async (asking: Asking, proposed: ProposeDecision): Promise<Decision> => {
      const { view } = await sources.recently()
      if (!isLocalDate(proposed.effectiveOn)) throw new DomainError('unknown-date', { value: proposed.effectiveOn })
      const { subject, programme, name } = subjectOf(proposed, view)
      const body: FiledDecision = {
        part: proposed.part,
        value: decidedValue(proposed, view),
        reason: proposed.reason,
        documentNumber: proposed.documentNumber ?? null,
        effectiveOn: proposed.effectiveOn,
        after: await store.read((reading) => lastDecided(reading, subject, proposed.part)),
      }
      checkDecision(subject, body, view)
      const draft = await draftFiling(
        store,
        asking.actor,
        { kind: 'decision', programme, subject, unitId: asking.person.unitId },
        {
          region: nation,
          title: name.zh,
          uniqueKey: null,
          happenedOn: proposed.effectiveOn,
          validFrom: null,
          validTo: null,
          body,
        },
      )
      return filings.tell(asking.person, await submitFiling(store, asking.actor, draft.id, draft.version))
    },

    /** What was decided is everybody's; what is proposed belongs to those who work for the nation until then. */
    list: (person: Person, { indicator }: { readonly indicator?: string | undefined }) =>
      store.read(async (reading) => {
        const view = await viewIn(reading, sources)
        if (indicator !== undefined) view.indicator(indicator)
        const concerns = (subject: string) => indicator === undefined || subject.split('#')[0] === indicator
        const states = ['draft', 'submitted', 'unit-reviewed', 'returned'] as const
        const { rows } = await listFilings(reading, { kinds: ['decision'], states }, { cursor: null, limit: mostShown })
        const seen = rows.filter((row) => concerns(row.subject) && maySee(person, row, view))
        const told = await filings.told(reading, person, seen)
        const open: OpenDecision[] = []
        for (const [index, row] of seen.entries()) {
          const decision = told[index]
          if (decision === undefined) continue
          const warnings = [...decision.warnings, ...(await besideOthers(reading, row, rows))]
          open.push({ ...decision, warnings, digest: await filingDigestOf(reading, row) })
        }
        return { open, decided: await decidedRows(reading, view, concerns) }
      }),
  }
}

/** What is told of a proposal beside others about the same thing: one that took effect since, or one that waits too. */
async function besideOthers(reading: Reading, row: FilingRow, rows: readonly FilingRow[]): Promise<DecisionWarning[]> {
  const { part }: FiledDecision = JSON.parse(row.body)
  const isSame = (other: FilingRow) =>
    other.id !== row.id && other.subject === row.subject && (JSON.parse(other.body) as FiledDecision).part === part
  return [
    ...((await isOvertaken(reading, row)) ? [{ is: 'overtaken' as const }] : []),
    ...(rows.some(isSame) ? [{ is: 'another-waits' as const }] : []),
  ]
}

async function decidedRows(
  reading: Reading,
  view: CatalogueView,
  concerns: (subject: string) => boolean,
): Promise<DecidedValue[]> {
  const rows = (await decisionsKnown(reading, null)).filter(({ subject }) => concerns(subject))
  // The first value that the data gave each part is no news; what changed it is.
  const changes = rows.filter(({ origin }) => origin !== 'catalogue')
  return changes
    .toReversed()
    .slice(0, mostShown)
    .map((row) => decidedWire(row, view))
}

function decidedWire(row: DecisionRow, view: CatalogueView): DecidedValue {
  const { subject, part, origin, who, reason, documentNumber, effectiveOn, decidedSeq } = row
  return {
    ...measureOf(part, subject, view),
    subject,
    part,
    name: nameOf(subject, view),
    value: inUnits(part, subject, JSON.parse(row.body), view),
    origin: origin === 'page' ? 'page' : 'change-block',
    who,
    reason,
    documentNumber,
    effectiveOn,
    seq: decidedSeq,
  }
}

const decisionMoves: readonly Decision['moves'][number][] = ['approval', 'return', 'delete']

function decisionWire(row: FilingRow, context: FilingContext): Decision {
  const { view } = context
  const filed: FiledDecision = JSON.parse(row.body)
  const { part, value, reason, documentNumber, effectiveOn } = filed
  const filing = filingWire(row, context)
  return {
    ...filing,
    ...measureOf(part, row.subject, view),
    // It is submitted as it is proposed; a returned one is deleted and proposed anew.
    moves: filing.moves.filter((move) => decisionMoves.includes(move)),
    part: part as Decision['part'],
    subject: row.subject,
    name: nameOf(row.subject, view),
    value: inUnits(part, row.subject, value, view),
    before: inUnits(part, row.subject, inForce(part, row.subject, view), view),
    reason,
    documentNumber,
    effectiveOn,
    warnings: decisionWarnings(filed, view),
  }
}

/** What is decided about, and the name people know it by. */
function subjectOf(proposed: ProposeDecision, view: CatalogueView) {
  if ('indicator' in proposed) {
    const { id, programme, name } = view.indicator(proposed.indicator)
    const subject = proposed.part === 'regional-target' ? `${id}#${view.region(proposed.value.region).code}` : id
    return { subject, programme, name }
  }
  const { id, name } = view.programme(proposed.programme)
  if (proposed.part === 'thresholds') return { subject: id, programme: id, name }
  const subject = readingSubject(id, proposed.ambiguity)
  return { subject, programme: id, name: nameOf(subject, view) }
}

/** @throws DomainError not-found for an ambiguity that is not there */
function nameOf(subject: string, view: CatalogueView): Text {
  const [id = '', part] = subject.split('#')
  const programme = view.programmes.find((candidate) => candidate.id === id)
  if (programme === undefined) {
    const { name } = view.indicator(id)
    if (part === undefined) return name
    const region = view.region(part).shortName
    return { zh: `${name.zh}（${region.zh}）`, en: `${name.en} (${region.en})` }
  }
  if (part === undefined) return programme.name
  const ambiguity = programme.ambiguities.find(({ number }) => String(number) === part)
  if (ambiguity === undefined) throw new DomainError('not-found')
  return ambiguity.ambiguity
}

/** What its amounts are counted in, and where it holds, so that a page can tell them in words. */
function measureOf(part: string, subject: string, view: CatalogueView): Pick<Decision, 'unit' | 'decimals' | 'place'> {
  if (part === 'thresholds' || part === 'reading') return { unit: null, decimals: null, place: null }
  const [id = '', region] = subject.split('#')
  const { unit, decimals } = view.indicator(id)
  return { unit, decimals, place: region === undefined ? null : view.region(region).shortName }
}

/** What holds now in the place of a decision. */
function inForce(part: string, subject: string, view: CatalogueView): unknown {
  const [id = '', which] = subject.split('#')
  const programme = view.programmes.find((candidate) => candidate.id === id)
  if (part === 'thresholds') return programme?.thresholds ?? null
  if (part === 'reading') return programme?.ambiguities.find(({ number }) => String(number) === which)?.reading ?? null
  if (part === 'regional-target') return view.regionalTarget(id, which ?? '') ?? null
  const indicator = view.indicator(id)
  switch (part) {
    case 'target':
      return indicator.target
    case 'baseline':
      return indicator.baseline
    case 'due':
      return indicator.due
    case 'plan':
      return indicator.plan
    case 'opening':
      return indicator.opening
    default:
      return null
  }
}
