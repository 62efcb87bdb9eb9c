import { useMutation, useQueryClient } from '@tanstack/react-query'
import { cancelReport, makeReport, type ReportPage } from '@xushi/contract'
import { Button, Progress } from 'antd'
import { call } from '../api/call.ts'
import { useWords } from '../language/language.tsx'
import { Notice, ProblemState } from '../states/states.tsx'
import { isComing } from './reports.queries.ts'
import { reportsWords } from './reports.words.ts'

/** How far the files of a report are: a bar while they are made, the reason where they were not. */
export function ReportMaking({ report }: { report: ReportPage }) {
  const says = useWords(reportsWords)
  const client = useQueryClient()
  const { id, version, making, moves } = report
  const settle = (next: ReportPage | undefined) => {
    if (next !== undefined) client.setQueryData(['reports', 'one', id], next)
    return client.invalidateQueries({ queryKey: ['reports'] })
  }
  const stopping = useMutation({ mutationFn: () => call(cancelReport, { params: { id } }), onSettled: settle })
  const again = useMutation({
    mutationFn: () => call(makeReport, { params: { id }, body: { version } }),
    onSettled: settle,
  })
  const error = stopping.error ?? again.error
  return (
    <div aria-live="polite">
      {isComing(report) && (
        <div className="report-progress">
          <span>{says.progress(making.done, making.all)}</span>
          <Progress
            percent={making.all === 0 ? 0 : Math.round((making.done / making.all) * 100)}
            status="active"
            aria-label={says.progress(making.done, making.all)}
          />
          {moves.includes('cancel') && (
            <Button size="small" loading={stopping.isPending} onClick={() => stopping.mutate()}>
              {says.stop}
            </Button>
          )}
        </div>
      )}
      {(making.state === 'failed' || making.state === 'cancelled') && (
        <Notice kind="warning" title={making.state === 'failed' ? says.failed : says.stopped}>
          {making.failure !== null && <p>{making.failure}</p>}
          {moves.includes('make') && (
            <Button loading={again.isPending} onClick={() => again.mutate()}>
              {says.again}
            </Button>
          )}
        </Notice>
      )}
      {error !== null && <ProblemState error={error} />}
    </div>
  )
}
