import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import {
  ambiguitiesQuery,
  dashboardQuery,
  derivationQuery,
  groupsQuery,
  indicatorQuery,
  installationQuery,
  milestonesQuery,
  programmesQuery,
  seriesQuery,
  sessionQuery,
  type Times,
} from '../api/queries.ts'
import { chartSearchOf } from '../indicator/progress-view.ts'
import { ledgerSearchOf } from '../ledger/ledger-search.ts'
import { regionQuery, regionsStandingQuery } from '../regions/regions.queries.ts'
import { regionsSearchOf } from '../regions/regions-search.ts'
import { reportsSearchOf } from '../reports/reports-search.ts'
import { Waiting } from '../states/states.tsx'
import { connected } from './connection.ts'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'
import { PageFault } from './page-fault.tsx'
import { WaitingFrame } from './waiting-frame.tsx'

type Search = {
  readonly programme?: string | undefined
  readonly on?: string | undefined
  readonly knownAt?: string | undefined
  readonly aspect?: string | undefined
  readonly status?: string | undefined
  readonly q?: string | undefined
  readonly question?: string | undefined
  readonly lang?: string | undefined
  /** Parts of a page that stand unfolded or folded otherwise than they come. */
  readonly open?: string | undefined
  readonly shut?: string | undefined
}

/** Texts of the address as texts: a number or list that somebody typed there becomes its text. */
function searchOf(raw: Record<string, unknown>): Search {
  const text = (key: string) => (raw[key] === undefined || raw[key] === '' ? undefined : String(raw[key]))
  return {
    programme: text('programme'),
    on: text('on'),
    knownAt: text('knownAt'),
    aspect: text('aspect'),
    status: text('status'),
    q: text('q'),
    question: text('question'),
    lang: text('lang'),
    open: text('open'),
    shut: text('shut'),
  }
}

/**
 * Who is signed in decides which words stand in the bar and what a page asks for, so it is known before the first page is drawn: nothing
 * moves when it comes. Without an answer the page is drawn for nobody.
 */
async function whoIsThere({ context: { client } }: { context: { client: QueryClient } }): Promise<void> {
  void client.prefetchQuery(programmesQuery)
  void client.prefetchQuery(installationQuery)
  await client.ensureQueryData({ ...sessionQuery, retry: false }).catch(() => null)
}

/** The series of an indicator, for those who may read it: its page needs it as soon as the rest. */
async function prefetchSeries(client: QueryClient, indicator: string, times: Times): Promise<void> {
  const session = await client.ensureQueryData({ ...sessionQuery, retry: false }).catch(() => null)
  if (session?.user?.actions.includes('figures:read')) await client.prefetchQuery(seriesQuery(indicator, times))
}

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  loader: whoIsThere,
  staleTime: Number.POSITIVE_INFINITY,
  component: Frame,
  pendingComponent: WaitingFrame,
  notFoundComponent: NotFound,
  validateSearch: searchOf,
  search: { middlewares: [retainSearchParams(['programme', 'on', 'knownAt', 'lang'])] },
})

