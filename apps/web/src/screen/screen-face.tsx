import type { Screen } from '@xushi/contract'
import { countByStatus, percent } from '@xushi/wording'
import { useText, useWords } from '../language/language.tsx'
import { StatusMark, StatusShape } from '../status/status-glyph.tsx'
import { screenWords } from './screen.words.ts'
import { ScreenAttention } from './screen-attention.tsx'
import { ScreenRegions } from './screen-regions.tsx'
import { ScreenTargets } from './screen-targets.tsx'

type FaceProps = {
  readonly screen: Screen
  /** When the figures were last fetched, in milliseconds. */
  readonly updatedAt: number
  readonly isLost: boolean
}

/** All that a wall shows: nothing scrolls, nothing moves. */
export function ScreenFace({ screen, updatedAt, isLost }: FaceProps) {
  return (
    <main className="screen-face">
      <Head screen={screen} />
      <Counts screen={screen} />
      <div className="screen-columns">
        <ScreenTargets screen={screen} />
        <div>
          <ScreenRegions completeness={screen.completeness} />
          <ScreenAttention screen={screen} />
        </div>
      </div>
      <Foot screen={screen} updatedAt={updatedAt} isLost={isLost} />
    </main>
  )
}

function Head({ screen }: { screen: Screen }) {
  const says = useWords(screenWords)
  const text = useText()
  const { programme, demo, on, time, region, completeness } = screen
  const place = completeness.regions.find((one) => one.region === region)
  return (
    <header className="screen-head">
      <svg width="44" height="44" viewBox="0 0 24 24" aria-hidden="true">
        <rect x="1" y="8" width="22" height="8" fill="var(--track)" />
        <rect x="1" y="8" width="13" height="8" fill="var(--actual)" />
        <path d="M17.5 3v18" stroke="var(--ink)" strokeWidth="2.4" />
      </svg>
      <h1>
        {text(programme.shortName)}
        {'　'}
        {place !== undefined && text(place.name)}
        {says.progress}
      </h1>
      {demo && <span className="screen-demo">{says.containsDemo}</span>}
      <span className="spacer" />
      <p className="screen-fact">
        {says.on}
        <b>{on}</b>
      </p>
      <p className="screen-fact">
        {says.elapsed(time.elapsedDays, time.totalDays)}
        <b>{percent(time.ratio)}</b>
      </p>
    </header>
  )
}

function Counts({ screen }: { screen: Screen }) {
  const says = useWords(screenWords)
  return (
    <ul className="screen-counts" aria-label={says.counts}>
      {countByStatus(screen.indicators).map(({ status, count }) => (
        <li key={status} data-none={count === 0}>
          <StatusMark status={status} size={24} quiet={count === 0} />
          <b className="screen-count">{count}</b>
        </li>
      ))}
    </ul>
  )
}

function Foot({ screen, updatedAt, isLost }: FaceProps) {
  const says = useWords(screenWords)
  return (
    <footer className="screen-foot">
      {isLost ? (
        <span className="screen-lost" role="status">
          <StatusShape status="stale" size={20} /> <b>{says.lost}</b> {says.lostData(momentText(updatedAt))}
        </span>
      ) : (
        <>
          <span className="screen-live" role="status">
            <StatusShape status="achieved" size={18} /> {says.live}
          </span>
          <span>{says.updated(momentText(updatedAt).slice(-8))}</span>
        </>
      )}
      <span>{says.ledger(screen.knownAt.seq)}</span>
      <span className="spacer" />
      <span className="screen-legend">{says.legend}</span>
    </footer>
  )
}

/** A moment in China's time, to the second: 2020-10-29 15:20:07. */
function momentText(milliseconds: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })
  return parts.format(milliseconds)
}
