import { Link } from '@tanstack/react-router'
import type { Judgement } from '@xushi/contract'
import { type ToggleEvent, useId, useRef, useState } from 'react'
import { useProgramme } from '../app/address.ts'
import { useText, useWords } from '../language/language.tsx'
import { clauseWords } from './clause.words.ts'
import { ClauseInEnglish, ClauseSentence } from './clause-words.tsx'
import './clause.css'

type Of = {
  readonly id: string
  readonly goal: string
  readonly clause: Judgement['clause']
}

/** How wide the sheet is at most, and what it keeps from the edge of the window. */
const sheet = { width: 420, edge: 12, height: 220 }

/** 问4: opens the sentence of the notice behind a figure, by mouse, key or finger, with its source and the ways on. */
export function ClauseButton({ of }: { readonly of: Of }) {
  const says = useWords(clauseWords)
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { goal, clause } = of
  const beforeToggle = (event: ToggleEvent<HTMLSpanElement>) => {
    if (event.newState !== 'open' || button.current === null) return
    const { style } = event.currentTarget
    const at = button.current.getBoundingClientRect()
    const width = Math.min(sheet.width, window.innerWidth - 2 * sheet.edge)
    const left = Math.max(sheet.edge, Math.min(at.left, window.innerWidth - width - sheet.edge))
    const isLow = at.bottom + sheet.height > window.innerHeight
    style.width = `${width}px`
    style.left = `${left + window.scrollX}px`
    style.top = `${(isLow ? at.top - 4 : at.bottom + 4) + window.scrollY}px`
    style.translate = isLow ? '0 -100%' : 'none'
    setOpen(true)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="clause-button"
        popoverTarget={id}
        aria-label={`${says.short(clause.question)}：${says.open(goal, clause.question)}`}
        title={`“${clause.quote}”`}
      >
        {says.short(clause.question)}
      </button>
      <span
        id={id}
        popover="auto"
        className="clause-sheet"
        onBeforeToggle={beforeToggle}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && <Sheet of={of} />}
      </span>
    </>
  )
}

/** The sentence as it stands in the notice, whence it is, and where it leads. */
function Sheet({ of: { id, goal, clause } }: { readonly of: Of }) {
  const says = useWords(clauseWords)
  return (
    <>
      <span className="label block">
        {goal} · {says.question(clause.question)}
      </span>
      <span className="block">
        <ClauseSentence clause={clause} />
      </span>
      <ClauseInEnglish clause={clause} />
      <ClauseSource />
      <span className="clause-ways">
        <Link to="/indicators/$indicator" params={{ indicator: id }} hash="clause">
          {says.onPage}
        </Link>
        <Link to="/indicators" search={(before) => ({ ...before, question: String(clause.question) })}>
          {says.sameQuestion(clause.question)}
        </Link>
      </span>
    </>
  )
}

/** The document that the questions and answers speak of. */
export function ClauseSource() {
  const says = useWords(clauseWords)
  const text = useText()
  const programme = useProgramme()
  if (programme === undefined) return null
  return (
    <span className="second block">
      {says.source(text(programme.name), programme.documentNumber, programme.publishedOn)}
    </span>
  )
}

/** 答问第4问, leading to every target and milestone of that question. */
export function QuestionLink({ question }: { readonly question: number }) {
  const says = useWords(clauseWords)
  return (
    <Link
      to="/indicators"
      search={(before) => ({ ...before, question: String(question) })}
      className="nowrap question-link"
      title={says.sameQuestion(question)}
    >
      {says.question(question)}
    </Link>
  )
}
