import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { sessionQuery } from '../api/queries.ts'

/** The id of the account whose page this is: the one that is signed in, or was until its session ended. Empty for nobody. */
export function useOwner(): string {
  const now = useQuery(sessionQuery).data?.user?.id
  const last = useRef('')
  if (now !== undefined) last.current = now
  return last.current
}
