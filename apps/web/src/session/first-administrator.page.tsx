import { useMutation } from '@tanstack/react-query'
import { createFirstAdministrator } from '@xushi/contract'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { sessionWords } from './session.words.ts'
import { useArrival } from './sign-in.page.tsx'
import './session.css'

/** The secret stands in the fragment of the address, which browsers never send to a server or write to its log. */
function secretOfAddress(): string {
  const secret = window.location.hash.slice(1)
  return /^[A-Za-z0-9_-]{20,}$/.test(secret) ? secret : ''
}

export function FirstAdministratorPage() {
  const says = useWords(sessionWords)
  const [token] = useState(secretOfAddress)
  const arrive = useArrival()
  const creating = useMutation({
    mutationFn: (body: { username: string; displayName: string; password: string }) =>
      call(createFirstAdministrator, { body: { ...body, token } }),
    onSuccess: arrive,
  })
  useTitle(says.first)
  const required = [{ required: true, message: says.required }]
  return (
    <AntFrame>
      <section className="narrow">
        <h1>{says.first}</h1>
        <p className="second">{says.firstHint}</p>
        {token === '' && <Notice kind="warning" title={says.firstMissing} />}
        <Form layout="vertical" requiredMark={false} onFinish={(values) => creating.mutate(values)}>
          <Form.Item label={says.displayName} name="displayName" rules={required}>
            <Input autoComplete="name" maxLength={60} autoFocus />
          </Form.Item>
          <Form.Item label={says.username} name="username" extra={says.usernameRule} rules={required}>
            <Input autoComplete="username" maxLength={40} />
          </Form.Item>
          <Form.Item label={says.password} name="password" rules={required}>
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
          {creating.isError && <ProblemState error={creating.error} />}
          <Button type="primary" htmlType="submit" loading={creating.isPending} disabled={token === ''} block>
            {says.create}
          </Button>
        </Form>
      </section>
    </AntFrame>
  )
}
