import type { Asked } from './answer-job.ts'

/* The answers that people wait for, each asked for by the person whose page it is. */

export const dashboard: Asked = {
  job: 'dashboard JSON, signed in',
  path: '/api/programmes/miit-2020-8/dashboard?on=2020-10-29',
  role: 'approver',
  reach: 'at least 0.5',
  seconds: 8,
}

const told = 'told, no figure set'

export const desks: readonly Asked[] = [
  {
    job: 'recording grid of a region with its prefectures',
    path: '/api/recording-grid?region=320000&period=2020-12',
    role: 'regional-recorder',
    reach: told,
  },
  {
    job: 'recording grid of the nation',
    path: '/api/recording-grid?region=000000&period=2020-12',
    role: 'recorder',
    reach: told,
  },
  { job: 'review desk', path: '/api/review-desk', role: 'approver', reach: told },
]

export const longRegister: Asked = {
  job: 'a register of 2,000 cases, whole',
  path: '/api/registers/local-enterprise-cases/cases',
  role: 'approver',
  reach: told,
}
