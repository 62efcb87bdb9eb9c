import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createDisplay } from '@xushi/contract'
import { Button, Form, Input, Select } from 'antd'
import { call } from '../api/call.ts'
import { programmesQuery, regionsQuery } from '../api/queries.ts'
import { useText, useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { displaysWords } from './displays.words.ts'

/** A token that was just made, with the address that signs a wall in. Kept nowhere but on this page. */
export type MadeDisplay = { readonly name: string; readonly address: string }

type Typed = {
  readonly name: string
  readonly programme: string
  readonly region: string
  readonly days: number
}

const nation = '000000'
const periods = [30, 90, 180, 365]

/** Name, scope and life of a new display token. */
export function NewDisplay({ close, made }: { close: () => void; made: (display: MadeDisplay) => void }) {
  const says = useWords(displaysWords)
  const text = useText()
  const client = useQueryClient()
  const programmes = useQuery(programmesQuery).data?.programmes ?? []
  const regions = useQuery(regionsQuery).data?.regions ?? []
  const creating = useMutation({
    mutationFn: ({ region, ...body }: Typed) =>
      call(createDisplay, { body: { ...body, ...(region === nation ? {} : { region }) } }),
    onSuccess: ({ display, token }) => {
      // Behind the number sign: no server, proxy or log ever sees it.
      made({ name: display.name, address: `${window.location.origin}/screen#token=${token}` })
      close()
      return client.invalidateQueries({ queryKey: ['displays'] })
    },
  })
  const [first] = programmes
  if (first === undefined) return null
  const required = [{ required: true, whitespace: true, message: says.required }]
  const places = regions.filter(({ level, reporting }) => reporting && (level === 'province' || level === 'corps'))
  return (
    <Form
      layout="vertical"
      className="new-display"
      requiredMark={false}
      initialValues={{ programme: first.id, region: nation, days: 90 }}
      onFinish={(typed: Typed) => creating.mutate(typed)}
    >
      <Form.Item label={says.name} name="name" rules={required} extra={says.nameHint}>
        <Input maxLength={60} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item label={says.programme} name="programme">
        <Select options={programmes.map(({ id, shortName }) => ({ value: id, label: text(shortName) }))} />
      </Form.Item>
      <Form.Item label={says.region} name="region">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: nation, label: says.nation },
            ...places.map(({ code, shortName }) => ({ value: code, label: text(shortName) })),
          ]}
        />
      </Form.Item>
      <Form.Item label={says.days} name="days">
        <Select options={periods.map((days) => ({ value: days, label: says.ofDays(days) }))} />
      </Form.Item>
      {creating.isError && <ProblemState error={creating.error} />}
      <Button type="primary" htmlType="submit" loading={creating.isPending}>
        {says.create}
      </Button>{' '}
      <Button onClick={close}>{says.cancel}</Button>
    </Form>
  )
}
