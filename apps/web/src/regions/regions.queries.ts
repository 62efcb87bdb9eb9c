import { queryOptions } from '@tanstack/react-query'
import { showDashboard, showRegionsStanding } from '@xushi/contract'
import { call } from '../api/call.ts'
import { type DashboardAsked, firstProgramme, given, withTimes } from '../api/queries.ts'

/** One indicator over all regions; without one, the first that regions report. */
export const regionsStandingQuery = ({
  programme: asked,
  indicator,
  ...times
}: DashboardAsked & { indicator?: string | undefined }) =>
  queryOptions({
    queryKey: ['figures', 'regions-standing', asked ?? null, indicator ?? null, given(times)],
    queryFn: async ({ client, signal }) => {
      const programme = asked ?? (await firstProgramme(client))
      const querystring = { ...given(times), ...(indicator === undefined ? {} : { indicator }) }
      return withTimes(client, times, await call(showRegionsStanding, { params: { programme }, querystring }, signal))
    },
  })

/** All indicators of one region. */
export const regionQuery = (region: string, { programme: asked, ...times }: DashboardAsked) =>
  queryOptions({
    queryKey: ['figures', 'region', region, asked ?? null, given(times)],
    queryFn: async ({ client, signal }) => {
      const programme = asked ?? (await firstProgramme(client))
      const querystring = { ...given(times), region }
      return withTimes(client, times, await call(showDashboard, { params: { programme }, querystring }, signal))
    },
  })
