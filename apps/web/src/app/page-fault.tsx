import { words } from '@xushi/wording'
import { useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'
import { useTitle } from './title.ts'

const says = words(
  {
    title: '这一页没有显示出来',
    safe: '已存的内容都在。请重新载入；仍然如此时，请告知系统管理员。',
    again: '重新载入',
  },
  {
    title: 'This page could not be shown',
    safe: 'What was saved is safe. Please load it again; if that does not help, tell the administrator.',
    again: 'Load again',
  },
)

/** In place of a page that broke; the bar above stays. */
export function PageFault() {
  const word = useWords(says)
  useTitle(word.title)
  return (
    <>
      <h1>{word.title}</h1>
      <Notice kind="problem" title={word.safe}>
        <p>
          <button type="button" className="button" onClick={() => location.reload()}>
            {word.again}
          </button>
        </p>
      </Notice>
    </>
  )
}
