import { useWords } from '../language/language.tsx'
import { indicatorWords } from './indicator.words.ts'

/** The entries of an indicator as files, for those who may read them. */
export function Downloads({ indicator }: { readonly indicator: string }) {
  const says = useWords(indicatorWords)
  const address = (format: string) => `/api/exports/progress-entries?format=${format}&indicator=${indicator}`
  return (
    <>
      <a className="button no-print" href={address('csv')} download>
        {says.download} {says.csv}
      </a>
      <a className="button no-print" href={address('xlsx')} download>
        {says.download} {says.xlsx}
      </a>
    </>
  )
}
