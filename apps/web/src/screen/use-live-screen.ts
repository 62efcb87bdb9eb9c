import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type ScreenAsked, screenQuery } from '../api/queries.ts'
import { openEventLine } from './event-line.ts'

/** A short break is not worth a word: most are over before anybody has read it. */
const patience = 4000

/** What the wall shows, kept up to date: asked again whenever the server says that figures moved, and each minute besides. */
export function useLiveScreen(asked: ScreenAsked, isSignedIn: boolean) {
  const client = useQueryClient()
  const { programme, region, on } = asked
  const query = useQuery({ ...screenQuery(asked), enabled: isSignedIn })
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    if (!isSignedIn) return
    const { queryKey } = screenQuery({ programme, region, on })
    const again = () => void client.invalidateQueries({ queryKey })
    const line = openEventLine({
      changed: setOpen,
      moved: (figuresSeq) => {
        const state = client.getQueryState(queryKey)
        if (state?.data?.figuresSeq !== figuresSeq || state.status === 'error') again()
      },
      ended: again,
    })
    return line.close
  }, [client, programme, region, on, isSignedIn])

  const isLost = useLasting(!isOpen || query.isError, patience)
  return { query, isLost }
}

/** Whether something has held for a while; what ends is over at once. */
function useLasting(holds: boolean, milliseconds: number): boolean {
  const [hasLasted, setLasted] = useState(false)
  useEffect(() => {
    if (!holds) {
      setLasted(false)
      return
    }
    const timer = setTimeout(() => setLasted(true), milliseconds)
    return () => clearTimeout(timer)
  }, [holds, milliseconds])
  return holds && hasLasted
}
