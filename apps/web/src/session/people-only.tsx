import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SignedIn } from '@xushi/contract'
import { words } from '@xushi/wording'
import type { ReactNode } from 'react'
import { sessionQuery } from '../api/queries.ts'
import { useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'

const peopleWords = words({ signInFirst: '请先登录。' }, { signInFirst: 'Please sign in first.' })

/**
 * What is there for people who signed in and may do `action`. Whoever has not signed in reads that first, with the way there; whoever may
 * not reads `noRight`. Without an action it is there for everybody who signed in.
 *
 * @param title heading above either sentence, where the page has its own only with its content
 */
export function PeopleOnly({
  action,
  noRight = '',
  title,
  children,
}: {
  action?: SignedIn['actions'][number]
  noRight?: string
  title?: string
  children: (user: SignedIn) => ReactNode
}) {
  const says = useWords(peopleWords)
  const heading = title === undefined ? null : <h1>{title}</h1>
  return (
    <QueryState query={useQuery(sessionQuery)}>
      {({ user }) => {
        if (user === null)
          return (
            <>
              {heading}
              <Notice kind="empty" title={says.signInFirst}>
                {' '}
                <Link to="/sign-in">→</Link>
              </Notice>
            </>
          )
        if (action === undefined || user.actions.includes(action)) return children(user)
        return (
          <>
            {heading}
            <Notice kind="empty" title={noRight} />
          </>
        )
      }}
    </QueryState>
  )
}
