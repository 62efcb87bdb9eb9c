import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { type SignedIn, signOut } from '@xushi/contract'
import { call } from '../api/call.ts'
import { installationQuery, sessionQuery } from '../api/queries.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { roleWords } from '../session/role.words.ts'
import { useLanguageInAddress, useProgramme } from './address.ts'
import { shellWords } from './shell.words.ts'
import { useTheme } from './theme.tsx'
import { KnownAtPicker, OnPicker } from './times.tsx'
import './shell.css'

type Place = {
  readonly to:
    | '/'
    | '/indicators'
    | '/registers'
    | '/reporting'
    | '/decisions'
    | '/recording'
    | '/review'
    | '/users'
    | '/audit'
  readonly word: keyof typeof shellWords.zh
  readonly needs: string | null
}

const places: readonly Place[] = [
  { to: '/', word: 'overview', needs: null },
  { to: '/indicators', word: 'indicators', needs: null },
  { to: '/registers', word: 'registers', needs: 'progress:read' },
  { to: '/recording', word: 'recording', needs: 'progress:record' },
  { to: '/review', word: 'review', needs: 'progress:approve' },
  { to: '/reporting', word: 'reporting', needs: 'calendar:read' },
  { to: '/decisions', word: 'decisions', needs: 'decision:propose' },
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
  const hasFigures = ['/indicators', '/registers'].some((start) => path.startsWith(start)) || path === '/'
  const mine = places.filter(({ needs }) => needs === null || user?.actions.includes(needs))
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
        </nav>
        <div className="spacer" />
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
        <details className="view no-print">
          <summary className="button">{says.view}</summary>
          <div>
            {hasFigures && <KnownAtPicker />}
            <Settings user={user} demo={installation.data?.demo ?? false} />
          </div>
        </details>
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <nav className="bottom-nav no-print" aria-label={says.menu}>
        {mine.map(({ to, word }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/' }}>
            {says[word]}
          </Link>
        ))}
      </nav>
    </>
  )
}

function Logo() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1" y="8" width="22" height="8" fill="var(--track)" />
      <rect x="1" y="8" width="13" height="8" fill="var(--actual)" />
      <path d="M17.5 3v18" stroke="var(--ink)" strokeWidth="2.4" />
    </svg>
  )
}

function ProgrammeName() {
  const programme = useProgramme()
  const text = useText()
  return <p className="programme">{programme !== undefined && text(programme.shortName)}</p>
}

/** Language, theme and who is signed in. */
function Settings({ user, demo }: { user: SignedIn | null; demo: boolean }) {
  const says = useWords(shellWords)
  const { language, choose } = useLanguage()
  const { theme, choose: chooseTheme } = useTheme()
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
      <button type="button" className="plain" onClick={() => chooseTheme(theme === 'light' ? 'dark' : 'light')}>
        {theme === 'light' ? says.dark : says.light}
      </button>
      {user === null ? (
        <Link to="/sign-in">{says.signIn}</Link>
      ) : (
        <details className="account">
          <summary>
            {roles[user.role]} · {user.displayName}
          </summary>
          <div>
            <p>{user.username}</p>
            <p className="second">{text(user.unit.name)}</p>
            <Link to="/password">{says.account}</Link>
            <SignOutButton />
          </div>
        </details>
      )}
    </>
  )
}

function SignOutButton() {
  const says = useWords(shellWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await call(signOut, {}).catch(() => undefined)
    client.clear()
    await navigate({ to: '/' })
  }
  return (
    <button type="button" className="button" onClick={leave}>
      {says.signOut}
    </button>
  )
}
