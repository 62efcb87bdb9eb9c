import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { downloadReport, listReportSchedules, listReports, type Report, showReport } from '@xushi/contract'
import { call } from '../api/call.ts'
import type { ReportsSearch } from './reports-search.ts'

const lookMilliseconds = 800

/** The language of what a report says, for those who have it read to them. */
export const tongue = (language: Report['language']): string => (language === 'zh' ? 'zh-CN' : 'en')

/** Whether the files of a report are still to come. */
export const isComing = ({ making }: { readonly making: Pick<Report['making'], 'state'> }): boolean =>
  making.state === 'queued' || making.state === 'making'

/** The archive, in pages; asked again while one of those shown is being made. */
export const reportsQuery = (search: ReportsSearch) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'list', search],
    queryFn: ({ pageParam, signal }) => call(listReports, { querystring: askedOf(search, pageParam) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ reports }) => reports.some(isComing)) ? 2 * lookMilliseconds : false,
  })

function askedOf({ kind, state, region, search }: ReportsSearch, cursor: string | null) {
  return {
    ...(kind !== undefined && { kind }),
    ...(state !== undefined && { state }),
    ...(region !== undefined && { region }),
    ...(search !== undefined && { search }),
    ...(cursor !== null && { cursor }),
  }
}

/** One report; asked again while it is being made. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['reports', 'one', id],
    queryFn: ({ signal }) => call(showReport, { params: { id } }, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isComing(state.data) ? lookMilliseconds : false),
  })

/** What is drafted by itself, and what came of it; asked again while something of it is under way. */
export const schedulesQuery = queryOptions({
  queryKey: ['reports', 'schedules'],
  queryFn: ({ signal }) => call(listReportSchedules, {}, signal),
  refetchInterval: ({ state }) => {
    const outcomes = state.data?.schedules.flatMap((schedule) => schedule.outcomes) ?? []
    const isUnderWay = outcomes.some(({ report, failure }) =>
      report === null ? failure === null : isComing({ making: { state: report.making } }),
    )
    return isUnderWay ? 4 * lookMilliseconds : false
  },
})

/** What a report says, from its own file: the same to the last character. */
export const documentQuery = (id: string, sha256: string) =>
  queryOptions({
    queryKey: ['reports', 'document', id, sha256],
    queryFn: async ({ signal }) => {
      const file = await call(downloadReport, { params: { id }, querystring: { format: 'json' } }, signal)
      return (file as { readonly model: ReportDocument }).model
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The part of a report's JSON file that is read on a page. */
export type ReportDocument = {
  readonly title: string
  readonly subtitle: string
  readonly sections: readonly {
    readonly id: string
    readonly level: 1 | 2 | 3
    readonly heading: string
    readonly blocks: readonly ReportBlock[]
  }[]
}
export type ReportBlock =
  | { readonly is: 'paragraph' | 'authored'; readonly text: string }
  | { readonly is: 'chart'; readonly chart: { readonly caption: string; readonly sentence: string } }
  | { readonly is: 'table'; readonly table: ReportDocumentTable }
export type ReportDocumentTable = {
  readonly id: string
  readonly caption: string
  readonly columns: readonly { readonly header: string; readonly align: 'start' | 'end' }[]
  readonly rows: readonly (readonly { readonly text: string }[])[]
  readonly note: string
}
