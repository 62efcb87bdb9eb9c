import { useMutation } from '@tanstack/react-query'
import { downloadReport, type ReportPage } from '@xushi/contract'
import { Button } from 'antd'
import { addressOf } from '../api/call.ts'
import { saveFile } from '../api/save-file.ts'
import { useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { reportsWords } from './reports.words.ts'

/** The files of a report, each to be saved. */
export function ReportFiles({ report: { id, files } }: { report: ReportPage }) {
  const says = useWords(reportsWords)
  const saving = useMutation({
    mutationFn: (format: string) => saveFile(addressOf(downloadReport, { params: { id }, querystring: { format } })),
  })
  if (files.length === 0) return null
  return (
    <section className="report-files no-print" aria-label={says.files}>
      {files.map(({ format, size }) => (
        <Button
          key={format}
          loading={saving.isPending && saving.variables === format}
          onClick={() => saving.mutate(format)}
        >
          {format.toUpperCase()} <span className="second">{says.size(size)}</span>
        </Button>
      ))}
      {saving.isError && <ProblemState error={saving.error} />}
    </section>
  )
}
