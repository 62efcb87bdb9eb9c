/** The sample catalogue with one place rewritten, and the lines that the check says in Chinese, in order. */
export type BrokenSample = {
  readonly broken: string
  readonly file: string
  readonly from: string
  readonly to: string
  readonly lines: readonly string[]
}
