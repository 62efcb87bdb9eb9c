import { useQuery } from '@tanstack/react-query'
import { useWords } from '../language/language.tsx'
import { unreadQuery } from './messages.queries.ts'
import { messagesWords } from './messages.words.ts'

/** How many messages are unread; nothing where there is none, or nobody knows. */
export function UnreadCount() {
  const says = useWords(messagesWords)
  const { data: unread = 0 } = useQuery(unreadQuery)
  if (unread === 0) return null
  return (
    <span className="unread-count">
      <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
      <span className="visually-hidden">{says.unread(unread)}</span>
    </span>
  )
}
