import {
  correctMilestoneEvent,
  editMilestoneEvent,
  type MilestoneEvent,
  recordMilestoneEvent,
  submitMilestoneEvent,
} from '@xushi/contract'
import { call } from '../api/call.ts'
import { type FieldsProps, type FilingFormParts, NewFilingForm } from '../filings/filing-forms.tsx'
import { ChoiceField, DayField, LineField, optionsOf, TextField } from '../filings/form-fields.tsx'
import { useWords } from '../language/language.tsx'
import { goalWords } from './goals.words.ts'

type Kind = MilestoneEvent['kind']
const kinds: readonly Kind[] = ['planned', 'stage', 'moved', 'done', 'issue']
const blank = { kind: 'stage' as Kind, on: '', expectedOn: '', stage: '', number: '', documentNumber: '', note: '' }
type Typed = typeof blank

/** What a recorded event says, as it was typed. */
export const typedMilestone = (event: MilestoneEvent): Typed => ({
  kind: event.kind,
  on: event.on,
  expectedOn: event.expectedOn ?? '',
  stage: event.stage ?? '',
  number: event.number === null ? '' : String(event.number),
  documentNumber: event.documentNumber ?? '',
  note: event.note,
})

function contentOf({ kind, on, expectedOn, number, ...texts }: Typed) {
  const [stage, documentNumber, note] = [texts.stage.trim(), texts.documentNumber.trim(), texts.note.trim()]
  return {
    kind,
    on,
    ...(isDated(kind) && expectedOn !== '' && { expectedOn }),
    ...(kind === 'stage' && stage !== '' && { stage }),
    ...(kind === 'issue' && number !== '' && { number: Number(number) }),
    ...(kind === 'done' && documentNumber !== '' && { documentNumber }),
    ...(note !== '' && { note }),
  }
}

const isDated = (kind: Kind) => kind === 'planned' || kind === 'moved'

/** @param recurs whether the goal recurs: only then an event may be an issue of it */
export const milestoneParts = (recurs: boolean): FilingFormParts<Typed> => ({
  isReady: ({ on }) => on !== '',
  fields: (props) => <MilestoneFields {...props} recurs={recurs} />,
  edit: (typed, { id, version }) =>
    call(editMilestoneEvent, { params: { id }, body: { version, ...contentOf(typed) } }),
  submit: ({ id, version }) => call(submitMilestoneEvent, { params: { id }, body: { version } }),
})

export const correctedMilestone = (typed: Typed, { id, version, reason }: Correction) =>
  call(correctMilestoneEvent, { params: { id }, body: { version, reason, ...contentOf(typed) } })
type Correction = { readonly id: string; readonly version: number; readonly reason: string }

export function MilestoneForm({ goal, recurs }: { goal: string; recurs: boolean }) {
  const says = useWords(goalWords)
  return (
    <NewFilingForm
      opens={says.record}
      blank={blank}
      record={(typed) => call(recordMilestoneEvent, { params: { goal }, body: contentOf(typed) })}
      parts={milestoneParts(recurs)}
    />
  )
}

/** One event of a milestone; only what its kind asks for is shown. */
function MilestoneFields({ typed, set, recurs }: FieldsProps<Typed> & { readonly recurs: boolean }) {
  const says = useWords(goalWords)
  const { kind } = typed
  return (
    <>
      <ChoiceField
        label={says.kind}
        value={kind}
        change={(chosen) => set({ kind: chosen })}
        options={optionsOf(
          kinds.filter((one) => recurs || one !== 'issue'),
          says.kinds,
        )}
      />
      <DayField label={says.on} value={typed.on} change={(on) => set({ on })} />
      {isDated(kind) && (
        <DayField label={says.expectedOn} value={typed.expectedOn} change={(expectedOn) => set({ expectedOn })} />
      )}
      {kind === 'stage' && <LineField label={says.stage} value={typed.stage} change={(stage) => set({ stage })} />}
      {kind === 'issue' && (
        <LineField
          label={says.number}
          keypad="numeric"
          most={4}
          value={typed.number}
          change={(number) => set({ number: number.replace(/\D/g, '') })}
        />
      )}
      {kind === 'done' && (
        <LineField
          label={says.documentNumber}
          value={typed.documentNumber}
          change={(documentNumber) => set({ documentNumber })}
        />
      )}
      <TextField label={says.note} value={typed.note} change={(note) => set({ note })} />
    </>
  )
}
