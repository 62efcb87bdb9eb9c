/** Accounts' roles: 系统管理员, 安全管理员, 安全审计员, 业务主管, 填报人, 审定人, 地区填报人, 单位审核人, 地区查看人. */
export const roles = [
  'administrator',
  'security-officer',
  'auditor',
  'programme-manager',
  'recorder',
  'approver',
  'regional-recorder',
  'unit-reviewer',
  'regional-viewer',
] as const
export type Role = (typeof roles)[number]
