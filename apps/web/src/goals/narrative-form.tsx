import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { recordNarrative, submitNarrative } from '@xushi/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { sessionQuery } from '../api/queries.ts'
import { useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { goalWords } from './goals.words.ts'
import { Field } from './milestone-form.tsx'

const blank = { period: '', progress: '', problems: '', next: '' }

/** 进展情况, 存在问题, 下一步安排: one narrative for a goal, a period and the writer's region. */
export function NarrativeForm({ goal }: { goal: string }) {
  const says = useWords(goalWords)
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
  const [typed, setTyped] = useState(blank)
  const user = session.data?.user
  const place = user?.role === 'recorder' ? {} : { region: user?.unit.region ?? '' }
  const saving = useMutation({
    mutationFn: async (then: 'save' | 'submit') => {
      const body = { ...place, ...typed, period: typed.period.trim() }
      const draft = await call(recordNarrative, { params: { goal }, body })
      if (then === 'save') return draft
      return call(submitNarrative, { params: { id: draft.id }, body: { version: draft.version } })
    },
    onSuccess: () => setTyped(blank),
    onSettled: () => client.invalidateQueries(),
  })
  const ready = typed.period.trim() !== '' && `${typed.progress}${typed.problems}${typed.next}`.trim() !== ''
  return (
    <details className="goal-form">
      <summary className="button">{says.write}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) saving.mutate('submit')
        }}
      >
        <Field label={says.period}>
          <Input
            aria-label={says.period}
            maxLength={20}
            placeholder="2020-10"
            value={typed.period}
            onChange={({ target }) => setTyped({ ...typed, period: target.value })}
          />
        </Field>
        {(['progress', 'problems', 'next'] as const).map((part) => (
          <Field key={part} label={says[part]}>
            <Input.TextArea
              aria-label={says[part]}
              rows={3}
              maxLength={4000}
              value={typed[part]}
              onChange={({ target }) => setTyped({ ...typed, [part]: target.value })}
            />
          </Field>
        ))}
        {saving.isError && <ProblemState error={saving.error} />}
        {saving.isSuccess && <Notice kind="done" title={saving.variables === 'save' ? says.drafted : says.saved} />}
        <div className="choices">
          <Button disabled={!ready} loading={saving.isPending} onClick={() => saving.mutate('save')}>
            {says.save}
          </Button>
          <Button type="primary" htmlType="submit" disabled={!ready} loading={saving.isPending}>
            {says.submit}
          </Button>
        </div>
      </form>
    </details>
  )
}
