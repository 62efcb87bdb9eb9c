import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Session, signIn } from '@xushi/contract'
import { Button, Form, Input } from 'antd'
import { call } from '../api/call.ts'
import { installationQuery, sessionQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { sessionWords } from './session.words.ts'
import './session.css'

/** The region of those who work for the whole country. */
const nation = '000000'

/**
 * Where somebody goes after signing in: who belongs to a region to its page, which leads on to the desks that the role has; who works for
 * the nation to the desk of the role.
 */
export function useArrival() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (session: Session) => {
    client.clear()
    client.setQueryData(sessionQuery.queryKey, session)
    if (session.user?.mustChangePassword) return navigate({ to: '/password' })
    const may = (action: string) => session.user?.actions.includes(action) ?? false
    const region = session.user?.unit.region
    if (region !== undefined && region !== nation && !may('users:manage'))
      return navigate({ to: '/regions/$region', params: { region } })
    if (may('progress:record')) return navigate({ to: '/recording' })
    return navigate({ to: may('progress:approve') ? '/review' : may('users:manage') ? '/users' : '/' })
  }
}

export function SignInPage() {
  const says = useWords(sessionWords)
  const installation = useQuery(installationQuery)
  const arrive = useArrival()
  const entering = useMutation({
    mutationFn: (body: { username: string; password: string }) => call(signIn, { body }),
    onSuccess: arrive,
  })
  useTitle(says.signIn)
  const required = [{ required: true, message: says.required }]
  return (
    <AntFrame>
      <section className="narrow">
        <h1>{says.signIn}</h1>
        <Form layout="vertical" requiredMark={false} onFinish={(values) => entering.mutate(values)}>
          <Form.Item label={says.username} name="username" rules={required}>
            <Input autoComplete="username" autoFocus size="large" />
          </Form.Item>
          <Form.Item label={says.password} name="password" rules={required}>
            <Input.Password autoComplete="current-password" size="large" visibilityToggle={false} />
          </Form.Item>
          {entering.isError && <ProblemState error={entering.error} />}
          <Button type="primary" htmlType="submit" loading={entering.isPending} block size="large">
            {says.signIn}
          </Button>
        </Form>
        <p className="second">{installation.data?.demo ? says.demoHint : says.forgot}</p>
      </section>
    </AntFrame>
  )
}
