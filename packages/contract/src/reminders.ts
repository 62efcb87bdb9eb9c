import { reminderKinds } from '@xushi/domain'
import { type Static, Type } from 'typebox'
import { Person } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, Day, InstantText, Nullable, OneOf, Problem, Slug } from './shapes.ts'

const tags = ['calendar']

/** 自动催报 of a programme: whether its units are reminded by themselves, and what went out. */
export const Reminders = Closed({
  programme: Slug,
  active: Type.Boolean(),
  /** Who switched it last and when; null where nobody ever did. */
  switched: Nullable(Closed({ by: Person, at: InstantText })),
  /** The newest first. */
  sent: Type.Array(
    Closed({
      kind: OneOf(reminderKinds),
      /** The month that the periods which were asked for end in. */
      period: Type.String(),
      deadline: Day,
      /** When the last of them went out. */
      at: InstantText,
      units: Type.Integer(),
      people: Type.Integer(),
      /** Where their mail is: sent, on the way, given up, or none because of no address or no mail server. */
      mail: Closed({
        sent: Type.Integer(),
        waiting: Type.Integer(),
        failed: Type.Integer(),
        none: Type.Integer(),
      }),
    }),
  ),
})
export type Reminders = Static<typeof Reminders>

export const showReminders = {
  method: 'GET',
  url: '/api/reminders',
  permission: 'calendar:read',
  schema: {
    operationId: 'showReminders',
    summary: 'Whether the units of a programme are reminded of what they owe, and what went out',
    tags,
    querystring: Closed({ programme: Slug }),
    response: { 200: Reminders, '4xx': Problem },
  },
} as const satisfies RouteContract

export const switchReminders = {
  method: 'PATCH',
  url: '/api/reminders',
  permission: 'calendar:manage',
  schema: {
    operationId: 'switchReminders',
    summary:
      'Remind the units of a programme by themselves, three days before a deadline and the day after it; or stop',
    tags,
    body: Closed({ programme: Slug, active: Type.Boolean() }),
    response: { 200: Reminders, '4xx': Problem },
  },
} as const satisfies RouteContract
