import {
  type Alternative,
  type Catalogue,
  type Programme,
  type Region,
  type Register,
  type ReportingUnit,
  usualRule,
} from '@xushi/domain'
import { digestOf } from './catalogue-digest.ts'
import type { CatalogueRows, ProgrammeRows } from './catalogue-rows.ts'
import { changesOf } from './change-assembly.ts'
import { baselineOf, indicatorOf, publishedFigureOf, targetOf } from './indicator-assembly.ts'
import type { AlternativeRow } from './schema/programme.schema.ts'
import type { RegionRow, UnitRow } from './schema/region.schema.ts'
import type { RegisterRow } from './schema/register.schema.ts'

/** The rows as the domain knows them: defaults filled in, values in whole smallest units. Only for rows without mistakes. */
export function assembled({ programmes, regions, units, years }: CatalogueRows): Catalogue {
  const content = {
    programmes: programmes.flatMap(programmeOf),
    indicators: programmes.flatMap((rows) =>
      rows.indicators.sound.map((row) => ({
        ...indicatorOf(row, rows.programme.sound[0]?.value.rules),
        programme: idOf(rows),
      })),
    ),
    publishedFigures: programmes.flatMap((rows) => {
      const decimals = new Map(rows.indicators.sound.map(({ value }) => [value.goal, value.decimals ?? 0]))
      return rows.figures.sound.map(({ value }) => ({
        ...publishedFigureOf(value, decimals.get(value.goal) ?? 0),
        programme: idOf(rows),
      }))
    }),
    regions: regions.sound.map(({ value }) => regionOf(value)),
    units: units.sound.map(({ value }) => unitOf(value)),
    registers: programmes.flatMap((rows) => rows.registers.sound.map(({ value }) => registerOf(value, idOf(rows)))),
    years: years.sound.map(({ value }) => value),
    changes: programmes.flatMap((rows) => changesOf(rows, idOf(rows))),
  }
  return { digest: digestOf(content), ...content }
}

function idOf({ programme }: ProgrammeRows): string {
  return programme.sound[0]?.value.id ?? ''
}

function programmeOf({
  programme,
  aspects,
  measures,
  groups,
  ambiguities,
  indicators,
}: ProgrammeRows): readonly Programme[] {
  const decimals = new Map(indicators.sound.map(({ value }) => [value.goal, value.decimals ?? 0]))
  return programme.sound.map(({ value }) => {
    const { rules: _rules, lagCauses = [], ...rest } = value
    const { change: _, ...thresholds } = value.thresholds
    const { mergeJanuaryFebruary = false, ...calendar } = value.calendar ?? usualRule
    return {
      ...rest,
      lagCauses,
      thresholds,
      calendar: { ...calendar, mergeJanuaryFebruary },
      aspects: aspects.sound.map(({ value }) => value),
      measures: measures.sound.map(({ value: { titleNote = null, ...measure } }) => ({ ...measure, titleNote })),
      groups: groups.sound.map(({ value }) => value),
      ambiguities: ambiguities.sound.map(({ value: { change: _, alternatives = [], ...ambiguity } }) => ({
        ...ambiguity,
        alternatives: alternatives.map((alternative) => alternativeOf(alternative, decimals)),
      })),
    }
  })
}

function alternativeOf(
  { effects, ...alternative }: AlternativeRow,
  decimals: ReadonlyMap<string, number>,
): Alternative {
  return {
    ...alternative,
    effects: effects.map(({ goal, target, baseline }) => ({
      goal,
      ...(target && { target: targetOf(target, decimals.get(goal) ?? 0) }),
      ...(baseline && { baseline: baselineOf(baseline, decimals.get(goal) ?? 0) }),
    })),
  }
}

function registerOf(
  { fields, evidenceRequired, uniqueBy, distinctBy, round, rounds, ...row }: RegisterRow,
  programme: string,
): Register {
  return {
    ...row,
    programme,
    fields: fields.map(({ required, choices, ...field }) => ({
      ...field,
      required: required ?? false,
      choices: choices ?? [],
    })),
    evidenceRequired: evidenceRequired ?? true,
    uniqueBy: uniqueBy ?? null,
    distinctBy: distinctBy ?? null,
    round: round ?? null,
    ...(rounds !== undefined && { rounds }),
  }
}

function regionOf({ parent, reporting, validFrom, validTo, ...row }: RegionRow): Region {
  return {
    ...row,
    parent: parent ?? null,
    reporting: reporting ?? true,
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
  }
}

function unitOf({ parent, reviewsInside, ...row }: UnitRow): ReportingUnit {
  return { ...row, parent: parent ?? null, reviewsInside: reviewsInside ?? false }
}
