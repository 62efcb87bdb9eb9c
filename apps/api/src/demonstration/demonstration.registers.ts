import {
  addDays,
  type CaseContent,
  type Catalogue,
  creditCheckDigit,
  daysBetween,
  expectedUnits,
  type LocalDate,
  parsePeriod,
  type Register,
  type ReportingUnit,
} from '@xushi/domain'
import {
  approveFiling,
  confirmRegister,
  correctFiling,
  type FilingContent,
  type FilingRow,
  nation,
  submitFiling,
} from '@xushi/store'
import type { Act } from './demonstration.acts.ts'
import { choiceActs } from './demonstration.choices.ts'
import {
  at,
  contentOf,
  filedActs,
  held,
  type Published,
  registerOf,
  type Stage,
  undated,
  type Who,
} from './demonstration.filed.ts'
import { caseName } from './demonstration.names.ts'
import { type DemonstrationPlan, type PlannedCase, type PlannedMilestone, plannedCases } from './demonstration.plan.ts'

/** Everything the plan says of registers, milestones and narratives as acts, not yet in order of time. */
export function registerActs(stage: Stage): readonly Act[] {
  const { plan } = stage
  const published: Published = new Map()
  return [
    ...[...plan.registers, plan.chosen].flatMap(({ register, opening }) => openingActs(stage, register, opening)),
    ...plan.registers.flatMap((register) =>
      plannedCases(register, plan.shares).flatMap((planned) => caseActs(stage, planned, published)),
    ),
    ...plan.registers.flatMap((register) => confirmationActs(stage, register)),
    ...choiceActs(stage, published),
    ...plan.milestones.flatMap((milestone) => milestoneActs(stage, milestone)),
    ...plan.narratives.flatMap((narrative) => narrativeActs(stage, narrative)),
  ]
}

function openingActs(stage: Stage, register: string, opening: DemonstrationPlan['chosen']['opening']): readonly Act[] {
  const { store, cast } = stage
  const { programme } = registerOf(stage, register)
  const { openedOn, balance, source } = opening
  const value = { openedOn, balance, balanceSource: source }
  const body = { part: 'opening', value, reason: '台账启用', documentNumber: null, effectiveOn: openedOn }
  const content: FilingContent = {
    ...undated,
    region: nation,
    title: '台账启用',
    happenedOn: openedOn,
    body,
  }
  const { programmeManager: manager, approver } = cast
  const place = { kind: 'decision', programme, subject: register, unitId: manager.unitId ?? '' } as const
  return filedActs(store, { by: async () => manager, approver }, place, content, { on: openedOn, minute: 120 })
}

/** A case on its way: registered by its unit, then published by the ministry, each approved by another person. */
function caseActs(stage: Stage, planned: PlannedCase, published: Published): readonly Act[] {
  const { store, cast, catalogue } = stage
  const register = registerOf(stage, planned.register)
  const unit = unitOf(stage, planned)
  const { name, industry } = caseName(planned, shortNameOf(catalogue, planned.region))
  const appliedOn = later(addDays(planned.on, -45 + (planned.number % 20)), '2020-03-23')
  const first: CaseContent = {
    fields: fieldsOf(register, planned, name, industry),
    stages: { [register.stages[0]?.id ?? '']: appliedOn },
  }
  const whole: CaseContent = { ...first, stages: wayOf(register, appliedOn, planned.on) }
  const minute = planned.number % 400
  const place = { kind: 'case', programme: register.programme, subject: register.id, unitId: unit.id } as const
  let row: FilingRow | undefined
  const who: Who = {
    by: () => cast.recorderOf(unit.id),
    approver: cast.approver,
    ...(unit.reviewsInside && { reviewer: cast.unitReviewer }),
  }
  const registered = filedActs(
    store,
    who,
    place,
    contentOf(register, planned.region, name, first),
    { on: appliedOn, minute },
    (approved) => {
      row = approved
    },
  )
  const decided = later(planned.on, addDays(appliedOn, 2))
  const ministry = cast.recorder
  const move = (day: LocalDate, minutes: number, run: () => Promise<FilingRow>): Act => ({
    at: at(day, minute + minutes),
    run: async () => {
      row = await run()
    },
  })
  const reason = '公示期满无异议，予以发布'
  const content = contentOf(register, planned.region, name, whole)
  return [
    ...registered,
    move(decided, 0, () => correctFiling(store, ministry, held(row).id, held(row).version, { reason, content })),
    move(decided, 5, () => submitFiling(store, ministry, held(row).id, held(row).version)),
    ...(unit.reviewsInside
      ? [
          move(decided, 8, () =>
            approveFiling(store, cast.unitReviewer, held(row).id, held(row).version, { reviewsInside: true }),
          ),
        ]
      : []),
    move(decided, 10, async () => {
      const { id, version } = held(row)
      const approved = await approveFiling(store, cast.approver, id, version, { reviewsInside: false })
      published.set(register.id, [...(published.get(register.id) ?? []), approved])
      return approved
    }),
  ]
}

