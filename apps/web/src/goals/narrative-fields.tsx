import { useQuery } from '@tanstack/react-query'
import {
  correctNarrative,
  editNarrative,
  type LagReason,
  type Narrative,
  recordNarrative,
  submitNarrative,
} from '@xushi/contract'
import { Button } from 'antd'
import { call } from '../api/call.ts'
import { sessionQuery } from '../api/queries.ts'
import { useProgramme } from '../app/address.ts'
import { type FieldsProps, type FilingFormParts, NewFilingForm } from '../filings/filing-forms.tsx'
import { Field, LineField, TextField } from '../filings/form-fields.tsx'
import { lagWords } from '../lag/lag.words.ts'
import { blankLag, LagFields } from '../lag/lag-fields.tsx'
import { useWords } from '../language/language.tsx'
import { goalWords } from './goals.words.ts'

export const narrativeTexts = ['progress', 'problems', 'next'] as const
const blank = { period: '', progress: '', problems: '', next: '', lag: null as LagReason | null }
type Typed = typeof blank

/** What a narrative says, as it was typed. */
export const typedNarrative = ({ period, progress, problems, next, lag }: Narrative): Typed => ({
  period,
  progress,
  problems,
  next,
  lag,
})

const contentOf = ({ progress, problems, next, lag }: Typed) => ({ progress, problems, next, lag })

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

/** 进展情况, 存在问题, 下一步安排, and 滞后原因 where it is needed: one narrative for a goal, a period and the writer's region. */
function NarrativeFields({ typed, set, isKept, refused }: FieldsProps<Typed>) {
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
      <LagPart lag={typed.lag} change={(lag) => set({ lag })} refused={refused} />
    </>
  )
}

type LagPartProps = {
  readonly lag: LagReason | null
  readonly change: (lag: LagReason) => void
  readonly refused: readonly string[]
}

/** The server says when a reason is needed; who knows it already gives it at once. */
function LagPart({ lag, change, refused }: LagPartProps) {
  const says = useWords(lagWords)
  const causes = useProgramme()?.lagCauses ?? []
  const isAsked = lag !== null || refused.some((pointer) => pointer.startsWith('/lag'))
  if (!isAsked)
    return (
      <Button type="link" onClick={() => change(blankLag)}>
        {says.say}
      </Button>
    )
  return <LagFields of="narrative" lag={lag ?? blankLag} causes={causes} change={change} refused={refused} />
}
