import { Type } from 'typebox'
import { caseListing } from './case-list.ts'
import type { RouteContract } from './route.ts'
import { Closed, OneOf, PeriodCode, Problem, RegionCode, Slug, TwoTimes } from './shapes.ts'

/** One row per entry, oldest period first. CSV carries a byte-order mark for Excel; XLSX goes up to 100,000 rows. */
export const exportProgress = {
  method: 'GET',
  url: '/api/exports/progress-entries',
  permission: 'export:progress',
  schema: {
    operationId: 'exportProgress',
    summary: 'Download entries as CSV or XLSX',
    tags: ['exports'],
    querystring: Closed({
      format: OneOf(['csv', 'xlsx']),
      from: Type.Optional(PeriodCode),
      to: Type.Optional(PeriodCode),
      indicator: Type.Optional(Slug),
      region: Type.Optional(RegionCode),
    }),
    response: { 200: Type.Unknown({ description: 'The file' }), '4xx': Problem },
  },
} as const satisfies RouteContract

/** Exactly the rows and columns that the page of a register shows under the same address. */
export const exportCases = {
  method: 'GET',
  url: '/api/exports/registers/:register/cases',
  permission: 'export:progress',
  schema: {
    operationId: 'exportCases',
    summary: 'Download the cases of a register as they are listed, as CSV or XLSX',
    tags: ['exports'],
    params: Closed({ register: Slug }),
    querystring: Closed({ format: OneOf(['csv', 'xlsx']), ...caseListing, ...TwoTimes }),
    response: { 200: Type.Unknown({ description: 'The file' }), '4xx': Problem },
  },
} as const satisfies RouteContract
