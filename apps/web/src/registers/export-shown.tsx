import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type CaseList, exportCases } from '@xushi/contract'
import { addressOf } from '../api/call.ts'
import { saveFile } from '../api/save-file.ts'
import { useWords } from '../language/language.tsx'
import { ProblemState } from '../states/states.tsx'
import { registerWords } from './registers.words.ts'

/** 导出所列: the rows and columns in sight, in their order, as the file somebody takes away. */
export function ExportShown({ list }: { list: CaseList }) {
  const says = useWords(registerWords)
  const { q, region, industry, stage, state, inForce, sort, columns, on, knownAt } = useSearch({
    from: '/registers/$register',
  })
  const saving = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => {
      const querystring = { format, q, region, industry, stage, state, inForce, sort, columns, on, knownAt }
      return saveFile(addressOf(exportCases, { params: { register: list.register.id }, querystring }))
    },
  })
  return (
    <>
      <span className="export-shown no-print">
        <span className="label">{says.exportShown}</span>
        {(['csv', 'xlsx'] as const).map((format) => (
          <button
            key={format}
            type="button"
            className="button"
            aria-label={`${says.exportShown} ${format.toUpperCase()}`}
            disabled={saving.isPending}
            onClick={() => saving.mutate(format)}
          >
            {format.toUpperCase()}
          </button>
        ))}
      </span>
      {saving.isError && <ProblemState error={saving.error} />}
    </>
  )
}
