import type { Programme } from '@xushi/contract'
import type * as domain from '@xushi/domain'

/** A programme as the wire shows it: its own fields, none besides. */
export function programmeWire(programme: domain.Programme): Programme {
  const { id, name, shortName, documentNumber, publishedOn, lastDueOn, firstPeriod, completeness } = programme
  const { onSchedule, slightlyBehind, author, reason } = programme.thresholds
  return {
    id,
    name,
    shortName,
    documentNumber,
    publishedOn,
    lastDueOn,
    firstPeriod,
    thresholds: { onSchedule, slightlyBehind, author, reason },
    completeness,
    // A catalogue known from before there were causes has none.
    lagCauses: (programme.lagCauses ?? []).map(({ id, name }) => ({ id, name })),
    aspects: programme.aspects.map(({ id, number, name }) => ({ id, number, name })),
    measures: programme.measures.map(({ id, number, aspect, name, titleConfidence, titleNote }) => ({
      id,
      number,
      aspect,
      name,
      titleConfidence,
      titleNote,
    })),
    groups: programme.groups.map(({ id, name, rule, members }) => ({ id, name, rule, members: [...members] })),
    ambiguities: programme.ambiguities.map((ambiguity) => ({
      number: ambiguity.number,
      questions: [...ambiguity.questions],
      goals: [...ambiguity.goals],
      ambiguity: ambiguity.ambiguity,
      reading: ambiguity.reading,
      decidedBy: ambiguity.decidedBy,
      decidedOn: ambiguity.decidedOn,
    })),
  }
}
