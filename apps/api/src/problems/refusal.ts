import type { RequestRefusalKind } from './problem-table.ts'

/** What a sentence mentions: names, numbers, limits. Shown to the person who asked, so nothing they may not know. */
export type Facts = Readonly<Record<string, string | number | readonly string[]>>

/** The server refuses a request for a reason of its own (an address, an origin, a limit); the rules refuse with a DomainError. */
export class Refusal extends Error {
  readonly kind: RequestRefusalKind
  readonly facts: Facts

  constructor(kind: RequestRefusalKind, facts: Facts = {}) {
    super(kind)
    this.kind = kind
    this.facts = facts
  }
}
