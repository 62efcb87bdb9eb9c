import type { Action } from '@xushi/domain'
import type { Static, TSchema } from 'typebox'

/**
 * One address of the HTTP API as a value: the api spreads it into `app.route`, the web calls it, OpenAPI is made from it.
 * `permission` is an action of the one permission table, or `public`; a route without one does not compile.
 */
export type RouteContract = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: `/${string}`
  readonly permission: Action | 'public'
  readonly schema: {
    readonly operationId: string
    readonly summary: string
    readonly tags: readonly string[]
    readonly params?: TSchema
    readonly querystring?: TSchema
    readonly body?: TSchema
    readonly response: Readonly<Record<number | string, TSchema>>
  }
}

type Part<Contract extends RouteContract, Key extends 'params' | 'querystring' | 'body'> = Contract['schema'] extends {
  readonly [K in Key]: infer Schema extends TSchema
}
  ? { readonly [K in Key]: Static<Schema> }
  : unknown

/** What a caller must give: the params, query and body that the contract names, and nothing else. */
export type RouteInput<Contract extends RouteContract> = Part<Contract, 'params'> &
  Part<Contract, 'querystring'> &
  Part<Contract, 'body'>

type Success = 200 | 201
/** What a successful call answers; `undefined` for an answer without a body. */
export type RouteOutput<Contract extends RouteContract> = {
  [Status in keyof Contract['schema']['response']]: Status extends Success
    ? Contract['schema']['response'][Status] extends TSchema
      ? Static<Contract['schema']['response'][Status]>
      : never
    : never
}[keyof Contract['schema']['response']]
