import { stringify } from 'yaml'
import type { ProgrammeRows } from './catalogue-rows.ts'
import { decidedSubjects } from './decided-parts.ts'
import type { SourceFile } from './source-file.ts'

const head = `# 已记录的目标值、基期值、截止日期、序时进度、状态阈值和口径。由 npm run catalogue:check -- --record 生成，不要手工修改。
# What was recorded of targets, baselines, due dates, plans, thresholds and readings. Written by
# npm run catalogue:check -- --record, not by hand. A value that differs from it needs a \`change:\` block.
`

/** recorded.yaml of a programme as it is now. */
export function recording(rows: ProgrammeRows): SourceFile {
  const sections: Record<string, Record<string, Record<string, unknown>>> = {}
  for (const { section, subject, parts } of decidedSubjects(rows)) {
    const values = parts.flatMap(({ kind, value }) => (value === undefined ? [] : [[kind, value] as const]))
    sections[section] = { ...sections[section], [subject]: Object.fromEntries(values) }
  }
  return {
    path: `${rows.folder}/recorded.yaml`,
    text: head + stringify(sections, { lineWidth: 0, aliasDuplicateObjects: false }),
  }
}
