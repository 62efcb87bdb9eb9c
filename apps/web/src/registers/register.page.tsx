import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { casesQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { useText, useWords } from '../language/language.tsx'
import { PeopleOnly } from '../session/people-only.tsx'
import { QueryState } from '../states/states.tsx'
import { ChangedLists } from './changed-lists.tsx'
import { ConfirmPanel } from './confirm-panel.tsx'
import { registerWords } from './registers.words.ts'
import { TenPanel } from './ten-panel.tsx'
import './registers.css'
import { RegisterCases } from './register-cases.tsx'
import { RegisterHead } from './register-head.tsx'

/** One register: what it counts and how whole that is, and its cases to filter, sort, search and take away. */
export function RegisterPage() {
  const says = useWords(registerWords)
  return (
    <AntFrame>
      <PeopleOnly action="progress:read" noRight={says.noRight}>
        {({ actions }) => <Content actions={actions} />}
      </PeopleOnly>
    </AntFrame>
  )
}

function Content({ actions }: { actions: readonly string[] }) {
  const says = useWords(registerWords)
  const text = useText()
  const { register: id } = useParams({ from: '/registers/$register' })
  const { on, knownAt } = useSearch({ from: '__root__' })
  const query = useQuery(casesQuery(id, { on, knownAt }))
  useTitle(query.data === undefined ? says.title : text(query.data.register.name))
  return (
    <QueryState query={query}>
      {(list) => (
        <>
          <RegisterHead list={list} />
          {list.register.chosenFrom.length > 0 && <TenPanel list={list} />}
          <div className="register-acts no-print">
            {list.register.chosenFrom.length === 0 && actions.includes('progress:record') && (
              <Link className="button" to="/registers/$register/new" params={{ register: id }}>
                {says.add}
              </Link>
            )}
            {list.register.chosenFrom.length === 0 &&
              actions.includes('register:confirm') &&
              list.register.opening !== null && <ConfirmPanel register={id} />}
          </div>
          {list.register.chosenFrom.length === 0 && <ChangedLists register={id} />}
          <RegisterCases list={list} />
        </>
      )}
    </QueryState>
  )
}
