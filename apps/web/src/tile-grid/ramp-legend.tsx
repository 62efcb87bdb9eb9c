import { useWords } from '../language/language.tsx'
import type { Ramp, RampClass } from './ramp-steps.ts'
import { tileGridWords } from './tile-grid.words.ts'
import './tile-grid.css'

type RampLegendProps = {
  readonly ramp: Ramp
  /** A limit as text, such as 15, 3000万 or 90%. */
  readonly text: (limit: number) => string
  /** Whether values are whole and small enough to say 15–29 instead of 15–30. */
  readonly whole?: boolean
  /** The most there can be, such as 1 of a share: a class from there on is that value alone. */
  readonly most?: number | null
}

/** The classes of the ramp, each on its own colour, from the lowest up. */
export function RampLegend({ ramp, text, whole = false, most = null }: RampLegendProps) {
  const says = useWords(tileGridWords)
  return (
    <ul className="ramp-legend" aria-label={says.legend}>
      {ramp.map((part) => (
        <li key={part.step} style={{ background: `var(--s${part.step})`, color: `var(--on-s${part.step})` }}>
          {part.from !== null && part.from === most ? text(most) : classText(part, text, whole, says)}
        </li>
      ))}
    </ul>
  )
}

type Says = Pick<(typeof tileGridWords)['en'], 'all' | 'under' | 'from' | 'between'>

/** A class in words: <15, 15–29, ≥80. A whole class of one number is that number. */
export function classText({ from, below }: RampClass, text: (limit: number) => string, whole: boolean, says: Says) {
  if (from === null) return below === null ? says.all : whole && below === 1 ? text(0) : says.under(text(below))
  if (below === null) return says.from(text(from))
  if (!whole) return says.between(text(from), text(below))
  return below - from === 1 ? text(from) : says.between(text(from), text(below - 1))
}
