import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type ConfirmationList, confirmRegister } from '@xushi/contract'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { confirmationsQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { registerWords } from './registers.words.ts'

const mostUnits = 4
type Mine = ConfirmationList['mine'][number]

/**
 * 本期台账确认: a unit's word that its list of a month is whole, of any open month since the opening. Those who serve many units do it
 * where they serve few.
 */
export function ConfirmPanel({ register }: { register: string }) {
  const { data } = useQuery(confirmationsQuery(register))
  const units = Map.groupBy(data?.mine ?? [], ({ unit }) => unit.id)
  if (units.size === 0 || units.size > mostUnits) return null
  return (
    <div className="confirm-panel">
      {[...units].map(([unit, months]) => (
        <UnitConfirmation key={unit} register={register} months={months} />
      ))}
    </div>
  )
}

/** The months of one unit, newest first: the one in the address, else the newest that waits for its word. */
function UnitConfirmation({ register, months }: { register: string; months: readonly Mine[] }) {
  const says = useWords(registerWords)
  const text = useText()
  const client = useQueryClient()
  const { period: asked } = useSearch({ from: '/registers/$register' })
  const [picked, setPicked] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const confirming = useMutation({
    mutationFn: ({ unit, period }: Mine) =>
      call(confirmRegister, { params: { register }, body: { unit: unit.id, period } }),
    onSuccess: (made) => setDone(says.confirmedDone(text(made.unit.name), made.period)),
    onSettled: () => client.invalidateQueries(),
  })
  const waits = ({ confirmed, changed }: Mine) => !confirmed || changed
  const named = months.find(({ period }) => period === (picked ?? asked))
  const month = named ?? months.find(waits) ?? months[0]
  if (month === undefined) return null
  const { unit, period } = month
  const told = (one: Mine) => one.period + (one.changed ? says.monthChanged : one.confirmed ? says.monthConfirmed : '')
  return (
    <div className="confirm-unit">
      {done !== null && <Notice kind="done" title={done} />}
      <label>
        <span className="second">{text(unit.name)}</span>{' '}
        <select
          aria-label={`${text(unit.name)} ${says.confirmMonth}`}
          value={period}
          onChange={({ target }) => setPicked(target.value)}
        >
          {months.map((one) => (
            <option key={one.period} value={one.period}>
              {told(one)}
            </option>
          ))}
        </select>
      </label>{' '}
      {waits(month) && (
        <Popconfirm
          title={says.confirm}
          description={<p className="case-sure">{says.confirmHint(text(unit.name), period)}</p>}
          okText={says.confirmIt}
          cancelText={says.notYet}
          onConfirm={() => confirming.mutate(month)}
        >
          <Button loading={confirming.isPending}>
            {says.confirm}（{period}）
          </Button>
        </Popconfirm>
      )}
      {confirming.isError && <ProblemState error={confirming.error} />}
    </div>
  )
}
