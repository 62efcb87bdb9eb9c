import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import {
  type Dashboard,
  findDuplicates,
  listCases,
  listConfirmations,
  listDecisions,
  listDisplays,
  listEvidence,
  listMilestoneEvents,
  listNarratives,
  listOpenFilings,
  listProgrammes,
  listProgress,
  listRegions,
  listRegisters,
  listSecurityEvents,
  listSessions,
  listUnits,
  listUsers,
  type RouteOutput,
  showAmbiguities,
  showCalendar,
  showCase,
  showChecklist,
  showDashboard,
  showDerivation,
  showEntryChecks,
  showGroups,
  showIndicator,
  showInstallation,
  showMilestoneEvent,
  showMilestones,
  showNarrative,
  showProgress,
  showPublishedFigure,
  showRecordingCell,
  showRecordingDesk,
  showRecordingGrid,
  showReminders,
  showReporting,
  showReviewDesk,
  showScreen,
  showSeries,
  showSession,
  startDisplay,
} from '@xushi/contract'
import type { SecurityEventGroup } from '@xushi/domain'
import { CallFailed, call } from './call.ts'

/** The two times of every figure, from the address; left out they mean today (or the last due date) and now. */
export type Times = { readonly on?: string | undefined; readonly knownAt?: string | undefined }

/** What a dashboard is asked with; without a programme, the first one of the catalogue. */
export type DashboardAsked = Times & { readonly programme?: string | undefined }

/** The two times as a request gives them: those that were asked for. */
export const given = ({ on, knownAt }: Times) => ({
  ...(on === undefined ? {} : { on }),
  ...(knownAt === undefined ? {} : { knownAt }),
})

/** How an answer understood the two times. */
export type UnderstoodTimes = Pick<Dashboard, 'on' | 'onDefaulted'> & Partial<Pick<Dashboard, 'knownAt'>>

/** Under which key the pages keep how the two times were understood; every answer with figures says so. */
export const timesKey = (times: Times) => ['times', given(times)]

/** Keeps how an answer understood its times: the bar above the pages names the date without asking again. */
export function withTimes<Answer extends UnderstoodTimes>(client: QueryClient, times: Times, answer: Answer): Answer {
  const { on, onDefaulted, knownAt } = answer
  client.setQueryData<UnderstoodTimes>(timesKey(times), {
    on,
    onDefaulted,
    ...(knownAt === undefined ? {} : { knownAt }),
  })
  return answer
}

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: ({ signal }) => call(listProgrammes, {}, signal),
  staleTime: 60_000,
})

/** The programme of pages that name none. */
export async function firstProgramme(client: QueryClient): Promise<string> {
  const { programmes } = await client.fetchQuery(programmesQuery)
  const [first] = programmes
  if (first === undefined) throw new Error('the catalogue holds no programme')
  return first.id
}

export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: ({ signal }) => call(showInstallation, {}, signal),
})
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(showSession, {}, signal),
})
export const checklistQuery = queryOptions({
  queryKey: ['checklist'],
  queryFn: ({ signal }) => call(showChecklist, {}, signal),
})
export const dashboardQuery = ({ programme: asked, ...times }: DashboardAsked) =>
  queryOptions({
    queryKey: ['figures', 'dashboard', asked ?? null, given(times)],
    queryFn: async ({ client, signal }) => {
      const programme = asked ?? (await firstProgramme(client))
      const input = { params: { programme }, querystring: given(times) }
      return withTimes(client, times, await call(showDashboard, input, signal))
    },
  })
export const ambiguitiesQuery = ({ programme: asked, ...times }: DashboardAsked) =>
  queryOptions({
    queryKey: ['figures', 'ambiguities', asked ?? null, given(times)],
    queryFn: async ({ client, signal }) => {
      const programme = asked ?? (await firstProgramme(client))
      const input = { params: { programme }, querystring: given(times) }
      return withTimes(client, times, await call(showAmbiguities, input, signal))
    },
  })
export const groupsQuery = ({ programme: asked, ...times }: DashboardAsked) =>
  queryOptions({
    queryKey: ['figures', 'groups', asked ?? null, given(times)],
    queryFn: async ({ client, signal }) => {
      const programme = asked ?? (await firstProgramme(client))
      const input = { params: { programme }, querystring: given(times) }
      return withTimes(client, times, await call(showGroups, input, signal))
    },
  })
export const milestonesQuery = ({ programme: asked, ...times }: DashboardAsked) =>
  queryOptions({
    queryKey: ['figures', 'milestones', asked ?? null, given(times)],
    queryFn: async ({ client, signal }) => {
      const programme = asked ?? (await firstProgramme(client))
      const input = { params: { programme }, querystring: given(times) }
      return withTimes(client, times, await call(showMilestones, input, signal))
    },
  })
