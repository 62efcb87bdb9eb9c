import { useQuery } from '@tanstack/react-query'
import { correctNarrative, editNarrative, type Narrative, recordNarrative, submitNarrative } from '@xushi/contract'
import { call } from '../api/call.ts'
import { sessionQuery } from '../api/queries.ts'
import { type FieldsProps, type FilingFormParts, NewFilingForm } from '../filings/filing-forms.tsx'
import { Field, LineField, TextField } from '../filings/form-fields.tsx'
import { useWords } from '../language/language.tsx'
import { goalWords } from './goals.words.ts'

export const narrativeTexts = ['progress', 'problems', 'next'] as const
const blank = { period: '', progress: '', problems: '', next: '' }
type Typed = typeof blank

/** What a narrative says, as it was typed. */
export const typedNarrative = ({ period, progress, problems, next }: Narrative): Typed => ({
  period,
  progress,
  problems,
  next,
})

const contentOf = ({ progress, problems, next }: Typed) => ({ progress, problems, next })

export const narrativeParts: FilingFormParts<Typed> = {
  isReady: ({ period, progress, problems, next }) =>
    period.trim() !== '' && `${progress}${problems}${next}`.trim() !== '',
  fields: (props) => <NarrativeFields {...props} />,
  edit: (typed, { id, version }) => call(editNarrative, { params: { id }, body: { version, ...contentOf(typed) } }),
  submit: ({ id, version }) => call(submitNarrative, { params: { id }, body: { version } }),
}

export const correctedNarrative = (typed: Typed, { id, version, reason }: Correction) =>
  call(correctNarrative, { params: { id }, body: { version, reason, ...contentOf(typed) } })
type Correction = { readonly id: string; readonly version: number; readonly reason: string }

export function NarrativeForm({ goal }: { goal: string }) {
  const says = useWords(goalWords)
  const user = useQuery(sessionQuery).data?.user
  const place = user?.role === 'recorder' ? {} : { region: user?.unit.region ?? '' }
  return (
    <NewFilingForm
      opens={says.write}
      blank={blank}
      record={(typed) => {
        const body = { ...place, period: typed.period.trim(), ...contentOf(typed) }
        return call(recordNarrative, { params: { goal }, body })
      }}
      parts={narrativeParts}
    />
  )
}

/** 进展情况, 存在问题, 下一步安排: one narrative for a goal, a period and the writer's region. */
function NarrativeFields({ typed, set, isKept }: FieldsProps<Typed>) {
  const says = useWords(goalWords)
  return (
    <>
      {isKept ? (
        <Field label={says.period}>{typed.period}</Field>
      ) : (
        <LineField
          label={says.period}
          most={20}
          placeholder="2020-10"
          value={typed.period}
          change={(period) => set({ period })}
        />
      )}
      {narrativeTexts.map((part) => (
        <TextField
          key={part}
          label={says[part]}
          rows={3}
          value={typed[part]}
          change={(said) => set({ [part]: said })}
        />
      ))}
    </>
  )
}
