import { useMutation } from '@tanstack/react-query'
import { type Case, withdrawCase } from '@xushi/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { DateField } from '../app/date-field.tsx'
import { useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { CasePanel, ReasonField, useRenewAll } from './case-panel.tsx'
import { registerWords } from './registers.words.ts'

/** 退出: from a day on, with the reason. */
export function LeavePanel({ one }: { one: Case }) {
  const says = useWords(registerWords)
  const renew = useRenewAll()
  const [on, setOn] = useState('')
  const [reason, setReason] = useState('')
  const leaving = useMutation({
    mutationFn: () =>
      call(withdrawCase, {
        params: { id: one.id },
        body: { version: one.version, reason: reason.trim(), ...(on !== '' && { on }) },
      }),
    onSettled: renew,
  })
  return (
    <CasePanel title={says.leave} hint={says.leaveHint}>
      <p className="note-field">
        {says.leaveOn} <DateField label={says.leaveOn} calendarLabel={says.calendar} value={on} onChoose={setOn} />
      </p>
      <ReasonField label={says.reason} value={reason} type={setReason} />
      {leaving.isError && <ProblemState error={leaving.error} />}
      <Button danger disabled={reason.trim() === ''} loading={leaving.isPending} onClick={() => leaving.mutate()}>
        {says.leave}
      </Button>
    </CasePanel>
  )
}
