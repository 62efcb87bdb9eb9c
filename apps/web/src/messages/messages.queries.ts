import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { listMessages } from '@xushi/contract'
import { call } from '../api/call.ts'

export const messagesQuery = infiniteQueryOptions({
  queryKey: ['messages', 'list'],
  queryFn: ({ pageParam, signal }) =>
    call(listMessages, { querystring: pageParam === null ? {} : { cursor: pageParam } }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})

/**
 * How many messages are unread. It is asked again when somebody comes back to the window, never by itself: a page that asks without end
 * would keep a session alive that nobody uses.
 */
export const unreadQuery = queryOptions({
  queryKey: ['messages', 'unread'],
  queryFn: async ({ signal }) => (await call(listMessages, { querystring: { limit: 1 } }, signal)).unread,
  staleTime: 60_000,
  refetchOnWindowFocus: true,
  retry: false,
})
