import { queryOptions } from '@tanstack/react-query'
import {
  listAuditEvents,
  listProgress,
  listRegions,
  listUnits,
  listUsers,
  showChecklist,
  showDashboard,
  showDerivation,
  showIndicator,
  showInstallation,
  showProgress,
  showRecordingCell,
  showRecordingDesk,
  showSeries,
  showSession,
} from '@xushi/contract'
import { call } from './call.ts'

/** The programme that the pages open with; the next notice is another entry of the catalogue. */
export const programme = 'miit-2020-8'

/** The two times of every figure, from the address; left out they mean today (or the last due date) and now. */
export type Times = { readonly on?: string | undefined; readonly knownAt?: string | undefined }

const given = ({ on, knownAt }: Times) => ({
  ...(on === undefined ? {} : { on }),
  ...(knownAt === undefined ? {} : { knownAt }),
})

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
export const dashboardQuery = (times: Times) =>
  queryOptions({
    queryKey: ['figures', 'dashboard', given(times)],
    queryFn: ({ signal }) => call(showDashboard, { params: { programme }, querystring: given(times) }, signal),
  })
export const indicatorQuery = (indicator: string, times: Times) =>
  queryOptions({
    queryKey: ['figures', 'indicator', indicator, given(times)],
    queryFn: ({ signal }) => call(showIndicator, { params: { indicator }, querystring: given(times) }, signal),
  })
export const seriesQuery = (indicator: string, knownAt: string | undefined) =>
  queryOptions({
    queryKey: ['figures', 'series', indicator, knownAt],
    queryFn: ({ signal }) =>
      call(
        showSeries,
        { params: { indicator }, querystring: { by: 'region', ...(knownAt === undefined ? {} : { knownAt }) } },
        signal,
      ),
  })
export const derivationQuery = (indicator: string, times: Times) =>
  queryOptions({
    queryKey: ['figures', 'derivation', indicator, given(times)],
    queryFn: ({ signal }) => call(showDerivation, { params: { indicator }, querystring: given(times) }, signal),
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
export const recordingDeskQuery = queryOptions({
  queryKey: ['entries', 'desk'],
  queryFn: ({ signal }) => call(showRecordingDesk, {}, signal),
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
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => call(listUnits, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
})
export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => call(listUsers, {}, signal),
})
export const auditQuery = (before: number | undefined) =>
  queryOptions({
    queryKey: ['audit', before],
    queryFn: ({ signal }) => call(listAuditEvents, { querystring: before === undefined ? {} : { before } }, signal),
  })
