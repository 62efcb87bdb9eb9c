import { useMutation } from '@tanstack/react-query'
import { type Case, withdrawCase } from '@xushi/contract'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { DateField } from '../app/date-field.tsx'
import { useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { CasePanel, ReasonField, useRenewAll } from './case-panel.tsx'
import { registerWords } from './registers.words.ts'

/** 退出: from a day on, with the reason. A case that never counted has no such day; it goes altogether. */
export function LeavePanel({ one }: { one: Case }) {
  const says = useWords(registerWords)
  const renew = useRenewAll()
  const [on, setOn] = useState('')
  const [reason, setReason] = useState('')
  const counts = one.validFrom !== null
  const leaving = useMutation({
    mutationFn: () =>
      call(withdrawCase, {
        params: { id: one.id },
        body: { version: one.version, reason: reason.trim(), ...(counts && { on }) },
      }),
    onSettled: renew,
  })
  const told = counts ? says.leaveSure(one.title, on) : says.goSure(one.title)
  return (
    <CasePanel title={counts ? says.leave : says.go} hint={counts ? says.leaveHint : says.goHint}>
      {counts && (
        <p className="note-field">
          {says.leaveOn} <DateField label={says.leaveOn} calendarLabel={says.calendar} value={on} onChoose={setOn} />
        </p>
      )}
      <ReasonField label={says.reason} value={reason} type={setReason} />
      {leaving.isError && <ProblemState error={leaving.error} />}
      <Popconfirm
        title={counts ? says.leave : says.go}
        description={<p className="case-sure">{told}</p>}
        okText={says.sure}
        cancelText={says.notYet}
        onConfirm={() => leaving.mutate()}
      >
        <Button danger disabled={reason.trim() === '' || (counts && on === '')} loading={leaving.isPending}>
          {counts ? says.leave : says.go}
        </Button>
      </Popconfirm>
    </CasePanel>
  )
}
