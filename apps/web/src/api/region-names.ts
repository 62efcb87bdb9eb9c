import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/language.tsx'
import { regionsQuery } from './queries.ts'

/** The short name of a region by its code; the code itself until the names are there. */
export function useRegionNames(): (code: string) => string {
  const text = useText()
  const { data } = useQuery(regionsQuery)
  return (code) => {
    const region = data?.regions.find((candidate) => candidate.code === code)
    return region === undefined ? code : text(region.shortName)
  }
}
