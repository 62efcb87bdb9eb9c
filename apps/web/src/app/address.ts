import { skipToken, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Programme } from '@xushi/contract'
import { useEffect } from 'react'
import { dashboardQuery, programmesQuery, type Times, timesKey, type UnderstoodTimes } from '../api/queries.ts'
import { useLanguage } from '../language/language.tsx'

/** The two times from the address; every page of figures asks with them. */
export function useTimes(): Times {
  const { on, knownAt } = useSearch({ strict: false })
  return { on, knownAt }
}

/** A programme of the catalogue: the one named, else the one of the address, else the first. Undefined until it is loaded. */
export function useProgramme(id?: string): Programme | undefined {
  const { programme } = useSearch({ strict: false })
  const all = useQuery(programmesQuery).data?.programmes
  const wanted = id ?? programme
  return wanted === undefined ? all?.[0] : all?.find((candidate) => candidate.id === wanted)
}

/** The dashboard of the programme and the times that the address names. */
export function useDashboard() {
  const { programme } = useSearch({ strict: false })
  return useQuery(dashboardQuery({ ...useTimes(), programme }))
}

/** How the last answer understood the two times of the address; undefined until one came. Asks nothing itself. */
export function useUnderstoodTimes(): UnderstoodTimes | undefined {
  const query = useQuery<UnderstoodTimes>({ queryKey: timesKey(useTimes()), queryFn: skipToken })
  return query.data
}

/** Keeps the language in the address, so that a link shows the same; Chinese, the default, is left out. */
export function useLanguageInAddress(): void {
  const { language } = useLanguage()
  const { lang } = useSearch({ strict: false })
  const navigate = useNavigate()
  const wanted = language === 'en' ? 'en' : undefined
  useEffect(() => {
    if (lang === wanted) return
    const search = <Search extends object>(before: Search) => ({ ...before, lang: wanted })
    void navigate({ to: '.', search, hash: true, replace: true, resetScroll: false })
  }, [lang, wanted, navigate])
}
