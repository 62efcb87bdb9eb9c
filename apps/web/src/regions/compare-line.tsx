import type { RegionStanding, RegionsStanding } from '@xushi/contract'
import { shortAmount } from '@xushi/wording'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { linePath, sparkPlaces } from '../sparkline/sparkline.tsx'
import { regionsWords } from './regions.words.ts'

const box = { width: 220, height: 96, edge: 6 }

type CompareLineProps = {
  readonly row: RegionStanding
  readonly standing: RegionsStanding
  /** The top of the common axis, which begins at 0. */
  readonly most: number
}

/** One small multiple: the periods of a region on an axis that all of them share. A gap is a gap. */
export function CompareLine({ row, standing, most }: CompareLineProps) {
  const says = useWords(regionsWords)
  const text = useText()
  const { language } = useLanguage()
  const { periods, indicator } = standing
  const days = periods.map(({ endsOn }) => endsOn)
  const shared = { ...box, axis: { from: 0, to: most } }
  const places = sparkPlaces(days, row.line, shared)
  const last = places.at(-1)
  const [first, end] = [periods[0]?.period, periods.at(-1)?.period]
  return (
    <figure>
      <figcaption>
        <b>{text(row.name)}</b>{' '}
        {first !== undefined && end !== undefined && (
          <span className="visually-hidden">{says.lineOf(text(row.name), first, end)}</span>
        )}
      </figcaption>
      <p className="label comparison-top">
        {shortAmount(most, indicator.decimals, language)}
        {language === 'zh' ? '' : ' '}
        {text(indicator.unit)}
      </p>
      {last === undefined ? (
        <p className="label comparison-none">{says.noLine}</p>
      ) : (
        <svg viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
          <path d={`M0 ${box.height - box.edge}h${box.width}`} stroke="var(--line2)" />
          <path d={`M0 ${box.edge}h${box.width}`} stroke="var(--line)" />
          <path d={linePath(days, row.line, shared)} fill="none" stroke="var(--actual)" strokeWidth="1.8" />
          {places.map(({ x, y }) => (
            <circle key={x} cx={x} cy={y} r={x === last.x ? 3.5 : 1.8} fill="var(--actual)" />
          ))}
        </svg>
      )}
      <p className="label comparison-axis">
        <span>{first}</span>
        <span>{end}</span>
      </p>
    </figure>
  )
}
