import type { RefusalKind, Text } from '@xushi/domain'
import type { Facts } from './refusal.ts'
import { reportProblems } from './report-problems.ts'
import { requestProblems } from './request-problems.ts'
import { ruleProblems } from './rule-problems.ts'

/** How a kind of refusal is answered. The sentence says what to do; `{name}` stands for a fact. */
export type ProblemEntry = {
  readonly status: number
  readonly title: Text
  readonly detail: Text
  /** The sentence where what stands there already may be named by its `{title}`. */
  readonly named?: Text
}

export type RequestRefusalKind = keyof typeof requestProblems
export type ProblemKind = RefusalKind | RequestRefusalKind

/** Every kind of refusal with its answer. */
export const problems: Readonly<Record<ProblemKind, ProblemEntry>> = {
  ...requestProblems,
  ...ruleProblems,
  ...reportProblems,
}

/** The stable name of a kind of problem, as programs compare it. */
export const problemType = (kind: ProblemKind) => `urn:xushi:problem:${kind}`

/** A sentence with its facts in place. */
export function filled(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
}
