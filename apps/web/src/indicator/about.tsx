import type { IndicatorPage, Judgement } from '@xushi/contract'
import { useProgramme } from '../app/address.ts'
import { AmountText } from '../figure/figure-text.tsx'
import { useLanguage, useText, useWords } from '../language/language.tsx'
import { besideReasons, differenceOf } from './beside-reason.ts'
import { indicatorWords } from './indicator.words.ts'

/** Sources that stand beside the one that counts, with the difference and why; never added, never forced to agree. */
export function BesideTable({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const { language } = useLanguage()
  const firstPeriod = useProgramme(page.programme)?.firstPeriod ?? null
  const { beside } = page.judgement
  if (beside.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{says.beside}</h2>
        <span className="label">{says.besideHint}</span>
      </div>
      <table className="beside-table">
        {beside.map((row) => (
          <tbody key={row.source}>
            <tr>
              <td>
                {says.sources[row.source]}
                <span className="label block">
                  {row.on !== null && says.dataOn(row.on)}
                  {row.reported !== null && `　${row.reported.units}/${row.reported.expected}`}
                </span>
              </td>
              <td className="number">
                <b>
                  <AmountText
                    figure={row.figure}
                    of={page.judgement}
                    sense={row.source === 'regions' ? 'total' : 'published'}
                  />
                </b>
              </td>
              <td className="number second">
                <Difference row={row} page={page} />
              </td>
            </tr>
            {row.difference.known && row.difference.value !== 0 && (
              <tr className="beside-why">
                <td colSpan={3} className="second">
                  {besideReasons(row, page, firstPeriod, language)}
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Difference({ row, page }: { row: Judgement['beside'][number]; page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const found = differenceOf(row.difference)
  if (found === null) return '—'
  return (
    <>
      {says.differences[found.is]} {found.is !== 'same' && <AmountText figure={found.size} of={page.judgement} />}
    </>
  )
}

/** How the indicator is recorded and added up, and who is responsible. */
export function RulesTable({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const text = useText()
  const { judgement, typed, aggregation } = page
  const reporters = [...page.reportedBy.region, ...page.reportedBy.nation].map(text).join('、')
  const rows: readonly (readonly [string, string | null])[] = [
    [says.typedRegion, typed?.region ? says.typed[typed.region] : null],
    [says.typedNation, typed?.nation ? says.typed[typed.nation] : null],
    [says.value, typed === null ? (judgement.kind === 'counted' ? says.notTyped : says.notRecordable) : null],
    [says.time, wordOf(says.timeRules, aggregation.time)],
    [says.over, wordOf(says.regionRules, aggregation.regions)],
    [says.responsible, text(page.responsible)],
    [says.reportedBy, reporters === '' ? null : reporters],
    [says.notes, page.notes === null ? null : text(page.notes)],
  ]
  return (
    <section>
      <div className="section-head">
        <h2>{says.rules}</h2>
      </div>
      <dl className="rules">
        {rows.map(([term, value]) =>
          value === null ? null : (
            <div key={term}>
              <dt className="label">{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  )
}

/** The readings (口径) that were chosen for words that can be read in two ways, with who chose them and when. */
export function ReadingsTable({ page }: { page: IndicatorPage }) {
  const says = useWords(indicatorWords)
  const text = useText()
  const programme = useProgramme(page.programme)
  const readings = programme?.ambiguities.filter(({ number }) => page.judgement.ambiguities.includes(number)) ?? []
  if (readings.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{says.ambiguities}</h2>
      </div>
      {readings.map(({ number, ambiguity, reading, decidedBy, decidedOn }) => (
        <div key={number} id={`reading-${number}`} className="reading">
          <p>
            <b>{says.reading(number)}</b> {text(ambiguity)}
          </p>
          <p className="second">{text(reading)}</p>
          <p className="label">
            {text(decidedBy)} · {decidedOn}
          </p>
        </div>
      ))}
    </section>
  )
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key
}
