export type Format = 'csv' | 'xlsx'

/** A download: what it is, what to call it, and its bytes as they are made. */
export type Download = {
  readonly type: string
  /** The name for programs that read nothing but ASCII. */
  readonly plainName: string
  readonly name: string
  readonly content: NodeJS.ReadableStream | AsyncIterable<Buffer>
}

export const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Readonly<Record<Format, string>>
