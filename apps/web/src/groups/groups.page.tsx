import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { GroupsPage as Page } from '@xushi/contract'
import { Fragment, useRef } from 'react'
import { groupsQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { Demo } from '../app/demo.tsx'
import { useTitle } from '../app/title.ts'
import { QuestionLink } from '../clause/clause-button.tsx'
import { ClauseInShort } from '../clause/clause-words.tsx'
import { useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { ChoiceFlow } from './choice-flow.tsx'
import { GroupDownload } from './group-download.tsx'
import { choosingIn, type Group } from './group-model.ts'
import { groupsWords } from './groups.words.ts'
import { SideBySide } from './side-by-side.tsx'
import './groups.css'

/** Groups of targets as what they are: sources and the list that is chosen out of them, or counts side by side. Never a sum. */
export function GroupsPage() {
  const says = useWords(groupsWords)
  const { programme } = useSearch({ strict: false })
  const query = useQuery(groupsQuery({ ...useTimes(), programme }))
  useTitle(says.title)
  return <QueryState query={query}>{(page) => <Content page={page} />}</QueryState>
}

function Content({ page }: { page: Page }) {
  const says = useWords(groupsWords)
  const text = useText()
  const firstChart = useRef<HTMLDivElement>(null)
  const [first, ...others] = page.groups
  const isHidden = page.groups.some(({ members }) => members.some(({ choices }) => choices === null))
  if (first === undefined) {
    return (
      <>
        <h1>{says.title}</h1>
        <Notice kind="empty" title={says.noGroups} />
      </>
    )
  }
  return (
    <>
      <header className="groups-head">
        <h1>
          {text(first.name)} {page.demo && <Demo />}
        </h1>
        <Quotes group={first} />
        {!isHidden && <GroupDownload group={first} page={page} chart={firstChart} />}
      </header>
      {isHidden && (
        <Notice kind="empty" title={says.signIn}>
          <p>
            {says.signInHint}{' '}
            <Link to="/sign-in" className="underlined">
              {says.toSignIn}
            </Link>
          </p>
        </Notice>
      )}
      <div ref={firstChart}>
        <GroupBody group={first} on={page.on} />
      </div>
      {others.map((group) => (
        <OtherGroup key={group.id} group={group} page={page} isHidden={isHidden} />
      ))}
    </>
  )
}

function OtherGroup({ group, page, isHidden }: { group: Group; page: Page; isHidden: boolean }) {
  const text = useText()
  const chart = useRef<HTMLDivElement>(null)
  return (
    <section className="group">
      <div className="section-head">
        <h2>{text(group.name)}</h2>
        <SideNote group={group} />
        <span className="spacer" />
        {!isHidden && <GroupDownload group={group} page={page} chart={chart} />}
      </div>
      <div ref={chart}>
        <GroupBody group={group} on={page.on} />
      </div>
    </section>
  )
}

function GroupBody({ group, on }: { group: Group; on: string }) {
  const text = useText()
  const choosing = choosingIn(group)
  if (choosing === null) return <SideBySide members={group.members} />
  const inFlow = new Set([choosing.chooser, ...choosing.sources.map(({ member }) => member)])
  const others = group.members.filter((member) => !inFlow.has(member))
  return (
    <>
      <ChoiceFlow choosing={choosing} name={text(group.name)} on={on} />
      {others.length > 0 && <SideBySide members={others} />}
    </>
  )
}

/** The words that promise it, exactly as they stand. */
function Quotes({ group: { members, rule } }: { group: Group }) {
  const text = useText()
  const questions = [...new Set(members.map(({ clause }) => clause.question))]
  return (
    <div className="group-quotes">
      <blockquote>
        {members.map(({ id, clause }) => (
          <ClauseInShort key={id} clause={clause} />
        ))}
      </blockquote>
      <p className="label">
        {questions.map((question) => (
          <Fragment key={question}>
            <QuestionLink question={question} /> ·{' '}
          </Fragment>
        ))}
        {text(rule)}
      </p>
    </div>
  )
}

function SideNote({ group: { members, rule } }: { group: Group }) {
  const says = useWords(groupsWords)
  const text = useText()
  const questions = [...new Set(members.map(({ clause }) => clause.question))]
  const isSide = members.every(({ chosenFrom }) => chosenFrom.length === 0)
  const count = says.counts[members.length] ?? String(members.length)
  return (
    <span className="label">
      {isSide ? says.sideBySide(count) : text(rule)}
      {questions.map((question) => (
        <Fragment key={question}>
          {' · '}
          <QuestionLink question={question} />
        </Fragment>
      ))}
    </span>
  )
}
