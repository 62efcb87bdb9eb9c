/** One line of the benchmark: both sides measured in the same run on the same machine, and their ratio. */
export type BenchRow = {
  readonly job: string
  readonly ours: string
  readonly against: string
  /** Ours divided by the other side; unitless. */
  readonly ratio: number
  readonly reach: string
}
