import { words } from '@xushi/wording'

export const roleWords = words(
  {
    administrator: '系统管理员',
    'security-officer': '安全管理员',
    auditor: '安全审计员',
    'programme-manager': '业务主管',
    recorder: '填报人',
    approver: '审定人',
    'regional-recorder': '地区填报人',
    'unit-reviewer': '单位审核人',
    'regional-viewer': '地区查看人',
  },
  {
    administrator: 'Administrator',
    'security-officer': 'Security officer',
    auditor: 'Auditor',
    'programme-manager': 'Programme manager',
    recorder: 'Recorder',
    approver: 'Approver',
    'regional-recorder': 'Regional recorder',
    'unit-reviewer': 'Unit reviewer',
    'regional-viewer': 'Regional viewer',
  },
)
