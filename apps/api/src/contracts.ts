import type { RouteContract } from '@xushi/contract'
import * as contract from '@xushi/contract'

/** Every address of the HTTP API. What the contract exports and looks like a route is one. */
export const contracts: readonly RouteContract[] = Object.values<unknown>(contract).filter(isRoute)

function isRoute(value: unknown): value is RouteContract {
  return typeof value === 'object' && value !== null && 'method' in value && 'url' in value && 'permission' in value
}