const timesOf = ({ search }: { search: Search }) => ({ on: search.on, knownAt: search.knownAt })
const dashboardAskedOf = ({ search }: { search: Search }) => ({ ...timesOf({ search }), programme: search.programme })

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  loaderDeps: dashboardAskedOf,
  loader: ({ context, deps }) => void context.client.prefetchQuery(dashboardQuery(deps)),
  component: lazyRouteComponent(() => connected(() => import('../overview/overview.page.tsx')), 'OverviewPage'),
})
const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicators',
  loaderDeps: dashboardAskedOf,
  loader: ({ context, deps }) => void context.client.prefetchQuery(dashboardQuery(deps)),
  component: lazyRouteComponent(() => connected(() => import('../overview/indicators.page.tsx')), 'IndicatorsPage'),
})
const groups = createRoute({
  getParentRoute: () => root,
  path: '/groups',
  loaderDeps: dashboardAskedOf,
  loader: ({ context, deps }) => void context.client.prefetchQuery(groupsQuery(deps)),
  component: lazyRouteComponent(() => connected(() => import('../groups/groups.page.tsx')), 'GroupsPage'),
})
const milestones = createRoute({
  getParentRoute: () => root,
  path: '/milestones',
  validateSearch: ({ show }: Record<string, unknown>): { readonly show?: 'all' | undefined } => ({
    show: show === 'all' ? 'all' : undefined,
  }),
  loaderDeps: dashboardAskedOf,
  loader: ({ context, deps }) => void context.client.prefetchQuery(milestonesQuery(deps)),
  component: lazyRouteComponent(() => connected(() => import('../milestones/milestones.page.tsx')), 'MilestonesPage'),
})
const indicator = createRoute({
  getParentRoute: () => root,
  path: '/indicators/$indicator',
  validateSearch: chartSearchOf,
  loaderDeps: timesOf,
  loader: ({ context: { client }, deps, params }) => {
    void client.prefetchQuery(indicatorQuery(params.indicator, deps))
    void prefetchSeries(client, params.indicator, deps)
  },
  component: lazyRouteComponent(() => connected(() => import('../indicator/indicator.page.tsx')), 'IndicatorPage'),
})
const derivation = createRoute({
  getParentRoute: () => root,
  path: '/indicators/$indicator/derivation',
  loaderDeps: timesOf,
  loader: ({ context, deps, params }) => void context.client.prefetchQuery(derivationQuery(params.indicator, deps)),
  component: lazyRouteComponent(() => connected(() => import('../derivation/derivation.page.tsx')), 'DerivationPage'),
})
const ambiguities = createRoute({
  getParentRoute: () => root,
  path: '/ambiguities',
  loaderDeps: dashboardAskedOf,
  loader: ({ context, deps }) => void context.client.prefetchQuery(ambiguitiesQuery(deps)),
  component: lazyRouteComponent(
    () => connected(() => import('../ambiguities/ambiguities.page.tsx')),
    'AmbiguitiesPage',
  ),
})
const regions = createRoute({
  getParentRoute: () => root,
  path: '/regions',
  validateSearch: regionsSearchOf,
  loaderDeps: ({ search }) => ({ ...dashboardAskedOf({ search }), indicator: search.indicator }),
  loader: ({ context, deps }) => void context.client.prefetchQuery(regionsStandingQuery(deps)),
  component: lazyRouteComponent(() => connected(() => import('../regions/regions.page.tsx')), 'RegionsPage'),
})
const region = createRoute({
  getParentRoute: () => root,
  path: '/regions/$region',
  loaderDeps: dashboardAskedOf,
  loader: ({ context, deps, params }) => void context.client.prefetchQuery(regionQuery(params.region, deps)),
  component: lazyRouteComponent(() => connected(() => import('../regions/region.page.tsx')), 'RegionPage'),
})
const method = createRoute({
  getParentRoute: () => root,
  path: '/methods/$name',
  component: lazyRouteComponent(() => connected(() => import('../methods/method.page.tsx')), 'MethodPage'),
})
type CellSearch = {
  readonly indicator?: string | undefined
  readonly unit?: string | undefined
  readonly region?: string | undefined
  readonly period?: string | undefined
}

const recording = createRoute({
  getParentRoute: () => root,
  path: '/recording',
  validateSearch: (raw: Record<string, unknown>): CellSearch => {
    const text = (key: string) => (raw[key] === undefined || raw[key] === '' ? undefined : String(raw[key]))
    return { indicator: text('indicator'), unit: text('unit'), region: text('region'), period: text('period') }
  },
  loader: ({ context }) => void context.client.prefetchQuery(sessionQuery),
  component: lazyRouteComponent(() => connected(() => import('../recording/recording.page.tsx')), 'RecordingPage'),
})
const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  component: lazyRouteComponent(() => connected(() => import('../review/review.page.tsx')), 'ReviewPage'),
})
const entry = createRoute({
  getParentRoute: () => root,
  path: '/entries/$id',
  component: lazyRouteComponent(() => connected(() => import('../review/entry.page.tsx')), 'EntryPage'),
})
const registers = createRoute({
  getParentRoute: () => root,
  path: '/registers',
  component: lazyRouteComponent(() => connected(() => import('../registers/registers.page.tsx')), 'RegistersPage'),
})

