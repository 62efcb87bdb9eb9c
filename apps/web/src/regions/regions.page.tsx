import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { RegionsStanding } from '@xushi/contract'
import { type RefObject, useEffect, useRef } from 'react'
import { sessionQuery } from '../api/queries.ts'
import { useTimes } from '../app/address.ts'
import { Demo } from '../app/demo.tsx'
import { useIsPhone } from '../app/media.ts'
import { useTitle } from '../app/title.ts'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { ChosenRegion } from './chosen-region.tsx'
import { Comparison, nameList } from './comparison.tsx'
import { RegionGrid } from './region-grid.tsx'
import { RegionStrip } from './region-strip.tsx'
import { regionsStandingQuery } from './regions.queries.ts'
import { regionsWords } from './regions.words.ts'
import { RegionsDownload } from './regions-download.tsx'
import { comparedText, mostCompared, namedIn, type RegionsSearch, regionViews, toggled } from './regions-search.ts'
import { RegionsTable } from './regions-table.tsx'
import './regions.css'

/** 地区: one indicator over the provincial divisions, as tiles and as a table, with the chosen region beside it. */
export function RegionsPage() {
  const says = useWords(regionsWords)
  const { programme, indicator } = useSearch({ from: '/regions' })
  const times = useTimes()
  const query = useQuery({
    ...regionsStandingQuery({ ...times, programme, indicator }),
    placeholderData: keepPreviousData,
  })
  useTitle(says.title)
  return <QueryState query={query}>{(standing) => <Regions standing={standing} />}</QueryState>
}

/** What the address chooses, and the way to change it. */
function useChoices() {
  const search = useSearch({ from: '/regions' })
  const navigate = useNavigate()
  const choose = (change: RegionsSearch) =>
    navigate({ to: '/regions', search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
  return { search, choose }
}

function Regions({ standing }: { standing: RegionsStanding }) {
  const session = useQuery(sessionQuery)
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const { search, choose } = useChoices()
  const own = session.data?.user?.unit.region
  const selected = [search.region, own].find((code) => standing.regions.some(({ region }) => region === code)) ?? null
  const named = namedIn(search.compare)
  const reporting = named.filter((code) => standing.regions.some(({ region }) => region === code))
  const compared = reporting.slice(0, mostCompared)
  const row = standing.regions.find(({ region }) => region === selected)
  const chart = useRef<HTMLElement>(null)
  const comparison = useInSight(compared.length)
  const says = useWords(regionsWords)
  const text = useText()
  const { language } = useLanguage()
  const compare = (code: string) => {
    if (standing.regions.some(({ region }) => region === code))
      choose({ compare: comparedText(toggled(compared, code)) })
  }
  return (
    <div className="regions">
      <Head standing={standing} search={search} choose={choose} chart={chart} />
      <Empty standing={standing} />
      <div className="regions-body">
        <section ref={chart}>
          <RegionGrid
            standing={standing}
            view={search.view ?? 'value'}
            size={isPhone ? 36 : 84}
            selected={selected}
            compared={compared}
            onSelect={(region) => choose({ region })}
            onOpen={(region) => navigate({ to: '/regions/$region', params: { region } })}
            onCompare={compare}
          />
        </section>
        <section>
          <ChosenRegion standing={standing} row={row ?? null} compared={compared} onCompare={compare} />
          {!isHidden(standing) && (
            <RegionsTable standing={standing} selected={selected} onSelect={(region) => choose({ region })} />
          )}
        </section>
      </div>
      <p className="visually-hidden" role="status">
        {compared.length > 0 && says.comparedNow(nameList(standing, compared, text, language), compared.length)}
      </p>
      {named.length > 0 && (
        <Comparison
          standing={standing}
          codes={compared}
          beyond={reporting.slice(mostCompared)}
          unknown={named.filter((code) => !reporting.includes(code))}
          onClear={() => choose({ compare: undefined })}
          box={comparison}
        />
      )}
      {row !== undefined && session.data?.user != null && <RegionStrip row={row} />}
    </div>
  )
}

/** Brings the comparison into sight when a region joined it; one that the address brought stays where it is. */
function useInSight(count: number) {
  const box = useRef<HTMLElement>(null)
  const before = useRef(count)
  useEffect(() => {
    if (count > before.current) box.current?.scrollIntoView({ block: 'nearest' })
    before.current = count
  }, [count])
  return box
}

type HeadProps = {
  readonly standing: RegionsStanding
  readonly search: RegionsSearch
  readonly choose: (change: RegionsSearch) => void
  readonly chart: RefObject<HTMLElement | null>
}

function Head({ standing, search, choose, chart }: HeadProps) {
  const says = useWords(regionsWords)
  const text = useText()
  const { indicator, choices } = standing
  const view = search.view ?? 'value'
  return (
    <div className="regions-head">
      <h1>{says.title}</h1>
      <label>
        <span className="visually-hidden">{says.indicator}</span>
        <select
          className="regions-choice"
          value={indicator.id}
          onChange={({ target }) => choose({ indicator: target.value })}
        >
          {choices.map(({ id, goal, name }) => (
            <option key={id} value={id}>
              {goal} {text(name)}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="regions-views no-print">
        <legend className="visually-hidden">{says.views}</legend>
        {regionViews.map((candidate) => (
          <button
            key={candidate}
            type="button"
            aria-pressed={view === candidate}
            onClick={() => choose({ view: candidate === 'value' ? undefined : candidate })}
          >
            {candidate === 'value' && indicator.kind === 'yes-no' ? says.yesNo : says[candidate]}
          </button>
        ))}
      </fieldset>
      <span className="spacer" />
      <span className="label regions-keys no-print">{says.keys}</span>
      {standing.demo && <Demo />}
      {!isHidden(standing) && <RegionsDownload standing={standing} view={view} chart={chart} />}
    </div>
  )
}

/** Whether the reader may not see what regions report. */
const isHidden = ({ total }: RegionsStanding) => !total.figure.known && total.figure.why === 'sign-in-required'

/** Why there is nothing to see: nobody signed in, nothing asked yet, or nobody reported. */
function Empty({ standing }: { standing: RegionsStanding }) {
  const says = useWords(regionsWords)
  if (isHidden(standing))
    return (
      <Notice kind="empty" title={says.hidden}>
        {' '}
        <Link to="/sign-in">{says.signIn}</Link>
      </Notice>
    )
  if (standing.regions.some(({ figure }) => figure.known)) return null
  const next = standing.periods.at(-1)
  return (
    <Notice kind="empty" title={next === undefined ? says.noPeriods : says.noData}>
      {next !== undefined && <span className="second"> {says.noDataHint(next.deadline)}</span>}
    </Notice>
  )
}
