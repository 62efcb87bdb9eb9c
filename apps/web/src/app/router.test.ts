import { QueryClient } from '@tanstack/react-query'
import { firstSegments } from '@xushi/contract'
import { expect, it } from 'vitest'
import { makeRouter } from './router.tsx'

it('the server shows a page for what the addresses of the router begin with, and for nothing else', () => {
  const { routesByPath } = makeRouter(new QueryClient())
  const begun = new Set(Object.keys(routesByPath).map((address) => address.split('/')[1] ?? ''))
  expect([...begun].toSorted()).toEqual(firstSegments.toSorted())
})
