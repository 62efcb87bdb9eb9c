import type { Judgement as JudgementWire } from '@xushi/contract'
import { type Figure, type Judgement, judge, type Programme, unknown } from '@xushi/domain'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { evidenceFor, type VisibleEntries } from './evidence.ts'
import { type Judged, judgementWire } from './judgement.wire.ts'

export type Asked = { readonly programme: Programme; readonly view: CatalogueView; readonly on: string }

/** Judges one indicator on what its reader may see. */
export function judged(indicator: Indicator, { programme, view, on }: Asked, entries: VisibleEntries): Judged {
  const evidence = evidenceFor(indicator, programme, view, on, entries)
  const judgement = judge(indicator, evidence)
  const isHidden = entries === null && indicator.sourceOfRecord === 'regions'
  return { indicator, evidence, entries, judgement: isHidden ? hidden(judgement) : judgement }
}

/** The row of a judged indicator on the wire. Nobody signed in is not told 未报送 where there is merely nothing to see. */
export function judgedWire(row: Judged): JudgementWire {
  const wire = judgementWire(row)
  const isHidden = row.entries === null && row.indicator.sourceOfRecord === 'regions'
  return isHidden && wire.status !== 'not-judged'
    ? { ...wire, status: 'not-judged', statusReason: 'sign-in-required', timing: null, marks: [] }
    : wire
}

function hidden(judgement: Judgement): Judgement {
  const hide = <Hidden extends Figure>(figure: Hidden) =>
    !figure.known && figure.why === 'not-reported' ? unknown('sign-in-required') : figure
  return {
    ...judgement,
    actual: hide(judgement.actual),
    gain: hide(judgement.gain),
    attainment: hide(judgement.attainment),
    achievement: hide(judgement.achievement),
    scheduleIndex: hide(judgement.scheduleIndex),
    percentagePoints: hide(judgement.percentagePoints),
    earnedDays: hide(judgement.earnedDays),
  }
}
