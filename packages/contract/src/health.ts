import { Type } from 'typebox'
import type { RouteContract } from './route.ts'
import { Closed, Problem } from './shapes.ts'

export const healthz = {
  method: 'GET',
  url: '/healthz',
  permission: 'public',
  schema: {
    operationId: 'healthz',
    summary: 'The process is alive',
    tags: ['operations'],
    response: { 200: Closed({ status: Type.Literal('ok') }) },
  },
} as const satisfies RouteContract

export const readyz = {
  method: 'GET',
  url: '/readyz',
  permission: 'public',
  schema: {
    operationId: 'readyz',
    summary: 'The store answers and the catalogue is in place',
    tags: ['operations'],
    response: { 200: Closed({ status: Type.Literal('ready') }), 503: Problem },
  },
} as const satisfies RouteContract
