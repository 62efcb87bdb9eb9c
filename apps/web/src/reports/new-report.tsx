import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { createReport } from '@xushi/contract'
import { type ReportKind, reportKinds } from '@xushi/domain'
import { Button, Form, Select } from 'antd'
import { call } from '../api/call.ts'
import { dashboardQuery, regionsQuery } from '../api/queries.ts'
import { useProgramme, useTimes } from '../app/address.ts'
import { DateField } from '../app/date-field.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { reportsWords } from './reports.words.ts'

type Typed = {
  readonly kind: ReportKind
  readonly language: 'zh' | 'en'
  readonly region: string
  readonly indicator?: string
  readonly on?: string
  readonly comparedOn?: string
}

const nation = '000000'

/** What a new report is made for. @param regions those that the person may make reports of; null for every one */
export function NewReport({ regions: own, close }: { regions: readonly string[] | null; close: () => void }) {
  const says = useWords(reportsWords)
  const text = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const { on } = useTimes()
  const [form] = Form.useForm<Typed>()
  const programme = useProgramme()
  const regions = useQuery(regionsQuery).data?.regions ?? []
  const kind = Form.useWatch('kind', form)
  const dashboard = useQuery({ ...dashboardQuery({ programme: programme?.id }), enabled: kind === 'special' })
  const creating = useMutation({
    mutationFn: ({ region, indicator, on: day, comparedOn, ...asked }: Typed) =>
      call(createReport, {
        body: {
          programme: programme?.id ?? '',
          ...asked,
          ...(region !== nation && { region }),
          ...(asked.kind === 'special' && indicator !== undefined && { parts: [indicator] }),
          ...(day !== undefined && day !== '' && { on: day }),
          ...(comparedOn !== undefined && comparedOn !== '' && { comparedOn }),
        },
      }),
    onSuccess: async ({ id }) => {
      void client.invalidateQueries({ queryKey: ['reports', 'list'] })
      await navigate({ to: '/reports/$id', params: { id } })
    },
  })
  if (programme === undefined) return null
  const isMine = (code: string) => own === null || own.includes(code)
  const places = [
    ...(isMine(nation) ? [{ value: nation, label: says.nation }] : []),
    ...regions
      .filter(({ code, reporting }) => reporting && isMine(code))
      .map(({ code, shortName }) => ({ value: code, label: text(shortName) })),
  ]
  const required = [{ required: true, message: says.required }]
  return (
    <Form
      form={form}
      layout="vertical"
      className="new-report"
      requiredMark={false}
      initialValues={{
        kind: own === null ? 'monthly' : 'regional',
        language,
        region: places[0]?.value,
        on,
      }}
      onFinish={(typed) => creating.mutate(typed)}
    >
      <Form.Item label={says.kind} name="kind">
        <Select autoFocus options={reportKinds.map((value) => ({ value, label: says.kinds[value] }))} />
      </Form.Item>
      <Form.Item label={says.region} name="region" rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={places} />
      </Form.Item>
      {kind === 'special' && (
        <Form.Item label={says.special} name="indicator" rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={dashboard.isPending}
            options={(dashboard.data?.indicators ?? []).map(({ id, goal, name }) => ({
              value: id,
              label: `${goal} ${text(name)}`,
            }))}
          />
        </Form.Item>
      )}
      <Form.Item label={says.on} name="on">
        <FormDate label={says.on} />
      </Form.Item>
      <Form.Item label={says.comparedOn} name="comparedOn" extra={says.comparedHint}>
        <FormDate label={says.comparedOn} />
      </Form.Item>
      <Form.Item label={says.languageOf} name="language">
        <Select options={(['zh', 'en'] as const).map((value) => ({ value, label: says.languages[value] }))} />
      </Form.Item>
      {creating.isError && <ProblemState error={creating.error} />}
      <Button type="primary" htmlType="submit" loading={creating.isPending}>
        {says.create}
      </Button>{' '}
      <Button onClick={close}>{says.cancel}</Button>
    </Form>
  )
}

/** A date as a field of a form, which hands it its value. */
function FormDate({
  label,
  value = '',
  onChange,
}: {
  label: string
  value?: string
  onChange?: (date: string) => void
}) {
  const says = useWords(reportsWords)
  return <DateField label={label} calendarLabel={says.calendar} value={value} onChoose={(date) => onChange?.(date)} />
}
