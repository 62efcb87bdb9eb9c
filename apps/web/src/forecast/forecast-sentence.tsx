import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../language/language.tsx'
import './forecast.css'
import { forecastWords } from './forecast.words.ts'
import { type ForecastOf, forecastStatements } from './forecast-sentence.ts'

/** Where an indicator is going, source by source, in words; nothing where it has no source. The line at the side is the source's colour. */
export function ForecastSentence({ page }: { page: ForecastOf }) {
  const { language } = useLanguage()
  const says = useWords(forecastWords)
  const statements = forecastStatements(page, language)
  const stop = language === 'zh' ? '。' : '. '
  if (statements.length === 0) return null
  return (
    <section className="forecast" aria-label={says.title}>
      {statements.map(({ source, head, body, note }) => (
        <p key={source ?? 'goal'} className={isBeside(page, source) ? 'forecast-beside' : undefined}>
          <b>{head}</b>
          {body}
          {stop}
          {note === null ? null : <span className="second">{`${note}${stop}`}</span>}
        </p>
      ))}
      <Link to="/methods/$name" params={{ name: 'forecast' }} className="second">
        {says.method}
      </Link>
    </section>
  )
}

const isBeside = ({ forecasts }: ForecastOf, source: string | null) =>
  forecasts.some((forecast) => forecast.source === source && !forecast.counts)
