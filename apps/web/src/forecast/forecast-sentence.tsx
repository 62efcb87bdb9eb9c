import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
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
      {statements.map(({ source, head, body, note }, index) => (
        <p key={source ?? 'goal'} className={isBeside(page, source) ? 'forecast-beside' : undefined}>
          <b>{head}</b>
          <WithDays>{`${body}${stop}`}</WithDays>
          {note === null ? null : (
            <span className="second">
              <WithDays>{`${note}${stop}`}</WithDays>
            </span>
          )}
          {index === statements.length - 1 && (
            <Link to="/methods/$name" params={{ name: 'forecast' }} className="second">
              {says.method}
            </Link>
          )}
        </p>
      ))}
    </section>
  )
}

/** A text whose dates are not broken over two lines. */
function WithDays({ children }: { children: string }) {
  const parts = children.split(/(\d{4}-\d{2}-\d{2})/)
  let from = 0
  return parts.map((part, index) => {
    const at = from
    from += part.length
    return index % 2 === 0 ? (
      <Fragment key={at}>{part}</Fragment>
    ) : (
      <span key={at} className="nowrap">
        {part}
      </span>
    )
  })
}

const isBeside = ({ forecasts }: ForecastOf, source: string | null) =>
  forecasts.some((forecast) => forecast.source === source && !forecast.counts)
