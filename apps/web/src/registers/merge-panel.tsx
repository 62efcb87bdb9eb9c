import { useMutation } from '@tanstack/react-query'
import { type Case, mergeCase } from '@xushi/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { CasePanel, ReasonField, useRenewAll } from './case-panel.tsx'
import { registerWords } from './registers.words.ts'

/** 合并: into another case of the same thing; both histories stay. */
export function MergePanel({ one }: { one: Case }) {
  const says = useWords(registerWords)
  const renew = useRenewAll()
  const [into, setInto] = useState('')
  const [reason, setReason] = useState('')
  const merging = useMutation({
    mutationFn: () =>
      call(mergeCase, {
        params: { id: one.id },
        body: { version: one.version, into: into.trim(), reason: reason.trim() },
      }),
    onSettled: renew,
  })
  return (
    <CasePanel title={says.merge} hint={says.mergeHint}>
      <label className="note-field">
        {says.mergeInto}
        <Input
          value={into}
          maxLength={64}
          onChange={({ target }) => setInto(target.value.replace(/^.*\/cases\//, ''))}
        />
      </label>
      <ReasonField label={says.reason} value={reason} type={setReason} />
      {merging.isError && <ProblemState error={merging.error} />}
      <Button
        danger
        disabled={into.trim() === '' || reason.trim() === ''}
        loading={merging.isPending}
        onClick={() => merging.mutate()}
      >
        {says.mergeIt}
      </Button>
    </CasePanel>
  )
}
