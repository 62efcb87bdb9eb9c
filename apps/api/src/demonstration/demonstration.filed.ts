import {
  addDays,
  type CaseContent,
  type Catalogue,
  type Instant,
  type LocalDate,
  type Register,
  roundOf,
  uniqueKeyOf,
  validityOf,
} from '@xushi/domain'
import {
  type Actor,
  approveFiling,
  draftFiling,
  type FilingContent,
  type FilingPlace,
  type FilingRow,
  type Store,
  submitFiling,
} from '@xushi/store'
import type { DemonstrationCast } from './demonstration.accounts.ts'
import type { Act } from './demonstration.acts.ts'
import type { DemonstrationPlan } from './demonstration.plan.ts'

/** What the acts of the history are made with. */
export type Stage = {
  readonly store: Store
  readonly catalogue: Catalogue
  readonly plan: DemonstrationPlan
  readonly cast: DemonstrationCast
}

/** Cases that count, by register, in the order in which they were published. */
export type Published = Map<string, FilingRow[]>

export const registerOf = ({ catalogue }: Stage, id: string): Register => {
  const register = catalogue.registers.find((candidate) => candidate.id === id)
  if (register === undefined) throw new Error(`the demonstration names a register that is not there: ${id}`)
  return register
}

export const undated = { uniqueKey: null, happenedOn: null, validFrom: null, validTo: null } as const

export type Who = { readonly by: () => Promise<Actor>; readonly approver: Actor; readonly reviewer?: Actor }
export type When = { readonly on: LocalDate; readonly minute: number }

/** Drafted, submitted, reviewed where that is due, and approved a day or two later. */
export function filedActs(
  store: Store,
  { by, approver, reviewer }: Who,
  place: FilingPlace,
  content: FilingContent | (() => FilingContent),
  { on, minute }: When,
  done: (row: FilingRow) => void = () => undefined,
): readonly Act[] {
  let row: FilingRow | undefined
  const act = (day: LocalDate, later: number, run: () => Promise<FilingRow>): Act => ({
    at: at(day, minute + later),
    run: async () => {
      row = await run()
    },
  })
  const standing = () => held(row)
  return [
    act(on, 0, async () => draftFiling(store, await by(), place, typeof content === 'function' ? content() : content)),
    act(on, 5, async () => submitFiling(store, await by(), standing().id, standing().version)),
    ...(reviewer === undefined
      ? []
      : [
          act(on, 60, () => approveFiling(store, reviewer, standing().id, standing().version, { reviewsInside: true })),
        ]),
    act(addDays(on, 1), 30, async () => {
      const approved = await approveFiling(store, approver, standing().id, standing().version, { reviewsInside: false })
      done(approved)
      return approved
    }),
  ]
}

export function held<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('the demonstration moves something that it has not made')
  return row
}

export function contentOf(register: Register, region: string, title: string, content: CaseContent): FilingContent {
  return {
    region,
    title,
    uniqueKey: uniqueKeyOf(register, content),
    happenedOn: Object.values(content.stages).sort()[0] ?? null,
    ...validityOf(register, content.stages),
    body: { ...content, round: roundOf(register, content.stages), note: '' },
  }
}

/** Minutes after nine in the morning in Asia/Shanghai, which is one o'clock in UTC. */
export function at(on: LocalDate, minutes: number): Instant {
  const total = 60 + minutes
  const two = (value: number) => String(value).padStart(2, '0')
  return `${on}T${two(Math.floor(total / 60))}:${two(total % 60)}:00.000Z`
}
