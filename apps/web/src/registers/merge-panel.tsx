import { useMutation, useQuery } from '@tanstack/react-query'
import { type Case, mergeCase } from '@xushi/contract'
import { Button, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { casesQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { CasePanel, ReasonField, useRenewAll } from './case-panel.tsx'
import { registerWords } from './registers.words.ts'

/** 并入: proposed into another case of the same thing, which is chosen by its name; another person approves it, and both histories stay. */
export function MergePanel({ one }: { one: Case }) {
  const says = useWords(registerWords)
  const renew = useRenewAll()
  const [into, setInto] = useState<Case | null>(null)
  const [reason, setReason] = useState('')
  const merging = useMutation({
    mutationFn: () =>
      call(mergeCase, {
        params: { id: one.id },
        body: { version: one.version, into: into?.id ?? '', reason: reason.trim() },
      }),
    onSettled: renew,
  })
  return (
    <CasePanel title={says.merge} hint={says.mergeHint}>
      <div className="note-field">
        {says.mergeInto}
        <CaseChoice one={one} chosen={into} choose={setInto} />
      </div>
      <ReasonField label={says.reason} value={reason} type={setReason} />
      {merging.isError && <ProblemState error={merging.error} />}
      <Popconfirm
        title={says.merge}
        description={<p className="case-sure">{says.mergeSure(one.title, into?.title ?? '')}</p>}
        okText={says.sure}
        cancelText={says.notYet}
        onConfirm={() => merging.mutate()}
      >
        <Button danger disabled={into === null || reason.trim() === ''} loading={merging.isPending}>
          {says.merge}
        </Button>
      </Popconfirm>
    </CasePanel>
  )
}

type Choice = { readonly one: Case; readonly chosen: Case | null; readonly choose: (into: Case | null) => void }

/** The approved cases of the register but this one, asked for once somebody looks. */
function CaseChoice({ one, chosen, choose }: Choice) {
  const says = useWords(registerWords)
  const text = useText()
  const [isAsked, setAsked] = useState(false)
  const { data, isFetching, error } = useQuery({ ...casesQuery(one.register, {}), enabled: isAsked })
  const others = (data?.cases ?? []).filter(({ id, state }) => id !== one.id && state === 'approved')
  return (
    <>
      <Select
        aria-label={says.mergeInto}
        value={chosen?.id ?? null}
        allowClear
        loading={isFetching}
        onOpenChange={(open) => open && setAsked(true)}
        onChange={(id?: string) => choose(others.find((other) => other.id === id) ?? null)}
        options={others.map(({ id, title, unit }) => ({ value: id, label: `${title}（${text(unit.name)}）` }))}
        showSearch={{ optionFilterProp: 'label' }}
      />
      {error !== null && <ProblemState error={error} />}
    </>
  )
}
