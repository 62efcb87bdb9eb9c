import type { Status } from '@xushi/domain'
import { words } from './language.ts'

/** The order of statuses everywhere: what needs somebody first. */
export const statusOrder = [
  'overdue',
  'behind',
  'slightly-behind',
  'on-schedule',
  'achieved',
  'not-started',
  'no-data',
  'not-judged',
] as const satisfies readonly Status[]

export const statusWords = words(
  {
    overdue: '逾期',
    behind: '滞后',
    'slightly-behind': '略滞后',
    'on-schedule': '正常',
    achieved: '已完成',
    'not-started': '未到节点',
    'no-data': '未报送',
    'not-judged': '不评价',
    stale: '数据陈旧',
  },
  {
    overdue: 'Overdue',
    behind: 'Behind',
    'slightly-behind': 'Slightly behind',
    'on-schedule': 'On schedule',
    achieved: 'Achieved',
    'not-started': 'Not started',
    'no-data': 'No data',
    'not-judged': 'Not judged',
    stale: 'Stale data',
  },
)
