import { Link } from '@tanstack/react-router'
import type { MilestonesPage, RegionCoverage, TrackedMilestone } from '@xushi/contract'
import type { Language } from '@xushi/wording'
import { useRef, useState } from 'react'
import { useRegionNames } from '../api/region-names.ts'
import { Demo } from '../app/demo.tsx'
import { ClauseButton } from '../clause/clause-button.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import type { Tile, TileGround } from '../tile-grid/tile.ts'
import { TileGrid } from '../tile-grid/tile-grid.tsx'
import { tilePlaces } from '../tile-grid/tile-places.ts'
import { type CoverageCounts, coverageCounts, coverageStates } from './coverage-counts.ts'
import { CoverageDownload } from './coverage-download.tsx'
import { CoverageTable } from './coverage-table.tsx'
import { milestonesWords } from './milestones.words.ts'

const grounds: Readonly<Record<RegionCoverage['state'], TileGround>> = {
  done: { is: 'step', step: 4 },
  'under-way': { is: 'step', step: 2 },
  'not-yet': { is: 'plain' },
  unreported: { is: 'unreported' },
}

/** What regions are encouraged to do, as one small map each: who has it, who has not, who said nothing. No status and no red. */
export function CoverageMaps({ page }: { page: MilestonesPage }) {
  const { milestones } = page
  const chart = useRef<HTMLDivElement>(null)
  const says = useWords(milestonesWords)
  const text = useText()
  const covered = milestones.filter(({ coverage }) => coverage !== null)
  const spoken = covered.filter(({ coverage }) => coverage?.some(({ state }) => state !== 'unreported'))
  const silent = covered.filter((one) => !spoken.includes(one))
  if (covered.length === 0) return null
  return (
    <section className="coverage">
      <div className="section-head">
        <h2>{says.coverage}</h2>
        <span className="label">{says.coverageHint}</span>
        <span className="spacer" />
        {spoken.length > 0 && <CoverageDownload page={page} milestones={spoken} chart={chart} />}
      </div>
      <div ref={chart}>
        <CoverageLegend />
        <div className="coverage-maps">
          {spoken.map((milestone) => (
            <CoverageMap key={milestone.id} milestone={milestone} />
          ))}
        </div>
      </div>
      {silent.length > 0 && (
        <p className="label in-text">
          {says.noneReported}
          {silent.map(({ id, goal, name }) => (
            <Link key={id} to="/goals/$goal" params={{ goal: id }} className="coverage-silent">
              {goal} {text(name)}
            </Link>
          ))}
        </p>
      )}
      {spoken.length > 0 && <CoverageTable milestones={spoken} />}
    </section>
  )
}

function CoverageLegend() {
  const says = useWords(milestonesWords)
  return (
    <ul className="legend second coverage-legend" aria-hidden="true">
      {coverageStates.map((state) => (
        <li key={state}>
          <i className={`coverage-swatch coverage-${state}`} />
          {says.coverageStates[state]}
        </li>
      ))}
    </ul>
  )
}

function CoverageMap({ milestone: { id, goal, name, clause, coverage } }: { milestone: TrackedMilestone }) {
  const says = useWords(milestonesWords)
  const text = useText()
  const { language } = useLanguage()
  const regionName = useRegionNames()
  const [chosen, setChosen] = useState<string | null>(null)
  const rows = coverage ?? []
  const said = (row: RegionCoverage) =>
    [
      lettersOf(row.region, language) + regionName(row.region),
      says.coverageStates[row.state],
      row.document ?? '',
      row.on === null ? '' : says.since(row.on),
    ]
      .filter((part) => part !== '')
      .join('　')
  const tiles = new Map(
    rows.map((row): [string, Tile] => [
      row.region,
      { name: regionName(row.region), ground: grounds[row.state], says: said(row) },
    ]),
  )
  const shown = rows.find(({ region }) => region === chosen)
  const point = (target: EventTarget) => {
    const code = target instanceof Element ? target.closest('[data-code]')?.getAttribute('data-code') : null
    if (code != null && tilePlaces.some((place) => place.code === code)) setChosen(code)
  }
  return (
    <figure className="coverage-map">
      <figcaption>
        <em>{goal}</em>
        <Link to="/goals/$goal" params={{ goal: id }} className="coverage-name">
          <b>{text(name)}</b>
        </Link>
        {rows.some(({ demo }) => demo) && <Demo />}
        <ClauseButton of={{ id, goal, clause }} />
        <span className="block second">{countsSentence(coverageCounts(rows), says)}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing shows what the arrow keys show */}
      {/* biome-ignore lint/a11y/useKeyWithMouseEvents: the grid inside takes the keys */}
      <div onMouseOver={({ target }) => point(target)}>
        <TileGrid label={text(name)} tiles={tiles} size={36} selected={chosen} onSelect={setChosen} />
      </div>
      <p className="coverage-chosen label" aria-live="polite">
        {shown === undefined ? <span className="no-print">{says.choose}</span> : said(shown)}
      </p>
    </figure>
  )
}

/** The letters that a small tile shows instead of an English name: whoever sees them finds them in its words. */
const lettersOf = (code: string, language: Language) => {
  const letters = tilePlaces.find((place) => place.code === code)?.letters
  return language === 'zh' || letters === undefined ? '' : `${letters} `
}

type Says = (typeof milestonesWords)['en']

function countsSentence({ all, ...counts }: CoverageCounts, says: Says): string {
  const parts = coverageStates
    .filter((state) => state !== 'done' && counts[state] > 0)
    .map((state) => says.part(counts[state], says.coverageStates[state]))
  return says.covered(counts.done, all) + (parts.length === 0 ? '' : says.others(parts.join(says.between)))
}
