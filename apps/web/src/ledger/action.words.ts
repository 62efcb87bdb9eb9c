import type { LedgerSubject, ReviewAct, ReviewedWord, SingleAction } from '@xushi/domain'
import { words } from '@xushi/wording'
import { filingWords } from '../filings/filings.words.ts'

type ActionWords = {
  readonly singles: Readonly<Record<SingleAction, string>>
  readonly subjects: Readonly<Record<LedgerSubject, string>>
  /** Of what is reviewed, and what happens to it: shared with the pages that show it. */
  readonly reviewed: Readonly<Record<ReviewedWord, string>>
  readonly acts: Readonly<Record<ReviewAct, string>>
}

/** Words for everything that the ledger can tell of: an action or subject without words does not compile. */
export const actionWords = words<ActionWords>(
  {
    singles: {
      'definition-added': '目录新增',
      'definition-changed': '目录修改',
      'definition-ended': '目录停用',
      decided: '决定生效',
      'register-confirmed': '台账确认',
      'confirmation-ended': '台账确认由再确认取代',
      'evidence-attached': '附佐证材料',
      'evidence-removed': '移除佐证材料',
      'period-closed': '报告期锁定',
      'period-reopened': '报告期重开',
      'exception-granted': '准予延期',
      'account-created': '新建账号',
      'account-changed': '修改账号',
      'password-changed': '修改密码',
      'password-reset': '重置密码',
      'display-created': '新建显示令牌',
      'display-revoked': '撤销显示令牌',
      'report-drafted': '起草报告',
      'report-deleted': '删除报告草稿',
      'report-submitted': '报告送审',
      'report-returned': '退回报告',
      'report-issued': '发布报告',
      'report-filed': '报告文件归档',
      'report-withdrawn': '撤回报告',
      'schedule-created': '新建定期生成',
      'schedule-changed': '修改定期生成',
      'schedule-deleted': '删除定期生成',
      'reminders-switched': '自动催报开关',
    },
    subjects: {
      'progress-entry': '填报',
      case: '案例',
      promotion: '遴选',
      'milestone-event': '里程碑',
      narrative: '进展叙述',
      'published-figure': '公开数据',
      decision: '决定',
      confirmation: '台账确认',
      evidence: '佐证材料',
      period: '报告期',
      exception: '延期',
      account: '账号',
      display: '显示令牌',
      report: '报告',
      'report-schedule': '定期生成',
      reminders: '自动催报',
      programme: '行动计划',
      indicator: '指标',
      register: '台账',
      region: '地区',
      unit: '填报单位',
      'calendar-year': '节假日安排',
    },
    reviewed: filingWords.zh.kinds,
    acts: filingWords.zh.acts,
  },
  {
    singles: {
      'definition-added': 'Definition added',
      'definition-changed': 'Definition changed',
      'definition-ended': 'Definition ended',
      decided: 'Decision in force',
      'register-confirmed': 'Register confirmed',
      'confirmation-ended': 'Confirmation replaced by a new one',
      'evidence-attached': 'Evidence attached',
      'evidence-removed': 'Evidence removed',
      'period-closed': 'Period closed',
      'period-reopened': 'Period reopened',
      'exception-granted': 'Extension granted',
      'account-created': 'Account created',
      'account-changed': 'Account changed',
      'password-changed': 'Password changed',
      'password-reset': 'Password reset',
      'display-created': 'Display token created',
      'display-revoked': 'Display token revoked',
      'report-drafted': 'Report drafted',
      'report-deleted': 'Draft of a report deleted',
      'report-submitted': 'Report sent for issue',
      'report-returned': 'Report returned',
      'report-issued': 'Report issued',
      'report-filed': 'Files of a report kept',
      'report-withdrawn': 'Report withdrawn',
      'schedule-created': 'Schedule of reports created',
      'schedule-changed': 'Schedule of reports changed',
      'schedule-deleted': 'Schedule of reports deleted',
      'reminders-switched': 'Reminders switched',
    },
    subjects: {
      'progress-entry': 'Entry',
      case: 'Case',
      promotion: 'Choice',
      'milestone-event': 'Milestone',
      narrative: 'Narrative',
      'published-figure': 'Published figure',
      decision: 'Decision',
      confirmation: 'Confirmation of a register',
      evidence: 'Evidence',
      period: 'Period',
      exception: 'Extension',
      account: 'Account',
      display: 'Display token',
      report: 'Report',
      'report-schedule': 'Schedule of reports',
      reminders: 'Reminders',
      programme: 'Programme',
      indicator: 'Indicator',
      register: 'Register',
      region: 'Region',
      unit: 'Reporting unit',
      'calendar-year': 'Holidays of a year',
    },
    reviewed: filingWords.en.kinds,
    acts: filingWords.en.acts,
  },
)

/** An action in words: `case-approved` is 案例 审定通过. One of a later version is shown as it is. */
export function actionText(action: string, says: ActionWords): string {
  if (action in says.singles) return says.singles[action as SingleAction]
  const word = (Object.keys(says.reviewed) as ReviewedWord[]).find((candidate) => action.startsWith(`${candidate}-`))
  const act = action.slice((word?.length ?? 0) + 1)
  return word !== undefined && act in says.acts ? `${says.reviewed[word]} ${says.acts[act as ReviewAct]}` : action
}

/** What an event speaks of, in words. */
export const subjectText = (kind: string, says: ActionWords): string =>
  kind in says.subjects ? says.subjects[kind as LedgerSubject] : kind
