import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { CallFailed } from '../api/call.ts'
import { displaySessionQuery } from '../api/queries.ts'
import { useTitle } from '../app/title.ts'
import { useWords } from '../language/language.tsx'
import { screenWords } from './screen.words.ts'
import { ScreenFace } from './screen-face.tsx'
import { Stage } from './stage.tsx'
import { useLiveScreen } from './use-live-screen.ts'
import { useWakeLock } from './wake-lock.ts'
import './screen.css'

const longestDay = 40

/**
 * 大屏: signs in by the token in its address, which then leaves the address, and shows a programme without anybody touching it. What
 * it shows stands in the address afterwards, so that the same address opens the same wall again.
 */
export function ScreenPage() {
  const says = useWords(screenWords)
  useTitle(says.title)
  useWakeLock()
  const search = useSearch({ from: '/screen' })
  const token = useTokenOfAddress()
  const signIn = useSignIn(token)
  const asked = { programme: search.programme, region: search.region, on: search.on?.slice(0, longestDay) }
  const { query, isLost } = useLiveScreen(asked, token === null)
  const refusal = refusalOf(signIn.error) ?? refusalOf(query.error)
  const isWithout = query.data === undefined
  return (
    <Stage theme={search.theme ?? 'dark'} isLost={isLost && !isWithout && refusal === null}>
      {refusal !== null ? (
        <Sentence title={refusal.status === 401 ? says.refused : refusal.title} role="alert">
          {refusal.status === 401 ? says.refusedDetail : refusal.detail}
        </Sentence>
      ) : isWithout ? (
        <Sentence title={isLost ? says.noAnswer : says.loading} role="status" />
      ) : (
        <ScreenFace screen={query.data} updatedAt={query.dataUpdatedAt} isLost={isLost} />
      )}
    </Stage>
  )
}

/** The display token behind #token=, which no server and no log ever sees; null where there is none. */
function useTokenOfAddress(): string | null {
  const hash = useLocation({ select: (location) => location.hash })
  return new URLSearchParams(hash).get('token')
}

/** Exchanges the token for a cookie; then the address names what is shown, and the token is gone from it. */
function useSignIn(token: string | null) {
  const navigate = useNavigate()
  const query = useQuery({ ...displaySessionQuery(token ?? ''), enabled: token !== null })
  const scope = query.data
  useEffect(() => {
    if (token === null || scope === undefined) return
    const { programme, region } = scope
    void navigate({
      to: '/screen',
      search: (before) => ({ ...before, programme, region: region ?? undefined }),
      hash: '',
      replace: true,
    })
  }, [token, scope, navigate])
  return query
}

const refusalOf = (error: unknown) => (error instanceof CallFailed ? error.problem : null)

function Sentence({ title, role, children }: { title: string; role: 'alert' | 'status'; children?: ReactNode }) {
  return (
    <main className="screen-sentence" role={role}>
      <h1>{title}</h1>
      {children !== undefined && <p>{children}</p>}
    </main>
  )
}
