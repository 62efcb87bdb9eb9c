import { shanghaiTime } from '@xushi/wording'
import { useEffect } from 'react'
import { useText, useWords } from '../language/language.tsx'
import { useProgramme, useUnderstoodTimes } from './address.ts'
import { shellWords } from './shell.words.ts'
import './paper.css'

/** Both times as paper says them: of which day, and up to which number of the ledger. Nothing until an answer came. */
function usePaperDates(): string {
  const says = useWords(shellWords)
  const times = useUnderstoodTimes()
  if (times === undefined) return ''
  if (times.knownAt === undefined) return `${says.on} ${times.on}`
  const { seq, at, now } = times.knownAt
  const known = now || at === null ? '' : `${shanghaiTime(at)} `
  return `${says.on} ${times.on} · ${says.knownAt} ${known}${says.ledgerNumber}${seq}`
}

/** On paper alone: the two times in the head, and in the foot of each sheet the programme, the times, and whether data are invented. */
export function PaperDates({ demo }: { readonly demo: boolean }) {
  const says = useWords(shellWords)
  const text = useText()
  const programme = useProgramme()
  const dates = usePaperDates()
  const foot = [programme === undefined ? '' : text(programme.shortName), dates, demo ? says.demo : '']
    .filter((part) => part !== '')
    .join(' · ')
  useEffect(() => {
    // A string of CSS, so that nothing in a name ends it.
    document.documentElement.style.setProperty('--paper-foot', `"${foot.replace(/["\\\n]/g, ' ')}"`)
  }, [foot])
  return dates === '' ? null : <span className="paper-only paper-dates">{dates}</span>
}