type RegisterSearch = {
  readonly region?: string | undefined
  readonly industry?: string | undefined
  readonly stage?: string | undefined
  readonly state?: string | undefined
  readonly inForce?: string | undefined
  readonly sort?: string | undefined
  readonly columns?: string | undefined
  /** The month whose list somebody came to confirm. */
  readonly period?: string | undefined
}
const register = createRoute({
  getParentRoute: () => root,
  path: '/registers/$register',
  validateSearch: (raw: Record<string, unknown>): RegisterSearch => {
    const text = (key: string) => (raw[key] === undefined || raw[key] === '' ? undefined : String(raw[key]))
    const [region, stage, state] = [text('region'), text('stage'), text('state')]
    return {
      region,
      industry: text('industry'),
      stage,
      state,
      inForce: text('inForce'),
      sort: text('sort'),
      columns: text('columns'),
      period: text('period'),
    }
  },
  component: lazyRouteComponent(() => connected(() => import('../registers/register.page.tsx')), 'RegisterPage'),
})
const newCase = createRoute({
  getParentRoute: () => root,
  path: '/registers/$register/new',
  component: lazyRouteComponent(() => connected(() => import('../registers/case-form.page.tsx')), 'NewCasePage'),
})
const registeredCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id',
  component: lazyRouteComponent(() => connected(() => import('../registers/case.page.tsx')), 'CasePage'),
})
const editCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id/edit',
  component: lazyRouteComponent(() => connected(() => import('../registers/case-form.page.tsx')), 'EditCasePage'),
})
const goal = createRoute({
  getParentRoute: () => root,
  path: '/goals/$goal',
  component: lazyRouteComponent(() => connected(() => import('../goals/goal.page.tsx')), 'GoalPage'),
})
const filing = createRoute({
  getParentRoute: () => root,
  path: '/filings/$kind/$id',
  component: lazyRouteComponent(() => connected(() => import('../filings/filing.page.tsx')), 'FilingPage'),
})
const decisions = createRoute({
  getParentRoute: () => root,
  path: '/decisions',
  component: lazyRouteComponent(() => connected(() => import('../decisions/decisions.page.tsx')), 'DecisionsPage'),
})
const reporting = createRoute({
  getParentRoute: () => root,
  path: '/reporting',
  validateSearch: ({ period }: Record<string, unknown>): { readonly period?: string | undefined } => ({
    period: period === undefined || period === '' ? undefined : String(period),
  }),
  component: lazyRouteComponent(() => connected(() => import('../reporting/reporting.page.tsx')), 'ReportingPage'),
})
const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  component: lazyRouteComponent(() => connected(() => import('../users/users.page.tsx')), 'UsersPage'),
})
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: ledgerSearchOf,
  component: lazyRouteComponent(() => connected(() => import('../ledger/ledger.page.tsx')), 'LedgerPage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => connected(() => import('../session/sign-in.page.tsx')), 'SignInPage'),
})
const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: lazyRouteComponent(() => connected(() => import('../session/password.page.tsx')), 'PasswordPage'),
})
const firstAdministrator = createRoute({
  getParentRoute: () => root,
  path: '/first-administrator',
  component: lazyRouteComponent(
    () => connected(() => import('../session/first-administrator.page.tsx')),
    'FirstAdministratorPage',
  ),
})

const displays = createRoute({
  getParentRoute: () => root,
  path: '/displays',
  component: lazyRouteComponent(() => connected(() => import('../displays/displays.page.tsx')), 'DisplaysPage'),
})

const messages = createRoute({
  getParentRoute: () => root,
  path: '/messages',
  component: lazyRouteComponent(() => connected(() => import('../messages/messages.page.tsx')), 'MessagesPage'),
})
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: reportsSearchOf,
  component: lazyRouteComponent(() => connected(() => import('../reports/reports.page.tsx')), 'ReportsPage'),
})
const verify = createRoute({
  getParentRoute: () => root,
  path: '/reports/verify',
  component: lazyRouteComponent(() => connected(() => import('../reports/verify.page.tsx')), 'VerifyPage'),
})
const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id',
  component: lazyRouteComponent(() => connected(() => import('../reports/report.page.tsx')), 'ReportPage'),
})

type ScreenSearch = { readonly region?: string | undefined; readonly theme?: 'light' | undefined }
const screen = createRoute({
  getParentRoute: () => root,
  path: '/screen',
  staticData: { frame: 'none' },
  validateSearch: ({ region, theme }: Record<string, unknown>): ScreenSearch => ({
    region: region === undefined || region === '' ? undefined : String(region),
    theme: theme === 'light' ? 'light' : undefined,
  }),
  component: lazyRouteComponent(() => connected(() => import('../screen/screen.page.tsx')), 'ScreenPage'),
})

const tree = root.addChildren([
  overview,
  indicators,
  groups,
  milestones,
  indicator,
  derivation,
  ambiguities,
  regions,
  region,
  method,
  recording,
  review,
  entry,
  registers,
  register,
  newCase,
  registeredCase,
  editCase,
  goal,
  filing,
  decisions,
  reporting,
  users,
  audit,
  signIn,
  password,
  firstAdministrator,
  displays,
  messages,
  reports,
  verify,
  report,
  screen,
])

/** The pages and their addresses; each page is loaded when it is first wanted. */
export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultErrorComponent: PageFault,
    // The page that is left stays for so long, then the bars of the next one say that the click was taken.
    defaultPendingMs: 300,
    defaultPendingMinMs: 0,
    defaultPendingComponent: () => <Waiting after={0} />,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
  interface StaticDataRouteOption {
    /** `none`: the page fills the window by itself, without the bar above it. */
    frame?: 'none'
  }
}
