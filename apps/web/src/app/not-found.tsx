import { Link } from '@tanstack/react-router'
import { words } from '@xushi/wording'
import { useWords } from '../language/language.tsx'
import { useTitle } from './title.ts'

const says = words(
  { title: '没有这个页面', what: '地址可能写错了，或页面已经移走。', back: '回到总览' },
  { title: 'No such page', what: 'The address may be wrong, or the page has moved.', back: 'Back to the overview' },
)

export function NotFound() {
  const word = useWords(says)
  useTitle(word.title)
  return (
    <section>
      <h1>{word.title}</h1>
      <p>{word.what}</p>
      <Link to="/">{word.back}</Link>
    </section>
  )
}
