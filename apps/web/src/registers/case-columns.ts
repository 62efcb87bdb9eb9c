import { useQuery } from '@tanstack/react-query'
import { type CaseColumn, type CaseValue, caseColumns, type Register } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { useMemo } from 'react'
import { regionsQuery } from '../api/queries.ts'
import { useLanguage } from '../language/language.tsx'

/** The columns of a register in the language of the page; the same ones while nothing of that changes. */
export function useCaseColumns(register: Register): readonly CaseColumn[] {
  const { language } = useLanguage()
  const { data } = useQuery(regionsQuery)
  return useMemo(() => {
    const regions = new Map(data?.regions.map(({ code, shortName }) => [code, shortName]))
    return caseColumns(register, regions, language)
  }, [register, data, language])
}

/** A value of the list as the page shows it. */
export function shownValue(value: CaseValue): string {
  switch (value?.is) {
    case undefined:
      return ''
    case 'text':
      return value.text
    case 'whole':
      return String(value.value)
    case 'date':
      return value.on
    case 'moment':
      return shanghaiTime(value.at)
    default:
      return value satisfies never
  }
}
