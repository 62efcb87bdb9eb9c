import { useMutation, useQuery } from '@tanstack/react-query'
import { type Case, type CaseDetail, promoteCase } from '@xushi/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { CallFailed, call } from '../api/call.ts'
import { casesQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { CaseFields, type TypedCase, typedFields } from './case-fields.tsx'
import { CasePanel, ReasonField, useRenewAll } from './case-panel.tsx'
import { registerWords } from './registers.words.ts'

/** 遴选: into a register that chooses out of this one, with the fields and stages that it asks for. */
export function PromotePanel({ detail: { case: one, register } }: { detail: CaseDetail }) {
  const says = useWords(registerWords)
  const text = useText()
  const [into] = register.chosenInto
  const target = useQuery({ ...casesQuery(into ?? '', {}), enabled: into !== undefined })
  if (into === undefined || target.data === undefined) return null
  const name = text(target.data.register.name)
  return (
    <CasePanel title={`${says.promote}${name}`} hint={says.promoteHint}>
      <PromoteForm one={one} register={target.data.register} />
    </CasePanel>
  )
}

function PromoteForm({ one, register }: { one: Case; register: CaseDetail['register'] }) {
  const says = useWords(registerWords)
  const renew = useRenewAll()
  const shared = register.fields.flatMap(({ id }) =>
    one.fields[id] === undefined ? [] : [[id, String(one.fields[id])]],
  )
  const [typed, setTyped] = useState<TypedCase>({
    unit: '',
    region: '',
    fields: Object.fromEntries(shared),
    stages: {},
    note: '',
    reason: '',
  })
  const promoting = useMutation({
    mutationFn: () => {
      const body = {
        into: register.id,
        reason: typed.reason.trim(),
        fields: typedFields(register, typed),
        stages: typed.stages,
      }
      return call(promoteCase, { params: { id: one.id }, body })
    },
    onSettled: renew,
  })
  const problem = promoting.error instanceof CallFailed ? promoting.error.problem : null
  const wrong = new Map(problem?.errors?.map(({ pointer, detail }) => [pointer, detail]))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.reason.trim() !== '') promoting.mutate()
      }}
    >
      <CaseFields register={register} typed={typed} wrong={wrong} change={setTyped} />
      <ReasonField label={says.promoteReason} value={typed.reason} type={(reason) => setTyped({ ...typed, reason })} />
      {promoting.isError && <ProblemState error={promoting.error} />}
      <Button type="primary" htmlType="submit" disabled={typed.reason.trim() === ''} loading={promoting.isPending}>
        {says.submit}
      </Button>
    </form>
  )
}
