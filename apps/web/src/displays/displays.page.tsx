import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Display, revokeDisplay } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { displaysQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { useText, useWords } from '../language/language.tsx'
import { PeopleOnly } from '../session/people-only.tsx'
import { Notice, ProblemState, QueryState } from '../states/states.tsx'
import { displaysWords } from './displays.words.ts'
import { type MadeDisplay, NewDisplay } from './new-display.tsx'
import './displays.css'

/** 显示令牌: which walls may show what, and the end of it. */
export function DisplaysPage() {
  const says = useWords(displaysWords)
  useTitle(says.title)
  return (
    <AntFrame>
      <h1>{says.title}</h1>
      <PeopleOnly action="display:manage" noRight={says.noRight}>
        {() => <Displays />}
      </PeopleOnly>
    </AntFrame>
  )
}

function Displays() {
  const says = useWords(displaysWords)
  const query = useQuery(displaysQuery)
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<MadeDisplay | null>(null)
  return (
    <>
      <p className="second displays-intro">{says.intro}</p>
      {made !== null && <Made made={made} close={() => setMade(null)} />}
      <p className="displays-acts">
        {!adding && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {says.add}
          </Button>
        )}
        <Link to="/screen">{says.openScreen}</Link>
      </p>
      {adding && <NewDisplay close={() => setAdding(false)} made={setMade} />}
      <QueryState query={query}>
        {({ displays }) =>
          displays.length === 0 ? <Notice kind="empty" title={says.none} /> : <DisplayTable displays={displays} />
        }
      </QueryState>
    </>
  )
}

/** The address of a new token, this once. */
function Made({ made, close }: { made: MadeDisplay; close: () => void }) {
  const says = useWords(displaysWords)
  const [isCopied, setCopied] = useState(false)
  // Where the browser does not let a page copy, the address can be marked and copied by hand.
  const copy = () =>
    navigator.clipboard?.writeText(made.address).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <Notice kind="warning" title={says.made(made.name)}>
      <p>{says.madeHint}</p>
      <p className="display-address">
        <code>{made.address}</code>
      </p>
      <Button onClick={copy}>{isCopied ? says.copied : says.copy}</Button> <Button onClick={close}>{says.close}</Button>
    </Notice>
  )
}

function DisplayTable({ displays }: { displays: readonly Display[] }) {
  const says = useWords(displaysWords)
  return (
    <div className="scroll-x">
      <table className="displays">
        <thead>
          <tr>
            <th>{says.name}</th>
            <th>{says.programme}</th>
            <th>{says.region}</th>
            <th>{says.state}</th>
            <th>{says.expiresAt}</th>
            <th>{says.lastSeen}</th>
            <th>{says.createdBy}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {displays.map((display) => (
            <DisplayRow key={display.id} display={display} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DisplayRow({ display }: { display: Display }) {
  const says = useWords(displaysWords)
  const text = useText()
  const client = useQueryClient()
  const revoking = useMutation({
    mutationFn: () => call(revokeDisplay, { params: { id: display.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['displays'] }),
  })
  const { name, programmeName, region, state, expiresAt, lastSeenAt, createdBy } = display
  const states = { 'in-force': says.inForce, expired: says.expired, revoked: says.revoked }
  return (
    <>
      <tr className={state === 'in-force' ? undefined : 'second'}>
        <td>{name}</td>
        <td>{text(programmeName)}</td>
        <td>{region === null ? says.nation : text(region.name)}</td>
        <td>{states[state]}</td>
        <td className="nowrap">{shanghaiTime(expiresAt)}</td>
        <td className="nowrap">{lastSeenAt === null ? says.never : shanghaiTime(lastSeenAt)}</td>
        <td>{createdBy.name}</td>
        <td className="number">
          {state === 'in-force' && (
            <Popconfirm
              title={says.sure(name)}
              okText={says.revoke}
              cancelText={says.keep}
              onConfirm={() => revoking.mutate()}
            >
              <Button size="small" loading={revoking.isPending}>
                {says.revoke}
              </Button>
            </Popconfirm>
          )}
        </td>
      </tr>
      {revoking.isError && (
        <tr>
          <td colSpan={8}>
            <ProblemState error={revoking.error} />
          </td>
        </tr>
      )}
    </>
  )
}
