import { words } from '../language/language.tsx'

export const filingWords = words(
  {
    submit: '提交',
    remove: '删除',
    sureRemove: '删除后不能恢复，确定吗？',
    takeBack: '撤回',
    withdraw: '撤销',
    withdrawHint: '撤销后不再计入，记录保留。',
    approve: '通过',
    return: '退回',
    reason: '原因（必填）',
    confirm: '确定',
    cancel: '取消',
    separate: '填报、单位审核、审定须为三人；您不能审自己填的。',
    done: {
      submission: '已提交，等待审定。',
      approval: '已通过。',
      return: '已退回。',
      withdrawal: '已办理。',
      delete: '已删除。',
    },
    returnReason: '退回原因',
    correctionReason: '更正原因',
    recordedBy: '填报',
    reviewedBy: '单位审核',
    approvedBy: '审定',
    seq: '台账号',
    acts: {
      drafted: '建草稿',
      'correction-drafted': '建更正稿',
      submitted: '提交',
      'unit-reviewed': '单位审核通过',
      approved: '审定通过',
      returned: '退回',
      'correction-asked': '要求更正',
      'taken-back': '撤回',
      withdrawn: '撤销',
      deleted: '删除',
    },
    kinds: {
      entry: '填报',
      case: '案例',
      promotion: '遴选',
      'milestone-event': '里程碑',
      narrative: '进展叙述',
      'published-figure': '公开数据',
      decision: '调整决定',
    },
    waiting: '其他待审',
    waitingHint: '台账案例、遴选、里程碑、叙述、公开数据和决定',
    nothing: '没有其他待审。',
    open: '办理中',
  },
  {
    submit: 'Submit',
    remove: 'Delete',
    sureRemove: 'It cannot be brought back. Delete it?',
    takeBack: 'Take back',
    withdraw: 'Withdraw',
    withdrawHint: 'It no longer counts; the record stays.',
    approve: 'Approve',
    return: 'Return',
    reason: 'Reason (required)',
    confirm: 'Confirm',
    cancel: 'Cancel',
    separate: 'Recorder, unit reviewer and approver are three people; nobody reviews what they wrote.',
    done: {
      submission: 'Submitted; it waits for approval.',
      approval: 'Approved.',
      return: 'Returned.',
      withdrawal: 'Done.',
      delete: 'Deleted.',
    },
    returnReason: 'Returned because',
    correctionReason: 'Corrected because',
    recordedBy: 'Recorded by',
    reviewedBy: 'Reviewed by',
    approvedBy: 'Approved by',
    seq: 'Ledger no.',
    acts: {
      drafted: 'drafted',
      'correction-drafted': 'correction drafted',
      submitted: 'submitted',
      'unit-reviewed': 'reviewed by the unit',
      approved: 'approved',
      returned: 'returned',
      'correction-asked': 'Correction asked for',
      'taken-back': 'taken back',
      withdrawn: 'withdrawn',
      deleted: 'deleted',
    },
    kinds: {
      entry: 'Entry',
      case: 'Case',
      promotion: 'Choice',
      'milestone-event': 'Milestone',
      narrative: 'Narrative',
      'published-figure': 'Published figure',
      decision: 'Decision',
    },
    waiting: 'Also waiting',
    waitingHint: 'cases, choices, milestones, narratives, published figures and decisions',
    nothing: 'Nothing else waits.',
    open: 'Under way',
  },
)

type Kind = keyof typeof filingWords.zh.kinds
type Act = keyof typeof filingWords.zh.acts

/** An event of a filing in words: `case-approved` is 案例审定通过. An action that is not known is shown as it is. */
export function actionText(
  action: string,
  says: { readonly kinds: Readonly<Record<Kind, string>>; readonly acts: Readonly<Record<Act, string>> },
): string {
  const kind = (Object.keys(says.kinds) as Kind[]).find((candidate) => action.startsWith(`${candidate}-`))
  if (kind === undefined) return action
  const act = action.slice(kind.length + 1)
  return act in says.acts ? `${says.kinds[kind]} ${says.acts[act as Act]}` : action
}
