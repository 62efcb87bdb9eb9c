import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changePassword } from '@xushi/contract'
import { Button, Form, Input } from 'antd'
import { call } from '../api/call.ts'
import { sessionQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { roleWords } from './role.words.ts'
import { sessionWords } from './session.words.ts'
import './session.css'

export function PasswordPage() {
  const says = useWords(sessionWords)
  const roles = useWords(roleWords)
  const text = useText()
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
  const [form] = Form.useForm()
  const changing = useMutation({
    mutationFn: ({ current, next }: { current: string; next: string }) =>
      call(changePassword, { body: { current, next } }),
    onSuccess: (renewed) => {
      client.setQueryData(sessionQuery.queryKey, renewed)
      form.resetFields()
    },
  })
  useTitle(says.account)
  const user = session.data?.user
  const required = { required: true, message: says.required }
  return (
    <AntFrame>
      <section className="narrow">
        <h1>{says.account}</h1>
        {user && (
          <p className="second">
            {user.displayName}（<span translate="no">{user.username}</span>）　{roles[user.role]}　
            {text(user.unit.name)}
          </p>
        )}
        {user?.mustChangePassword && <Notice kind="warning" title={says.mustChange} />}
        {changing.isSuccess && <Notice kind="done" title={says.changed} />}
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => changing.mutate(values)}>
          <Form.Item label={says.current} name="current" rules={[required]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item label={says.next} name="next" rules={[required]}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            label={says.again}
            name="again"
            dependencies={['next']}
            rules={[
              required,
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(says.differs)),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          {changing.isError && <ProblemState error={changing.error} />}
          <Button type="primary" htmlType="submit" loading={changing.isPending} block>
            {says.change}
          </Button>
        </Form>
        {user && !user.mustChangePassword && <OwnSessions />}
      </section>
    </AntFrame>
  )
}
