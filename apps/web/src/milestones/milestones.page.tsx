import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { MilestonesPage as Page } from '@xushi/contract'
import { useRef } from 'react'
import { milestonesQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { useTitle } from '../app/title.ts'
import { useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { CoverageMaps } from './coverage-maps.tsx'
import { EventsTable } from './events-table.tsx'
import { milestonesWords } from './milestones.words.ts'
import { MilestonesDownload } from './milestones-download.tsx'
import { Timeline } from './timeline.tsx'
import { timelineRows, unspoken } from './timeline-rows.ts'
import './milestones.css'

/** Milestones and mechanisms as a timeline, and what regions are encouraged to do as maps of coverage. */
export function MilestonesPage() {
  const says = useWords(milestonesWords)
  const { programme } = useSearch({ strict: false })
  const query = useQuery(milestonesQuery({ ...useTimes(), programme }))
  useTitle(says.title)
  return <QueryState query={query}>{(page) => <Content page={page} />}</QueryState>
}

function Content({ page }: { page: Page }) {
  const says = useWords(milestonesWords)
  const { show } = useSearch({ from: '/milestones' })
  const isHidden = page.milestones.every(({ tracks }) => tracks === null)
  const which = show === 'all' || isHidden ? 'all' : 'notable'
  const aspects = timelineRows(page, which)
  const shown = aspects.reduce((sum, { rows }) => sum + rows.length, 0)
  const all = page.milestones.length
  const chart = useRef<HTMLDivElement>(null)
  return (
    <>
      <header className="milestones-head">
        <h1>{says.title}</h1>
        <p className="second">{which === 'all' ? says.listedAll(all) : says.listed(all, shown)}</p>
        {!isHidden && shown > 0 && (
          <MilestonesDownload
            page={page}
            aspects={aspects}
            scope={which === 'all' ? says.all(all) : says.notable}
            chart={chart}
          />
        )}
        {!isHidden && (
          <nav className="scope-choices no-print" aria-label={says.scope}>
            <Choice show={undefined} isOn={which === 'notable'} word={says.notable} />
            <Choice show="all" isOn={which === 'all'} word={says.all(all)} />
          </nav>
        )}
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
      {shown === 0 && (
        <Notice kind="empty" title={says.nothing}>
          <p>{says.nothingHint}</p>
        </Notice>
      )}
      {shown > 0 && (
        <div ref={chart}>
          <Timeline page={page} aspects={aspects} />
        </div>
      )}
      {which === 'notable' && <Unspoken page={page} />}
      <EventsTable page={page} />
      <CoverageMaps page={page} />
      <p className="label milestones-foot">{says.notableMeans}</p>
    </>
  )
}

function Choice({ show, isOn, word }: { show: 'all' | undefined; isOn: boolean; word: string }) {
  return (
    <Link
      to="/milestones"
      search={(before) => ({ ...before, show })}
      className={isOn ? 'button chosen' : 'button'}
      aria-current={isOn ? 'true' : undefined}
      resetScroll={false}
    >
      {word}
    </Link>
  )
}

/** What nobody has said anything of: named, and no more than that. */
function Unspoken({ page }: { page: Page }) {
  const says = useWords(milestonesWords)
  const text = useText()
  const quiet = unspoken(page)
  if (quiet.length === 0) return null
  return (
    <p className="label milestones-quiet">
      {says.quiet(quiet.length)}
      {quiet.map(({ id, goal, name }) => (
        <Link key={id} to="/goals/$goal" params={{ goal: id }} title={text(name)}>
          {goal}
        </Link>
      ))}
      <Link to="/milestones" search={(before) => ({ ...before, show: 'all' })} className="no-print">
        {says.showAll(page.milestones.length)}
      </Link>
    </p>
  )
}
