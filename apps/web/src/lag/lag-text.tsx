import type { LagReason } from '@xushi/contract'
import { useProgramme } from '../app/address.ts'
import { useText, useWords } from '../language/language.tsx'
import { lagWords } from './lag.words.ts'
import './lag.css'

/** A reason for lag as it was handed in: why, what is done, by whom, and until when. */
export function LagText({ lag, programme }: { lag: LagReason; programme: string }) {
  const says = useWords(lagWords)
  const text = useText()
  const cause = useProgramme(programme)?.lagCauses.find(({ id }) => id === lag.cause)
  const rows = [
    [says.title, cause === undefined ? lag.cause : text(cause.name)],
    [says.remedy, lag.remedy],
    [says.responsible, lag.responsible],
    [says.newDate, lag.newDate],
  ] as const
  return (
    <dl className="lag">
      {rows.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said === '' ? '—' : said}</dd>
        </div>
      ))}
    </dl>
  )
}
