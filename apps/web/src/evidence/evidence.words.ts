import { words } from '../language/language.tsx'

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
  },
)
