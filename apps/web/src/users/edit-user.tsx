import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeUser, type User } from '@xushi/contract'
import { type Role, roles } from '@xushi/domain'
import { Button, Form, Input, Select } from 'antd'
import { call } from '../api/call.ts'
import { unitsQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { roleWords } from '../session/role.words.ts'
import { ProblemState } from '../states/states.tsx'
import { EmailField, emailTyped } from './email-field.tsx'
import { usersWords } from './users.words.ts'

type Change = {
  readonly displayName: string
  readonly role: Role
  readonly unit: string
  readonly otherUnits: string[]
  readonly email: string
}

/** Name, role and units of an account. Its sessions end, so that nobody goes on with rights they no longer have. */
export function EditUser({ account, close }: { account: User; close: () => void }) {
  const says = useWords(usersWords)
  const roleSays = useWords(roleWords)
  const text = useText()
  const client = useQueryClient()
  const units = useQuery(unitsQuery)
  const options = units.data?.units.map(({ id, name }) => ({ value: id, label: text(name) })) ?? []
  const changing = useMutation({
    mutationFn: ({ email, ...change }: Change) =>
      call(changeUser, {
        params: { id: account.id },
        body: { version: account.version, ...change, email: emailTyped(email) },
      }),
    onSuccess: close,
    onSettled: () => client.invalidateQueries({ queryKey: ['users'] }),
  })
  return (
    <Form
      layout="vertical"
      className="new-user"
      requiredMark={false}
      initialValues={{
        displayName: account.displayName,
        role: account.role,
        unit: account.unit.id,
        otherUnits: account.otherUnits.map(({ id }) => id),
        email: account.email ?? '',
      }}
      onFinish={(change: Change) => changing.mutate(change)}
    >
      <Form.Item label={says.name} name="displayName" rules={[{ required: true, message: says.required }]}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item label={says.role} name="role">
        <Select options={roles.map((role) => ({ value: role, label: roleSays[role] }))} />
      </Form.Item>
      <Form.Item label={says.unit} name="unit">
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <Form.Item label={says.otherUnits} name="otherUnits" extra={says.otherUnitsRule}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <EmailField />
      <p className="second">{says.editEndsSessions}</p>
      {changing.isError && <ProblemState error={changing.error} />}
      <Button type="primary" htmlType="submit" loading={changing.isPending}>
        {says.saveChange}
      </Button>{' '}
      <Button onClick={close}>{says.cancel}</Button>
    </Form>
  )
}
