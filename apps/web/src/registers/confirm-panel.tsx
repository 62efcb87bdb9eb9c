import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { confirmRegister } from '@xushi/contract'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { confirmationsQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { registerWords } from './registers.words.ts'

const mostUnits = 4

/** 本期台账确认: a unit's word that its list of the last month is whole. Those who serve many units do it where they serve few. */
export function ConfirmPanel({ register }: { register: string }) {
  const says = useWords(registerWords)
  const text = useText()
  const client = useQueryClient()
  const { data } = useQuery(confirmationsQuery(register))
  const [done, setDone] = useState<string | null>(null)
  const confirming = useMutation({
    mutationFn: ({ unit, period }: { unit: string; period: string }) =>
      call(confirmRegister, { params: { register }, body: { unit, period } }),
    onSuccess: (made) => setDone(says.confirmedDone(text(made.unit.name), made.period)),
    onSettled: () => client.invalidateQueries(),
  })
  const mine = data?.mine ?? []
  if (mine.length === 0 || mine.length > mostUnits) return null
  return (
    <div className="confirm-panel">
      {done !== null && <Notice kind="done" title={done} />}
      {mine.map(({ unit, period, confirmed }) =>
        confirmed ? (
          <p key={unit.id} className="second">
            {text(unit.name)} {period} {says.alreadyConfirmed}
          </p>
        ) : (
          <Popconfirm
            key={unit.id}
            title={says.confirm}
            description={says.confirmHint(text(unit.name), period)}
            okText={says.confirmIt}
            onConfirm={() => confirming.mutate({ unit: unit.id, period })}
          >
            <Button loading={confirming.isPending}>
              {says.confirm}（{period}）
            </Button>
          </Popconfirm>
        ),
      )}
      {confirming.isError && <ProblemState error={confirming.error} />}
    </div>
  )
}
