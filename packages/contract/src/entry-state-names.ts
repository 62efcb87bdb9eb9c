import type { EntryState } from '@xushi/domain'
import type { Static } from 'typebox'
import type { Text } from './shapes.ts'

/** The states of an entry or a filing as pages and files name them. */
export const entryStateNames: Readonly<Record<EntryState, Static<typeof Text>>> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审', en: 'Waiting' },
  'unit-reviewed': { zh: '单位已审', en: 'Unit-reviewed' },
  returned: { zh: '已退回', en: 'Returned' },
  approved: { zh: '已审定', en: 'Approved' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
  superseded: { zh: '已被更正', en: 'Superseded' },
}