export const indicatorQuery = (indicator: string, times: Times) =>
  queryOptions({
    queryKey: ['figures', 'indicator', indicator, given(times)],
    queryFn: async ({ client, signal }) =>
      withTimes(client, times, await call(showIndicator, { params: { indicator }, querystring: given(times) }, signal)),
  })
export const seriesQuery = (indicator: string, times: Times) =>
  queryOptions({
    queryKey: ['figures', 'series', indicator, given(times)],
    queryFn: ({ signal }) =>
      call(showSeries, { params: { indicator }, querystring: { by: 'region', ...given(times) } }, signal),
  })
export const derivationQuery = (indicator: string, times: Times) =>
  queryOptions({
    queryKey: ['figures', 'derivation', indicator, given(times)],
    queryFn: async ({ client, signal }) =>
      withTimes(
        client,
        times,
        await call(showDerivation, { params: { indicator }, querystring: given(times) }, signal),
      ),
  })

export type EntryFilter = {
  readonly state?: 'draft' | 'submitted' | 'unit-reviewed' | 'returned' | 'approved' | 'withdrawn' | 'superseded'
  readonly indicator?: string
  readonly region?: string
  readonly period?: string
  readonly limit?: number
}
export const entriesQuery = (filter: EntryFilter) =>
  queryOptions({
    queryKey: ['entries', 'list', filter],
    queryFn: ({ signal }) => call(listProgress, { querystring: filter }, signal),
  })
export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ['entries', 'one', id],
    queryFn: ({ signal }) => call(showProgress, { params: { id } }, signal),
  })
export const entryChecksQuery = (id: string) =>
  queryOptions({
    queryKey: ['entries', 'checks', id],
    queryFn: ({ signal }) => call(showEntryChecks, { params: { id } }, signal),
  })
export const recordingDeskQuery = queryOptions({
  queryKey: ['entries', 'desk'],
  queryFn: ({ signal }) => call(showRecordingDesk, {}, signal),
})
export const recordingGridQuery = (region: string, period: string) =>
  queryOptions({
    queryKey: ['entries', 'grid', region, period],
    queryFn: ({ signal }) => call(showRecordingGrid, { querystring: { region, period } }, signal),
  })
export const reviewDeskQuery = queryOptions({
  queryKey: ['entries', 'review-desk'],
  queryFn: ({ signal }) => call(showReviewDesk, { querystring: {} }, signal),
})
export const recordingCellQuery = (indicator: string, cell: { region: string; period: string; unit: string }) =>
  queryOptions({
    queryKey: ['entries', 'cell', indicator, cell],
    queryFn: ({ signal }) => call(showRecordingCell, { params: { indicator }, querystring: cell }, signal),
  })
export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) => call(listRegions, { querystring: {} }, signal),
  staleTime: Number.POSITIVE_INFINITY,
})
export const prefecturesQuery = queryOptions({
  queryKey: ['regions', 'prefectures'],
  queryFn: ({ signal }) => call(listRegions, { querystring: { level: 'prefecture' } }, signal),
  staleTime: Number.POSITIVE_INFINITY,
})
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => call(listUnits, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
})
export const securityEventsQuery = (of: SecurityEventGroup | null, cursor: string | null) =>
  queryOptions({
    queryKey: ['security-events', of, cursor],
    queryFn: ({ signal }) => {
      const querystring = { ...(of !== null && { of }), ...(cursor !== null && { cursor }) }
      return call(listSecurityEvents, { querystring }, signal)
    },
    placeholderData: keepPreviousData,
  })
export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => call(listUsers, {}, signal),
})
/** For answers that name their date alone: it is a default where none was asked for. */
const withDate = <Answer extends { readonly on: string }>(
  client: QueryClient,
  times: Times,
  answer: Answer,
): Answer => {
  withTimes(client, times, { on: answer.on, onDefaulted: times.on === undefined })
  return answer
}

export const registersQuery = (times: Times) =>
  queryOptions({
    queryKey: ['registers', 'list', given(times)],
    queryFn: async ({ client, signal }) =>
      withDate(client, times, await call(listRegisters, { querystring: given(times) }, signal)),
  })
export const casesQuery = (register: string, times: Times) =>
  queryOptions({
    queryKey: ['registers', 'cases', register, given(times)],
    queryFn: async ({ client, signal }) =>
      withDate(client, times, await call(listCases, { params: { register }, querystring: given(times) }, signal)),
  })
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['registers', 'case', id],
    queryFn: ({ signal }) => call(showCase, { params: { id } }, signal),
  })
