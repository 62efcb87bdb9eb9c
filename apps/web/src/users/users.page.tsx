import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeUser, resetPassword, type SignedIn, type User } from '@xushi/contract'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { checklistQuery, usersQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { useText, useWords } from '../language/language.tsx'
import { PeopleOnly } from '../session/people-only.tsx'
import { roleWords } from '../session/role.words.ts'
import { Notice, ProblemState, QueryState } from '../states/states.tsx'
import { EditUser } from './edit-user.tsx'
import { NewUser } from './new-user.tsx'
import { SecurityEvents } from './security-events.tsx'
import { usersWords } from './users.words.ts'
import './users.css'

/** 用户: accounts, and for a new installation the first steps. */
export function UsersPage() {
  const says = useWords(usersWords)
  useTitle(says.title)
  return (
    <AntFrame>
      <h1>{says.title}</h1>
      <PeopleOnly action="users:read" noRight={says.noRight}>
        {(user) => <Accounts user={user} />}
      </PeopleOnly>
    </AntFrame>
  )
}

type Secret = { readonly name: string; readonly password: string }

function Accounts({ user }: { user: SignedIn }) {
  const says = useWords(usersWords)
  const query = useQuery(usersQuery)
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<Secret | null>(null)
  const mayManage = user.actions.includes('users:manage')
  return (
    <>
      <FirstSteps />
      {user.actions.includes('security:read') && (
        <p className="no-print">
          <a href="#sign-ins">{says.log}</a>
        </p>
      )}
      {secret !== null && (
        <Notice kind="warning" title={says.created(secret.name)}>
          <p className="secret">
            <code>{secret.password}</code> <Button onClick={() => setSecret(null)}>{says.copied}</Button>
          </p>
        </Notice>
      )}
      {mayManage && !adding && (
        <p className="accounts-actions">
          <Button type="primary" onClick={() => setAdding(true)}>
            {says.add}
          </Button>
        </p>
      )}
      {adding && <NewUser close={() => setAdding(false)} created={setSecret} />}
      <QueryState query={query}>
        {({ users }) => (
          <div className="scroll-x">
            <table className="accounts">
              <thead>
                <tr>
                  <th>{says.username}</th>
                  <th>{says.name}</th>
                  <th>{says.role}</th>
                  <th>{says.unit}</th>
                  <th>{says.state}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {users.map((account) => (
                  <AccountRow
                    key={account.id}
                    account={account}
                    mayManage={mayManage && account.id !== user.id}
                    gave={setSecret}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryState>
      {user.actions.includes('security:read') && <SecurityEvents />}
    </>
  )
}

function AccountRow({
  account,
  mayManage,
  gave,
}: {
  account: User
  mayManage: boolean
  gave: (secret: Secret) => void
}) {
  const says = useWords(usersWords)
  const roles = useWords(roleWords)
  const text = useText()
  const client = useQueryClient()
  const [editing, setEditing] = useState(false)
  const renew = () => client.invalidateQueries({ queryKey: ['users'] })
  const params = { id: account.id }
  const switching = useMutation({
    mutationFn: () => call(changeUser, { params, body: { version: account.version, disabled: !account.disabled } }),
    onSettled: renew,
  })
  const resetting = useMutation({
    mutationFn: () => call(resetPassword, { params, body: { version: account.version } }),
    onSuccess: ({ user, initialPassword }) => gave({ name: user.displayName, password: initialPassword }),
    onSettled: renew,
  })
  return (
    <>
      <tr>
        <td translate="no">
          {account.username}
          {account.email !== null && <span className="label other-unit">{account.email}</span>}
        </td>
        <td>
          {account.displayName} {account.demo && <Demo />}
        </td>
        <td>{roles[account.role]}</td>
        <td>
          {text(account.unit.name)}
          {account.otherUnits.map(({ id, name }) => (
            <span key={id} className="label other-unit">
              {text(name)}
            </span>
          ))}
        </td>
        <td className="second">
          {account.disabled ? says.disabled : says.active}
          {account.mustChangePassword && !account.disabled && `，${says.initial}`}
        </td>
        <td className="number">
          {mayManage && (
            <>
              <Button size="small" aria-expanded={editing} onClick={() => setEditing(!editing)}>
                {says.edit}
              </Button>{' '}
              <Popconfirm title={says.sureReset} onConfirm={() => resetting.mutate()}>
                <Button size="small">{says.reset}</Button>
              </Popconfirm>{' '}
              {account.disabled ? (
                <Button size="small" onClick={() => switching.mutate()}>
                  {says.enable}
                </Button>
              ) : (
                <Popconfirm title={says.sureDisable} onConfirm={() => switching.mutate()}>
                  <Button size="small">{says.disable}</Button>
                </Popconfirm>
              )}
            </>
          )}
        </td>
      </tr>
      {editing && (
        <tr>
          <td colSpan={6}>
            <EditUser account={account} close={() => setEditing(false)} />
          </td>
        </tr>
      )}
      {(switching.isError || resetting.isError) && (
        <tr>
          <td colSpan={6}>
            <ProblemState error={switching.error ?? resetting.error} />
          </td>
        </tr>
      )}
    </>
  )
}

/** Two people, one entry, one approval: shown until it is done. */
function FirstSteps() {
  const says = useWords(usersWords)
  const { data } = useQuery(checklistQuery)
  if (data === undefined || data.approvals > 0) return null
  const steps: readonly (readonly [string, boolean])[] = [
    [says.stepRecorder, data.recorders > 0],
    [says.stepApprover, data.approvers > 0],
    [says.stepEntry, data.entries > 0],
    [says.stepApproval, false],
  ]
  return (
    <section className="first-steps">
      <h2>{says.steps}</h2>
      <ol>
        {steps.map(([step, done]) => (
          <li key={step} data-done={done}>
            <span aria-hidden="true">{done ? '✓' : '○'}</span> {step}
          </li>
        ))}
      </ol>
    </section>
  )
}
