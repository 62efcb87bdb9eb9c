import { words } from '@xushi/wording'

export const evidenceWords = words(
  {
    title: '佐证材料',
    needed: '佐证材料（提交前必附）',
    none: '还没有佐证材料。',
    add: '上传文件',
    hint: 'PDF、图片或 Office 文件，最多 50 MB；按内容识别，存入后以摘要核对。',
    uploading: (percent: number) => `正在上传 ${percent}%`,
    remove: '移除',
    sureRemove: '移除这份材料？',
    missing: '文件缺失，不能据以审定；请运维人员从备份恢复。',
    altered: '文件已被改动，不能据以审定；请运维人员从备份恢复。',
  },
  {
    title: 'Evidence',
    needed: 'Evidence (needed before it is submitted)',
    none: 'No evidence yet.',
    add: 'Upload a file',
    hint: 'PDF, images or Office files of at most 50 MB; told by their content and held against their digest.',
    uploading: (percent: number) => `Uploading ${percent} %`,
    remove: 'Remove',
    sureRemove: 'Remove this file?',
    missing: 'The file is missing; nothing is approved on it. Ask the operator to restore it from a backup.',
    altered: 'The file was altered; nothing is approved on it. Ask the operator to restore it from a backup.',
  },
)
