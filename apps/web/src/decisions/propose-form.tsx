import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { proposeDecision } from '@xushi/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { dashboardQuery, regionsQuery } from '../api/queries.ts'
import { useProgramme } from '../app/address.ts'
import { refusedBy } from '../filings/filing-forms.tsx'
import { ChoiceField, DayField, LineField, optionsOf, TextField } from '../filings/form-fields.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { warningText } from './decided-text.ts'
import { decisionWords } from './decisions.words.ts'
import { PartFields } from './part-fields.tsx'
import { blank, isComplete, isOfProgramme, parts, proposal, type Typed } from './proposal.ts'

/** Proposes one decision; a second person approves it. */
export function ProposeForm() {
  const says = useWords(decisionWords)
  const text = useText()
  const { language } = useLanguage()
  const client = useQueryClient()
  const dashboard = useQuery(dashboardQuery({}))
  const regions = useQuery(regionsQuery)
  const programme = useProgramme()
  const [typed, setTyped] = useState(blank)
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const proposing = useMutation({
    mutationFn: () => call(proposeDecision, { body: proposal(typed, programme?.id ?? '') }),
    onSuccess: () => setTyped(blank),
    onSettled: () => client.invalidateQueries(),
  })
  const ready = isComplete(typed)
  const indicators = (dashboard.data?.indicators ?? []).filter(
    ({ kind }) => typed.part !== 'opening' || kind === 'counted',
  )
  return (
    <details className="goal-form">
      <summary className="button">{says.propose}</summary>
      <form
        className="propose"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) proposing.mutate()
        }}
      >
        <ChoiceField
          label={says.part}
          value={typed.part}
          change={(part) => setTyped({ ...blank, part })}
          options={optionsOf(parts, says.parts)}
        />
        {!isOfProgramme(typed) && (
          <ChoiceField
            search
            label={says.indicator}
            value={typed.indicator === '' ? null : typed.indicator}
            change={(indicator) => set({ indicator })}
            options={indicators.map(({ id, goal, name }) => ({ value: id, label: `${goal}　${text(name)}` }))}
          />
        )}
        <PartFields
          typed={typed}
          refused={refusedBy(proposing.error)}
          set={set}
          regions={regions.data?.regions ?? []}
          programme={programme}
        />
        <DayField label={says.effectiveOn} value={typed.effectiveOn} change={(effectiveOn) => set({ effectiveOn })} />
        <LineField
          label={says.documentNumber}
          most={200}
          value={typed.documentNumber}
          change={(documentNumber) => set({ documentNumber })}
        />
        <TextField label={says.reason} most={2000} value={typed.reason} change={(reason) => set({ reason })} />
        {typed.effectiveOn !== '' && <p className="second">{says.will(says.parts[typed.part], typed.effectiveOn)}</p>}
        {proposing.isError && <ProblemState error={proposing.error} />}
        {proposing.isSuccess && <Notice kind="done" title={says.proposed} />}
        {proposing.data?.warnings.map((warning) => (
          <Notice key={warning.is} kind="warning" title={warningText(warning, proposing.data, language)} />
        ))}
        <div className="choices">
          <Button type="primary" htmlType="submit" disabled={!ready} loading={proposing.isPending}>
            {says.submit}
          </Button>
        </div>
      </form>
    </details>
  )
}
