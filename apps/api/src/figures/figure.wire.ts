import type { DatedFigure, Figure, PublishedFigure } from '@xushi/contract'
import type * as domain from '@xushi/domain'
import { inUnit } from '@xushi/domain'
import type { Static } from 'typebox'

export type FigureWire = Static<typeof Figure>
export type DatedFigureWire = Static<typeof DatedFigure>

/** A value in the indicator's unit. Values of a plan line are no whole counts; those are divided as they are. */
export function valueWire(value: number, decimals: number): number {
  return Number.isInteger(value) ? inUnit(value, decimals) : value / 10 ** decimals
}

/** A measured figure in the indicator's unit, or why it is not known. */
export function measuredWire(figure: domain.Figure, decimals: number): FigureWire {
  return figureWire(figure.known ? { ...figure, value: valueWire(figure.value, decimals) } : figure)
}

/** A ratio, a number of days or of points: no unit to convert. */
export function figureWire(figure: domain.Figure): FigureWire {
  if (!figure.known) return { known: false, why: figure.why }
  const { value, bound } = figure
  return bound === undefined ? { known: true, value } : { known: true, value, bound }
}

/** A measured figure with the day it speaks of. */
export function datedWire(figure: domain.DatedFigure, decimals: number): DatedFigureWire {
  if (!figure.known || figure.on === undefined) return { known: false, why: figure.known ? 'undated' : figure.why }
  const { bound, on } = figure
  const value = valueWire(figure.value, decimals)
  return bound === undefined ? { known: true, value, on } : { known: true, value, bound, on }
}

export function publishedWire(figure: domain.PublishedFigure, decimals: number): PublishedFigure {
  const { id, goal, region, on, precision, publishedOn, bound, round, speaker, occasion, confidence, note } = figure
  return {
    id,
    goal,
    region,
    on,
    precision,
    publishedOn,
    value: valueWire(figure.value, decimals),
    ...(bound !== undefined && { bound }),
    ...(round !== undefined && { round }),
    speaker,
    occasion,
    confidence,
    note,
  }
}
