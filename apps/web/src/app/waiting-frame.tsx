import { useRouterState } from '@tanstack/react-router'
import { useWords } from '../language/language.tsx'
import { Waiting } from '../states/states.tsx'
import { Logo } from './logo.tsx'
import { shellWords } from './shell.words.ts'
import './shell.css'

/** The frame of a page until it is known who is there: the bar keeps its place. Nothing where the page fills the window by itself. */
export function WaitingFrame() {
  const says = useWords(shellWords)
  const isBare = useRouterState({
    select: ({ matches }) => matches.some(({ staticData }) => staticData.frame === 'none'),
  })
  if (isBare) return null
  return (
    <>
      <header className="top">
        <span className="logo">
          <Logo />
          {says.product}
        </span>
      </header>
      <main id="content" tabIndex={-1}>
        <Waiting />
      </main>
    </>
  )
}
