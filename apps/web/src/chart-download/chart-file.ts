import type { Dashboard } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import type { chartDownloadWords } from './chart-download.words.ts'

/** A value in a table to take away: null where there is none. A number stays one, without 万 and without commas. */
export type TableValue = string | number | null

/** The data of a chart. */
export type ChartTable = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TableValue[])[]
}

/** What a chart says of itself when it stands alone. */
export type ChartFile = {
  readonly title: string
  /** What the figures are counted in, below the title. */
  readonly unit?: string | undefined
  /** Where the figures come from. */
  readonly source: string
  /** 截至. */
  readonly on: string
  /** 知晓于, as the answer gave it: the number of the ledger stands for it. */
  readonly knownAt: Dashboard['knownAt']
  /** How the figures were added up, or how they are judged. */
  readonly rule: string
  /** Whether any of it is invented. */
  readonly demo: boolean
}

export type ChartFormat = 'png' | 'svg' | 'csv'

type Says = (typeof chartDownloadWords)['en']

/** What stands below a chart and above its table, line by line: a word, and what it says. */
export function chartFacts(file: ChartFile, says: Says): readonly (readonly [word: string, said: string])[] {
  const { at, seq, now } = file.knownAt
  const known = now || at === null ? says.ledger(seq) : `${shanghaiTime(at)}${says.comma}${says.ledger(seq)}`
  return [
    [says.source, file.source],
    [says.on, file.on],
    [says.knownAt, known],
    [says.rule, file.rule],
    ...(file.demo ? [[says.note, says.demo] as const] : []),
  ]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
const notInNames = /[\u0000-\u001f\u007f\\/:*?"<>|]+/g
const longestName = 80

/** 标题_日期.svg: the title without what a file system refuses. */
export function chartFileName({ title, on }: Pick<ChartFile, 'title' | 'on'>, format: ChartFormat): string {
  const name = [...title.toWellFormed().replace(notInNames, ' ').replace(/\s+/g, ' ').trim()]
    .slice(0, longestName)
    .join('')
    .replace(/^\.+/, '')
  return `${name.trim()}_${on}.${format}`
}
