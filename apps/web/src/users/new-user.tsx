import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createUser } from '@xushi/contract'
import { type Role, roles } from '@xushi/domain'
import { Button, Form, Input, Select } from 'antd'
import { call } from '../api/call.ts'
import { unitsQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { roleWords } from '../session/role.words.ts'
import { ProblemState } from '../states/states.tsx'
import { EmailField, emailTyped } from './email-field.tsx'
import { usersWords } from './users.words.ts'

type Account = {
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly unit: string
  readonly otherUnits?: string[]
  readonly email?: string
}

/** A new account; its initial password is made by the server and shown once. */
export function NewUser({
  close,
  created,
}: {
  close: () => void
  created: (secret: { name: string; password: string }) => void
}) {
  const says = useWords(usersWords)
  const roleSays = useWords(roleWords)
  const text = useText()
  const client = useQueryClient()
  const units = useQuery(unitsQuery)
  const creating = useMutation({
    mutationFn: ({ email = '', ...account }: Account) =>
      call(createUser, { body: { ...account, email: emailTyped(email) } }),
    onSuccess: ({ user, initialPassword }) => {
      created({ name: user.displayName, password: initialPassword })
      close()
      return Promise.all([
        client.invalidateQueries({ queryKey: ['users'] }),
        client.invalidateQueries({ queryKey: ['checklist'] }),
      ])
    },
  })
  const required = [{ required: true, message: says.required }]
  return (
    <Form
      layout="vertical"
      className="new-user"
      requiredMark={false}
      onFinish={(account: Account) => creating.mutate(account)}
    >
      <Form.Item label={says.name} name="displayName" rules={required}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item label={says.username} name="username" rules={required} extra={says.usernameRule}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item label={says.role} name="role" rules={required}>
        <Select options={roles.map((role) => ({ value: role, label: roleSays[role] }))} />
      </Form.Item>
      <Form.Item label={says.unit} name="unit" rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={units.data?.units.map(({ id, name }) => ({ value: id, label: text(name) })) ?? []}
        />
      </Form.Item>
      <Form.Item label={says.otherUnits} name="otherUnits" extra={says.otherUnitsRule}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={units.data?.units.map(({ id, name }) => ({ value: id, label: text(name) })) ?? []}
        />
      </Form.Item>
      <EmailField />
      {creating.isError && <ProblemState error={creating.error} />}
      <Button type="primary" htmlType="submit" loading={creating.isPending}>
        {says.create}
      </Button>{' '}
      <Button onClick={close}>{says.cancel}</Button>
    </Form>
  )
}
