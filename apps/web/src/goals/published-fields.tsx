import {
  correctPublishedFigure,
  editPublishedFigure,
  type PublishedFiling,
  type RecordPublishedFigure,
  recordPublishedFigure,
  submitPublishedFigure,
} from '@xushi/contract'
import { exactNumber } from '@xushi/wording'
import { call } from '../api/call.ts'
import { type FieldsProps, type FilingFormParts, NewFilingForm } from '../filings/filing-forms.tsx'
import { ChoiceField, DayField, LineField, optionsOf, TextField } from '../filings/form-fields.tsx'
import { useText, useWords } from '../language/language.tsx'
import { readTypedValue } from '../recording/typed-value.ts'
import { goalWords } from './goals.words.ts'

type Measured = { readonly unit: { zh: string; en: string }; readonly decimals: number }
type Content = Omit<RecordPublishedFigure, 'indicator'>
type Confidence = Content['confidence']
const bounds = ['exact', 'above', 'below', 'about'] as const
const confidences = ['primary', 'secondary', 'weak'] as const
const blank = {
  value: '',
  bound: 'exact' as (typeof bounds)[number],
  on: '',
  publishedOn: '',
  speaker: '',
  occasion: '',
  confidence: 'primary' as Confidence,
  link: '',
  note: '',
  // Neither is asked for; a correction leaves them as they are.
  precision: 'day' as Content['precision'],
  region: '000000',
  round: null as string | null,
}
type Typed = typeof blank

const precisions = ['day', 'month', 'year', 'about'] as const

/** What a recorded figure says, as it was typed. */
export const typedPublished = (figure: PublishedFiling): Typed => ({
  value: String(figure.value),
  bound: figure.bound ?? 'exact',
  on: figure.on,
  publishedOn: figure.publishedOn,
  speaker: figure.speaker,
  occasion: figure.occasion,
  confidence: figure.confidence,
  link: figure.link ?? '',
  note: figure.note,
  precision: precisions.find((one) => one === figure.precision) ?? 'day',
  region: figure.region,
  round: figure.round,
})

function contentOf(typed: Typed, { decimals }: Measured): Content {
  const reading = readTypedValue(typed.value, decimals)
  if (reading.is !== 'value') throw new Error('no value to record')
  const { region, bound, on, precision, publishedOn, confidence, round } = typed
  const [link, note] = [typed.link.trim(), typed.note.trim()]
  return {
    region,
    value: reading.value,
    ...(bound !== 'exact' && { bound }),
    on,
    precision,
    publishedOn,
    speaker: typed.speaker.trim(),
    occasion: typed.occasion.trim(),
    confidence,
    ...(round !== null && { round }),
    ...(link !== '' && { link }),
    ...(note !== '' && { note }),
  }
}

export const publishedParts = (of: Measured): FilingFormParts<Typed> => ({
  isReady: (typed) =>
    readTypedValue(typed.value, of.decimals).is === 'value' &&
    [typed.on, typed.publishedOn, typed.speaker.trim(), typed.occasion.trim()].every((one) => one !== ''),
  fields: (props) => <PublishedFields {...props} of={of} />,
  edit: (typed, { id, version }) =>
    call(editPublishedFigure, { params: { id }, body: { version, ...contentOf(typed, of) } }),
  submit: ({ id, version }) => call(submitPublishedFigure, { params: { id }, body: { version } }),
})

export const correctedPublished =
  (of: Measured) =>
  (typed: Typed, { id, version, reason }: Correction) =>
    call(correctPublishedFigure, { params: { id }, body: { version, reason, ...contentOf(typed, of) } })
type Correction = { readonly id: string; readonly version: number; readonly reason: string }

/** 登记公开数据: a figure that somebody said in public, with the day it speaks of, the day it was said, who and where. */
export function PublishedForm({ goal, of }: { goal: string; of: Measured }) {
  const says = useWords(goalWords)
  return (
    <section>
      <div className="section-head">
        <h2>{says.published}</h2>
      </div>
      <p className="second">{says.publishedHint}</p>
      <NewFilingForm
        opens={says.recordPublished}
        blank={blank}
        record={(typed) => call(recordPublishedFigure, { body: { indicator: goal, ...contentOf(typed, of) } })}
        parts={publishedParts(of)}
      />
    </section>
  )
}

function PublishedFields({ typed, set, of }: FieldsProps<Typed> & { of: Measured }) {
  const says = useWords(goalWords)
  const text = useText()
  const reading = readTypedValue(typed.value, of.decimals)
  return (
    <>
      <LineField
        label={says.value}
        keypad="decimal"
        isWrong={reading.is === 'refused'}
        value={typed.value}
        change={(value) => set({ value })}
        under={`${reading.is === 'value' ? `＝${exactNumber(reading.value, of.decimals)} ` : ''}${text(of.unit)}`}
      />
      <ChoiceField
        label={says.bound}
        value={typed.bound}
        change={(bound) => set({ bound })}
        options={optionsOf(bounds, says.bounds)}
      />
      <DayField label={says.asOf} value={typed.on} change={(on) => set({ on })} />
      <DayField label={says.publishedOn} value={typed.publishedOn} change={(publishedOn) => set({ publishedOn })} />
      <LineField label={says.speaker} value={typed.speaker} change={(speaker) => set({ speaker })} />
      <LineField label={says.occasion} value={typed.occasion} change={(occasion) => set({ occasion })} />
      <ChoiceField
        label={says.confidence}
        value={typed.confidence}
        change={(confidence) => set({ confidence })}
        options={optionsOf(confidences, says.confidences)}
      />
      <LineField label={says.link} most={500} value={typed.link} change={(link) => set({ link })} />
      <TextField label={says.note} value={typed.note} change={(note) => set({ note })} />
    </>
  )
}