/** The days of all stages up to the one from which a case counts, spread evenly between its application and that day. */
function wayOf({ stages, countsFrom }: Register, from: LocalDate, to: LocalDate): CaseContent['stages'] {
  const steps = stages.findIndex(({ id }) => id === countsFrom)
  const days = Math.max(0, daysBetween(from, to))
  const on = (index: number) => (index === steps ? to : addDays(from, Math.floor((days * index) / steps)))
  return Object.fromEntries(stages.slice(0, steps + 1).map(({ id }, index) => [id, on(index)]))
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

function fieldsOf(register: Register, planned: PlannedCase, name: string, industry: string): CaseContent['fields'] {
  const first17 = `91${planned.region}MADEM${String(planned.number).padStart(4, '0')}`
  const known: Readonly<Record<string, string>> = {
    enterprise: name,
    partner: name,
    'credit-code': first17 + creditCheckDigit(first17),
    industry,
    technology: ['n5g', 'tsn', 'pon', 'edge', 'wireless'][planned.number % 5] ?? '',
  }
  const entries = register.fields.flatMap(({ id }) => (known[id] === undefined ? [] : [[id, known[id]] as const]))
  return Object.fromEntries(entries)
}

function unitOf({ catalogue }: Stage, { register, region }: Pick<PlannedCase, 'register' | 'region'>): ReportingUnit {
  const indicator = catalogue.indicators.find(({ id }) => id === register)
  const units = indicator && expectedUnits(indicator, 'region', catalogue.units, catalogue.regions, '2020-12-31')
  const unit = units?.find((candidate) => candidate.region === region)
  if (unit === undefined)
    throw new Error(`the demonstration registers for a region without a unit: ${register} ${region}`)
  return unit
}

const shortNameOf = ({ regions }: Catalogue, code: string): string =>
  regions.find((region) => region.code === code)?.shortName.zh ?? ''

/** Units give their word in the first days of the next month: the busiest first, and always those that report zero. */
function confirmationActs(
  stage: Stage,
  { register, confirmed, zero = {} }: DemonstrationPlan['registers'][number],
): readonly Act[] {
  const { store, cast, catalogue, plan } = stage
  const indicator = catalogue.indicators.find(({ id }) => id === register)
  if (indicator === undefined) return []
  const all = expectedUnits(indicator, 'region', catalogue.units, catalogue.regions, '2020-12-31')
  const planned = plan.registers
    .filter((one) => one.register === register)
    .flatMap((one) => plannedCases(one, plan.shares))
  return Object.entries(confirmed).flatMap(([period, count]) => {
    const span = parsePeriod(period)
    if (span === null) return []
    const cases = (unit: ReportingUnit) =>
      planned.filter(({ region, on }) => region === unit.region && on <= span.endsOn).length
    const word = (unit: ReportingUnit) => (zero[period] ?? []).includes(unit.region)
    const order = all.toSorted(
      (a, b) => Number(word(b)) - Number(word(a)) || cases(b) - cases(a) || (a.region < b.region ? -1 : 1),
    )
    return order.slice(0, count).map((unit, index) => ({
      at: at(addDays(span.endsOn, 3 + (index % 9)), 300 + index),
      run: async () => {
        const confirmation = { register, unitId: unit.id, period, endsOn: span.endsOn, caseCount: cases(unit) }
        await confirmRegister(store, await cast.recorderOf(unit.id), confirmation)
      },
    }))
  })
}

function milestoneActs(stage: Stage, { goal, region = nation, ...body }: PlannedMilestone): readonly Act[] {
  const { store, catalogue, cast } = stage
  const indicator = catalogue.indicators.find((candidate) => candidate.goal === goal)
  if (indicator === undefined) throw new Error(`the demonstration names a goal that is not there: ${goal}`)
  const { id: subject, programme, name } = indicator
  const uniqueKey = body.kind === 'planned' || body.kind === 'done' ? `${region} ${body.kind}` : null
  const content = { ...undated, region, title: name.zh, uniqueKey, happenedOn: body.on, body }
  const { recorder, approver, unitReviewer } = cast
  // Nobody is named for milestones of regions; the industry authority of each speaks for it.
  const unit = catalogue.units.find((one) => one.region === region && one.kind === 'industry-authority')
  const unitId = region === nation ? (recorder.unitId ?? '') : held(unit).id
  const by = async () => (region === nation ? recorder : cast.recorderOf(unitId))
  const who: Who = { by, approver, ...(unit?.reviewsInside && { reviewer: unitReviewer }) }
  return filedActs(store, who, { kind: 'milestone-event', programme, subject, unitId }, content, {
    on: body.on,
    minute: 200,
  })
}

function narrativeActs(
  stage: Stage,
  { goal, region, ...body }: DemonstrationPlan['narratives'][number],
): readonly Act[] {
  const { store, catalogue, cast } = stage
  const indicator = catalogue.indicators.find((candidate) => candidate.goal === goal)
  const span = parsePeriod(body.period)
  if (indicator === undefined || span === null) throw new Error(`the demonstration tells of what is not there: ${goal}`)
  const { id: subject, programme, name } = indicator
  const unitId = region === nation ? (cast.recorder.unitId ?? '') : unitOf(stage, { register: subject, region }).id
  const uniqueKey = `${region} ${body.period}`
  const content = { ...undated, region, title: name.zh, uniqueKey, happenedOn: span.endsOn, body }
  const by = async () => (region === nation ? cast.recorder : cast.recorderOf(unitId))
  const place = { kind: 'narrative', programme, subject, unitId } as const
  return filedActs(store, { by, approver: cast.approver }, place, content, { on: addDays(span.endsOn, 6), minute: 240 })
}
