import type { Completeness } from '@xushi/contract'
import { percent } from '@xushi/wording'
import { useText, useWords } from '../language/language.tsx'
import { rampFrom, rampStepOf } from '../tile-grid/ramp-steps.ts'
import type { Tile, TileGround } from '../tile-grid/tile.ts'
import { TileGrid } from '../tile-grid/tile-grid.tsx'
import { screenWords } from './screen.words.ts'

const ramp = rampFrom([0.5, 0.75, 0.9, 1])

/** 填报率 region by region, as figure and as shade. */
export function ScreenRegions({ completeness }: { completeness: Completeness }) {
  const says = useWords(screenWords)
  const text = useText()
  const { from, to, regions } = completeness
  const tiles = new Map<string, Tile>(
    regions.map((row) => {
      const [name, rate] = [text(row.name), row.completeness]
      if (rate === null) return [row.region, { name, ground: { is: 'outside' }, says: says.outside(name) }]
      const figure = wholePercent(rate)
      const words = says.ofRegion(name, row.full, row.periods, percent(rate))
      return [row.region, { name, ground: groundOf(rate), figure, says: words }]
    }),
  )
  const only = tiles.size === 1 ? [...tiles.values()][0] : undefined
  return (
    <section className="screen-regions">
      <h2>
        {says.completeness}
        <small>
          {from === null || to === null ? says.noneDue : says.completenessOf(from.slice(0, 7), to.slice(0, 7))}
        </small>
      </h2>
      {only === undefined ? (
        <>
          <TileGrid label={says.completeness} tiles={tiles} size={58} />
          <p className="screen-note">{says.completenessNote}</p>
        </>
      ) : (
        <p className="screen-only">
          {only.figure !== undefined && <b>{only.figure}</b>}
          {only.says}
        </p>
      )}
    </section>
  )
}

/** Nothing at all is hatched, as what is not there; anything more has its shade. */
function groundOf(rate: number): TileGround {
  const step = rampStepOf(ramp, rate)
  return rate === 0 || step === null ? { is: 'unreported' } : { is: 'step', step }
}

/** A share in whole percent, cut: 100% only where nothing is missing. What is there but under one percent is not 0%. */
function wholePercent(rate: number): string {
  const whole = Math.floor(rate * 100 + 1e-9)
  return rate > 0 && whole === 0 ? '<1%' : `${whole}%`
}
