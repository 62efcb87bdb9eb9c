import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeReportSchedule, createReportSchedule, type ReportSchedule } from '@xushi/contract'
import { type ReportKind, type Role, recipientRoles, scheduledKinds } from '@xushi/domain'
import { Button, Form, InputNumber, Select } from 'antd'
import { call } from '../api/call.ts'
import { regionsQuery } from '../api/queries.ts'
import { useProgramme } from '../app/address.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { roleWords } from '../session/role.words.ts'
import { ProblemState } from '../states/states.tsx'
import { schedulesQuery } from './reports.queries.ts'
import { reportsWords } from './reports.words.ts'
import { schedulesWords } from './schedules.words.ts'

type Typed = {
  readonly kind: Exclude<ReportKind, 'special'>
  readonly language: 'zh' | 'en'
  readonly regions: string[]
  readonly day: number
  readonly recipients: Role[]
}

const nation = '000000'

/** What a schedule drafts, when, and whom it tells. @param schedule the one that is changed; null for a new one */
export function ScheduleForm({ schedule, close }: { schedule: ReportSchedule | null; close: () => void }) {
  const says = useWords(schedulesWords)
  const reportSays = useWords(reportsWords)
  const roleSays = useWords(roleWords)
  const client = useQueryClient()
  const { language } = useLanguage()
  const programme = useProgramme()
  const places = usePlaces()
  const [form] = Form.useForm<Typed>()
  const kind = Form.useWatch('kind', form)
  const saving = useMutation({
    mutationFn: (body: Typed) =>
      schedule === null
        ? call(createReportSchedule, { body: { programme: programme?.id ?? '', ...body } })
        : call(changeReportSchedule, {
            params: { id: schedule.id },
            body: { version: schedule.version, ...body },
          }),
    onSuccess: close,
    onSettled: () => client.invalidateQueries({ queryKey: schedulesQuery.queryKey }),
  })
  if (programme === undefined) return null
  const everyPlace = () => places.map(({ value }) => value).filter((code) => kind !== 'regional' || code !== nation)
  const required = { required: true, message: says.required }
  const options = (values: readonly string[], labels: Readonly<Record<string, string>>) =>
    values.map((value) => ({ value, label: labels[value] ?? value }))
  return (
    <Form
      form={form}
      layout="vertical"
      className="schedule-form"
      requiredMark={false}
      initialValues={
        schedule ?? {
          kind: 'monthly',
          language,
          regions: [nation],
          day: 5,
          recipients: ['approver', 'programme-manager'],
        }
      }
      onFinish={(typed) => saving.mutate(typed)}
    >
      <Form.Item label={reportSays.kind} name="kind" extra={says.kindHint}>
        <Select autoFocus options={options(scheduledKinds, reportSays.kinds)} />
      </Form.Item>
      <Form.Item
        label={says.regions}
        name="regions"
        extra={
          <Button size="small" className="schedule-every" onClick={() => form.setFieldValue('regions', everyPlace())}>
            {says.everyRegion}
          </Button>
        }
        rules={[
          required,
          {
            validator: async (_, chosen: readonly string[]) => {
              if (kind === 'regional' && chosen.includes(nation)) throw new Error(says.regionalNation)
            },
          },
        ]}
      >
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={places} />
      </Form.Item>
      <Form.Item label={reportSays.languageOf} name="language">
        <Select options={options(['zh', 'en'], reportSays.languages)} />
      </Form.Item>
      <Form.Item
        label={says.day}
        name="day"
        extra={says.dayHint}
        rules={[{ required: true, type: 'integer', min: 1, max: 28, message: says.dayWrong }]}
      >
        <InputNumber />
      </Form.Item>
      <Form.Item label={says.recipients} name="recipients" extra={says.recipientsHint} rules={[required]}>
        <Select mode="multiple" options={options(recipientRoles, roleSays)} />
      </Form.Item>
      <p className="second">{says.saveHint}</p>
      {saving.isError && <ProblemState error={saving.error} />}
      <p className="schedule-acts">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {says.save}
        </Button>
        <Button onClick={close}>{says.cancel}</Button>
      </p>
    </Form>
  )
}

/** The nation, and the regions that report. */
function usePlaces() {
  const { nation: whole } = useWords(reportsWords)
  const text = useText()
  const regions = useQuery(regionsQuery).data?.regions ?? []
  return [
    { value: nation, label: whole },
    ...regions
      .filter(({ reporting }) => reporting)
      .map(({ code, shortName }) => ({ value: code, label: text(shortName) })),
  ]
}
