import { words } from '@xushi/wording'

export const lagWords = words(
  {
    title: '滞后原因',
    ofValue: '按此数值目标已滞后，随提交一并报送。',
    ofNarrative: '目标滞后或逾期时必填，随叙述一并报送和审定。',
    cause: '原因',
    remedy: '措施',
    responsible: '责任单位',
    newDate: '新的完成日期',
    choose: '请选择',
    calendar: '选日期',
    say: '填滞后原因',
  },
  {
    title: 'Reason for lag',
    ofValue: 'With this value the goal is behind; the reason is handed in with it.',
    ofNarrative: 'Needed where the goal is behind or overdue; it is handed in and approved with the narrative.',
    cause: 'Cause',
    remedy: 'Remedy',
    responsible: 'Responsible unit',
    newDate: 'New date',
    choose: 'Choose',
    calendar: 'Choose a date',
    say: 'Give a reason for lag',
  },
)
