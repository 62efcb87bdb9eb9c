import { type Static, Type } from 'typebox'
import { Closed, Day, Figure, Id } from './shapes.ts'

/** 已更正: what the last issued report told of an indicator, and what is known of the same day now. In the indicator's unit. */
export const CorrectedFigure = Closed({
  report: Closed({
    id: Id,
    /** 进展报告〔2020〕1号 */
    number: Type.String(),
    /** 数据截至: the day that both figures speak of. */
    on: Day,
  }),
  told: Figure,
  now: Figure,
})
export type CorrectedFigure = Static<typeof CorrectedFigure>
