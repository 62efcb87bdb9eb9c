import type { RouteContract, RouteInput, RouteOutput } from '@xushi/contract'

/** RFC 9457 as the api answers it: a sentence that says what to do, and which fields are wrong. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
  /** What stands there already. */
  readonly existing?: { readonly id: string; readonly title: string }
}

/** A call that did not succeed. `problem` is null when no answer came at all. */
export class CallFailed extends Error {
  readonly problem: Problem | null

  constructor(problem: Problem | null, options: { readonly cause?: unknown } = {}) {
    super(problem?.detail ?? 'no answer', options)
    this.name = 'CallFailed'
    this.problem = problem
  }
}

type Parts = { params?: Record<string, string>; querystring?: Record<string, unknown>; body?: unknown }

/** The address of a route with its parameters and query filled in; what is undefined stays out. */
export function addressOf(contract: RouteContract, input: Parts): string {
  const path = contract.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''))
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(input.querystring ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value))
  }
  const search = query.toString()
  return search === '' ? path : `${path}?${search}`
}

/**
 * Calls a route of the contract.
 *
 * @throws CallFailed with the problem the api answered, or with null when no answer came
 */
export async function call<const Contract extends RouteContract>(
  contract: Contract,
  input: RouteInput<Contract>,
  signal?: AbortSignal,
): Promise<RouteOutput<Contract>> {
  const parts = input as Parts
  const response = await fetch(addressOf(contract, parts), {
    method: contract.method,
    credentials: 'same-origin',
    headers: {
      'accept-language': document.documentElement.lang,
      ...(parts.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new CallFailed(null, { cause })
  })
  if (response.status === 204) return undefined as RouteOutput<Contract>
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body as RouteOutput<Contract>
  throw new CallFailed(problemOf(body))
}

/** The problem that an answer tells; null when it tells none. */
export const problemOf = (body: unknown): Problem | null => (isProblem(body) ? body : null)

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'detail' in body && 'type' in body
}
