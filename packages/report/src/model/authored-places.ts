import type { Aspect, ReportKind, Text } from '@xushi/domain'
import { headingWords } from './heading.words.ts'
import { chapterText } from './sections/chapters.section.ts'

/** A place of a report where its author may write, by the id under which the text is kept. */
export type AuthoredPlace = { readonly id: string; readonly name: Text }

const withChapters: readonly ReportKind[] = ['monthly', 'quarterly', 'annual', 'regional']
const withForeword: readonly ReportKind[] = [...withChapters, 'circular', 'special', 'supervision']

/** Where the author of a report of a kind may write: a foreword, a paragraph of each chapter, the requirements of a 通报. */
export function authoredPlaces(
  kind: ReportKind,
  aspects: readonly Pick<Aspect, 'id' | 'name'>[],
): readonly AuthoredPlace[] {
  const named = (id: 'foreword' | 'requirements') => {
    const { zh, en } = headingWords
    return { id, name: { zh: zh.headings[id], en: en.headings[id] } }
  }
  return [
    ...(withForeword.includes(kind) ? [named('foreword')] : []),
    ...(withChapters.includes(kind) ? aspects.map(({ id, name }) => ({ id: chapterText(id), name })) : []),
    ...(kind === 'circular' ? [named('requirements')] : []),
  ]
}
