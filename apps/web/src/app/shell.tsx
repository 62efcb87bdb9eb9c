import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import type { SignedIn } from '@xushi/contract'
import { useState } from 'react'
import { installationQuery, sessionQuery } from '../api/queries.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { UnreadCount } from '../messages/unread-count.tsx'
import { roleWords } from '../session/role.words.ts'
import { SignOutButton } from '../session/sign-out-button.tsx'
import { useLanguageInAddress, useProgramme } from './address.ts'
import { closesItself } from './closes-itself.ts'
import { ConnectionLost } from './connection-lost.tsx'
import { Logo } from './logo.tsx'
import { usePagesAhead } from './pages-ahead.ts'
import { PaperDates } from './paper.tsx'
import { shellWords } from './shell.words.ts'
import { useTheme } from './theme.tsx'
import { KnownAtPicker, OnPicker } from './times.tsx'
import './shell.css'

type Place = {
  readonly to:
    | '/'
    | '/indicators'
    | '/regions'
    | '/groups'
    | '/milestones'
    | '/ambiguities'
    | '/displays'
    | '/registers'
    | '/reporting'
    | '/reports'
    | '/decisions'
    | '/recording'
    | '/review'
    | '/users'
    | '/audit'
  readonly word: keyof typeof shellWords.zh
  readonly needs: string | null
}

/** What an official reads, then the two desks. */
const places: readonly Place[] = [
  { to: '/', word: 'overview', needs: null },
  { to: '/indicators', word: 'indicators', needs: null },
  { to: '/regions', word: 'regions', needs: null },
  { to: '/groups', word: 'groups', needs: null },
  { to: '/milestones', word: 'milestones', needs: null },
  { to: '/recording', word: 'recording', needs: 'progress:record' },
  { to: '/review', word: 'review', needs: 'progress:approve' },
  { to: '/ambiguities', word: 'ambiguities', needs: null },
]

/** A phone has room for these and one more word; the desks come before what is read more rarely. */
const placesOnPhone = 4

/** What is needed more rarely. */
const morePlaces: readonly Place[] = [
  { to: '/reports', word: 'reports', needs: 'report:read' },
  { to: '/registers', word: 'registers', needs: 'progress:read' },
  { to: '/reporting', word: 'reporting', needs: 'calendar:read' },
  { to: '/decisions', word: 'decisions', needs: 'decision:read' },
  { to: '/displays', word: 'displays', needs: 'display:manage' },
  { to: '/users', word: 'users', needs: 'users:read' },
  { to: '/audit', word: 'audit', needs: 'ledger:read' },
]

/** The frame of every page: bar with the two times, the page, and on a phone the places at the bottom. */
export function Shell() {
  const says = useWords(shellWords)
  const session = useQuery(sessionQuery)
  const installation = useQuery(installationQuery)
  useLanguageInAddress()
  const user = session.data?.user ?? null
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const hasFigures =
    ['/indicators', '/registers', '/ambiguities', '/regions', '/groups', '/milestones', '/goals'].some((start) =>
      path.startsWith(start),
    ) || path === '/'
  const mayOpen = ({ needs }: Place) => needs === null || (user?.actions.includes(needs) ?? false)
  const mine = places.filter(mayOpen)
  const rarer = morePlaces.filter(mayOpen)
  usePagesAhead(mine.map(({ to }) => to))
  return (
    <>
      <a className="skip" href="#content">
        {says.skip}
      </a>
      <header className="top">
        <Link to="/" className="logo">
          <Logo />
          {says.product}
        </Link>
        <ProgrammeName />
        <nav className="top-nav" aria-label={says.menu}>
          {mine.map(({ to, word }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === '/' }}>
              {says[word]}
            </Link>
          ))}
          {rarer.length > 0 && <MorePlaces places={rarer} />}
        </nav>
        <div className="spacer" />
        <PaperDates demo={installation.data?.demo ?? false} />
        {hasFigures && (
          <div className="times no-print">
            <OnPicker />
            <span className="wide">
              <KnownAtPicker />
            </span>
          </div>
        )}
        <div className="who wide no-print">
          <Settings user={user} demo={installation.data?.demo ?? false} />
        </div>
        <details className="view no-print" {...closesItself}>
          <summary className="button">
            {says.view}
            {user !== null && <UnreadCount />}
          </summary>
          <div>
            {hasFigures && <KnownAtPicker />}
            <Settings user={user} demo={installation.data?.demo ?? false} />
          </div>
        </details>
      </header>
      <main id="content" tabIndex={-1}>
        <ConnectionLost />
        <Outlet />
      </main>
      <nav className="bottom-nav no-print" aria-label={says.menu}>
        {mine.slice(0, placesOnPhone).map(({ to, word }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/' }}>
            {says[word]}
          </Link>
        ))}
        <MorePlaces places={[...mine.slice(placesOnPhone), ...rarer]} />
      </nav>
    </>
  )
}

/** The rarer places behind one word; it closes when one of them was chosen, or the focus leaves it. */
function MorePlaces({ places: rarer }: { places: readonly Place[] }) {
  const says = useWords(shellWords)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [open, setOpen] = useState(false)
  const here = rarer.find(({ to }) => path.startsWith(to))
  return (
    <details
      className={here === undefined ? 'more-places' : 'more-places active'}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      {...closesItself}
    >
      <summary className="more-word">
        {here === undefined ? says.more : says[here.word]}
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <path d="M1 3l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </summary>
      <div>
        {rarer.map(({ to, word }) => (
          <Link key={to} to={to} onClick={() => setOpen(false)}>
            {says[word]}
          </Link>
        ))}
      </div>
    </details>
  )
}

function ProgrammeName() {
  const programme = useProgramme()
  const text = useText()
  return (
    <p className="programme">
      {programme !== undefined && (
        <>
          {text(programme.shortName)}
          <span className="paper-only">（{programme.documentNumber}）</span>
        </>
      )}
    </p>
  )
}

/** Language, theme and who is signed in. */
function Settings({ user, demo }: { user: SignedIn | null; demo: boolean }) {
  const says = useWords(shellWords)
  const { language, choose } = useLanguage()
  const text = useText()
  const roles = useWords(roleWords)
  return (
    <>
      {demo && <span className="demo">{says.demo}</span>}
      <button
        type="button"
        className="plain"
        onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
        lang={language === 'zh' ? 'en' : 'zh-CN'}
      >
        {says.otherLanguage}
      </button>
      {user === null && <ThemeButton />}
      {user === null ? (
        <Link to="/sign-in">{says.signIn}</Link>
      ) : (
        <details className="account" {...closesItself}>
          <summary>
            {roles[user.role]} · {user.displayName}
            <UnreadCount />
          </summary>
          <div>
            <p translate="no">{user.username}</p>
            <p className="second">{text(user.unit.name)}</p>
            <Link to="/messages">
              {says.messages}
              <UnreadCount />
            </Link>
            <ThemeButton />
            <Link to="/password">{says.account}</Link>
            <SignOutButton account={user.id} />
          </div>
        </details>
      )}
    </>
  )
}

function ThemeButton() {
  const says = useWords(shellWords)
  const { theme, choose } = useTheme()
  return (
    <button type="button" className="plain" onClick={() => choose(theme === 'light' ? 'dark' : 'light')}>
      {theme === 'light' ? says.dark : says.light}
    </button>
  )
}
