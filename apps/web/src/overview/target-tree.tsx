import type { Dashboard } from '@xushi/contract'
import { type AspectRows, countByStatus, percent, statusWords } from '@xushi/wording'
import type { CSSProperties } from 'react'
import { useIsPaper, useIsPhone } from '../app/media.ts'
import { useRememberedHeight } from '../app/remembered-height.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { StatusShape } from '../status/status-glyph.tsx'
import { useFold } from './folds.ts'
import { Fold, Measure } from './measure-rows.tsx'
import { overviewWords } from './overview.words.ts'
import { barWidth } from './target-row.tsx'

/** With more targets than these the aspects come folded: nobody reads a page of hundreds of rows. */
const mostOpen = 100

const circled = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨']

/** Every target under its measure and aspect on one shared axis: the plan ticks join into one line down the page. */
export function TargetTree({
  dashboard,
  aspects,
  narrowed,
}: {
  dashboard: Dashboard
  aspects: readonly AspectRows[]
  narrowed: boolean
}) {
  const says = useWords(overviewWords)
  const shown = aspects.filter(({ targets, milestones }) =>
    narrowed ? targets.length > 0 : targets.length + milestones.length > 0,
  )
  const isMany = shown.reduce((sum, { targets }) => sum + targets.length, 0) > mostOpen
  return (
    <section className="tree">
      <div className="tree-head" aria-hidden="true">
        <span>
          {says.goal}　<i>{says.clause}</i>
        </span>
        <span className="number">{says.actual}</span>
        <span className="number">{says.target}</span>
        <span className="bar-cell">
          <Axis ratio={dashboard.time.ratio} />
        </span>
        <span className="number">{says.attainment}</span>
        <span className="number">{says.ahead}</span>
        <span>{says.status}</span>
        <span>{says.dataOn}</span>
        <span className="number">{says.trend}</span>
      </div>
      {shown.map((rows) => (
        <Aspect key={rows.aspect.id} rows={rows} narrowed={narrowed} isMany={isMany} on={dashboard.on} />
      ))}
    </section>
  )
}

function Axis({ ratio }: { ratio: number }) {
  const says = useWords(overviewWords)
  const full = barWidth * 0.76
  const at = full * ratio
  return (
    <svg width={barWidth} height="40" viewBox={`0 0 ${barWidth} 40`} aria-hidden="true">
      {[0, 0.25, 0.5, 0.75, 1].map((step) => (
        <path key={step} d={`M${full * step} 34v6`} stroke="var(--line2)" />
      ))}
      <text x="0" y="31">
        0%
      </text>
      {Math.abs(at - full / 2) > 40 && (
        <text x={full / 2} y="31" textAnchor="middle">
          50%
        </text>
      )}
      <text x={full} y="31" textAnchor="middle">
        100%
      </text>
      <text x={barWidth} y="31" textAnchor="end">
        {says.beyond}
      </text>
      <path d={`M0 39.5h${full}`} stroke="var(--line2)" />
      <path d={`M${full} 39.5h${barWidth - full}`} stroke="var(--line2)" strokeDasharray="2 3" />
      {/* Near the end the tick would stand on the figure below it. */}
      <path d={full - at < 24 ? `M${at} 34v6` : `M${at} 15v25`} stroke="var(--plan)" strokeWidth="2.6" />
      <text x={Math.min(Math.max(at, 36), full - 8)} y="11" textAnchor="middle" className="strong">
        {`${says.plan} ${percent(ratio)}`}
      </text>
    </svg>
  )
}

function Aspect({ rows, narrowed, isMany, on }: { rows: AspectRows; narrowed: boolean; isMany: boolean; on: string }) {
  const { aspect, measures, targets, milestones } = rows
  const says = useWords(overviewWords)
  const states = useWords(statusWords)
  const text = useText()
  // On a phone, and where there are very many targets, the aspects come folded, with their counts; elsewhere those without a target. On paper nothing is.
  const isPhone = useIsPhone()
  const isOnPaper = useIsPaper()
  const [isOpen, turn] = useFold(aspect.id, !isMany && (narrowed || (!isPhone && targets.length > 0)))
  const open = isOnPaper || isOpen
  const counts = countByStatus(targets).filter(({ count }) => count > 0)
  const shown = measures.filter((measure) => !narrowed || measure.targets.length > 0)
  const { language } = useLanguage()
  const left = useRememberedHeight<HTMLElement>(`${aspect.id} ${open} ${targets.length} ${language}`)
  const size = { '--rows': open ? shown.length + targets.length : 0, ...left.style } as CSSProperties
  return (
    <section ref={left.ref} style={size}>
      <h2 className="aspect">
        <button type="button" aria-expanded={open} onClick={turn}>
          <b>
            {circled[aspect.number - 1]} {text(aspect.name)}
          </b>
          <span className="label aspect-size">
            {says.measures(measures.length)} · {says.targetsOfAspect(targets.length)}
            {milestones.length > 0 && ` · ${says.milestones(milestones.length)}`}
          </span>
          <span className="spacer" />
          {counts.map(({ status, count }) => (
            <span key={status} className={`status status-${status}`} title={states[status]}>
              <StatusShape status={status} size={12} />
              <b>{count}</b>
              <span className="visually-hidden">{states[status]}</span>
            </span>
          ))}
          {milestones.length > 0 && <span className="label phone-only">+{milestones.length}</span>}
          <Fold open={open} />
        </button>
      </h2>
      {open && shown.map((measure) => <Measure key={measure.measure.id} rows={measure} narrowed={narrowed} on={on} />)}
    </section>
  )
}