export const confirmationsQuery = (register: string) =>
  queryOptions({
    queryKey: ['registers', 'confirmations', register],
    queryFn: ({ signal }) => call(listConfirmations, { params: { register } }, signal),
  })
export const duplicatesQuery = (register: string, asked: { code?: string; name?: string; except?: string }) =>
  queryOptions({
    queryKey: ['registers', 'duplicates', register, asked],
    queryFn: ({ signal }) => call(findDuplicates, { params: { register }, querystring: asked }, signal),
  })
export const openFilingsQuery = queryOptions({
  queryKey: ['filings', 'open'],
  queryFn: ({ signal }) => call(listOpenFilings, { querystring: {} }, signal),
})
export const milestoneQuery = (goal: string, times: Times) =>
  queryOptions({
    queryKey: ['filings', 'milestone', goal, given(times)],
    queryFn: ({ signal }) => call(listMilestoneEvents, { params: { goal }, querystring: given(times) }, signal),
  })
export const narrativesQuery = (goal: string, times: Times = {}) =>
  queryOptions({
    queryKey: ['filings', 'narratives', goal, given(times)],
    queryFn: ({ signal }) => call(listNarratives, { params: { goal }, querystring: given(times) }, signal),
  })
type FiledDetail =
  | RouteOutput<typeof showMilestoneEvent>
  | RouteOutput<typeof showNarrative>
  | RouteOutput<typeof showPublishedFigure>

/** One filing about a goal with its history, by its kind. */
export const filingQuery = (kind: 'milestone-event' | 'narrative' | 'published-figure', id: string) =>
  queryOptions({
    queryKey: ['filings', kind, id],
    queryFn: ({ signal }): Promise<FiledDetail> => {
      const params = { id }
      if (kind === 'milestone-event') return call(showMilestoneEvent, { params }, signal)
      return kind === 'narrative'
        ? call(showNarrative, { params }, signal)
        : call(showPublishedFigure, { params }, signal)
    },
  })
export const decisionsQuery = queryOptions({
  queryKey: ['filings', 'decisions'],
  queryFn: ({ signal }) => call(listDecisions, { querystring: {} }, signal),
})
export const evidenceQuery = (subject: { subjectKind: 'progress-entry' | 'filing'; subject: string }) =>
  queryOptions({
    queryKey: ['evidence', subject],
    queryFn: ({ signal }) => call(listEvidence, { querystring: subject }, signal),
  })
export const calendarQuery = (programme: string) =>
  queryOptions({
    queryKey: ['calendar', programme],
    queryFn: ({ signal }) => call(showCalendar, { querystring: { programme } }, signal),
  })
export const remindersQuery = (programme: string) =>
  queryOptions({
    queryKey: ['calendar', programme, 'reminders'],
    queryFn: ({ signal }) => call(showReminders, { querystring: { programme } }, signal),
  })
export const reportingQuery = (programme: string, period: string) =>
  queryOptions({
    queryKey: ['reporting', programme, period],
    queryFn: ({ signal }) => call(showReporting, { querystring: { programme, period } }, signal),
  })
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call(listSessions, {}, signal),
})
export const displaysQuery = queryOptions({
  queryKey: ['displays'],
  queryFn: ({ signal }) => call(listDisplays, {}, signal),
})

/** What a wall is asked to show. */
export type ScreenAsked = {
  readonly programme?: string | undefined
  readonly region?: string | undefined
  readonly on?: string | undefined
}

/** Everything that a wall shows. Asked again each minute, offline too: that it fails is what the wall has to say. */
export const screenQuery = ({ programme: asked, region, on }: ScreenAsked) =>
  queryOptions({
    queryKey: ['figures', 'screen', asked ?? null, region ?? null, on ?? null],
    queryFn: async ({ client, signal }) => {
      const params = { programme: asked ?? (await firstProgramme(client)) }
      const querystring = { ...(region === undefined ? {} : { region }), ...(on === undefined ? {} : { on }) }
      return call(showScreen, { params, querystring }, signal)
    },
    networkMode: 'always',
    retry: false,
    refetchInterval: 60_000,
    refetchIntervalInBackground: true,
  })

/** Exchanges a display token for the cookie of this browser, once an answer comes at all. */
export const displaySessionQuery = (token: string) =>
  queryOptions({
    queryKey: ['display-session', token],
    queryFn: ({ signal }) => call(startDisplay, { body: { token } }, signal),
    networkMode: 'always',
    retry: (_failures, error) => error instanceof CallFailed && error.problem === null,
    retryDelay: (failures) => Math.min(1000 * 2 ** failures, 30_000),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
