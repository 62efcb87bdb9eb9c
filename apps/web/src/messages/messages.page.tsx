import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Message, readMessages } from '@xushi/contract'
import { shanghaiTime } from '@xushi/wording'
import { Button } from 'antd'
import { call } from '../api/call.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { useText, useWords } from '../language/language.tsx'
import { PeopleOnly } from '../session/people-only.tsx'
import { Notice, ProblemState, QueryState } from '../states/states.tsx'
import { messagesQuery } from './messages.queries.ts'
import { messagesWords } from './messages.words.ts'
import './messages.css'

/** 消息: what the signed-in person was told, and whether it went by mail. */
export function MessagesPage() {
  const says = useWords(messagesWords)
  useTitle(says.title)
  return (
    <AntFrame>
      <h1>{says.title}</h1>
      <PeopleOnly>{() => <Messages />}</PeopleOnly>
    </AntFrame>
  )
}

function Messages() {
  const says = useWords(messagesWords)
  const client = useQueryClient()
  const query = useInfiniteQuery(messagesQuery)
  const reading = useMutation({
    mutationFn: (ids: readonly string[] | null) => call(readMessages, { body: ids === null ? {} : { ids: [...ids] } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['messages'] }),
  })
  const unread = query.data?.pages[0]?.unread ?? 0
  return (
    <>
      <p className="second messages-intro">{says.intro}</p>
      {unread > 0 && (
        <p className="messages-acts">
          <span>{says.unread(unread)}</span>
          <Button size="small" loading={reading.isPending} onClick={() => reading.mutate(null)}>
            {says.readAll}
          </Button>
        </p>
      )}
      {reading.isError && <ProblemState error={reading.error} />}
      <QueryState query={query}>
        {({ pages }) => {
          const messages = pages.flatMap((page) => page.messages)
          if (messages.length === 0) return <Notice kind="empty" title={says.none} />
          return (
            <ol className="messages">
              {messages.map((message) => (
                <Told key={message.id} message={message} read={() => reading.mutate([message.id])} />
              ))}
            </ol>
          )
        }}
      </QueryState>
      {query.hasNextPage && (
        <p>
          <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {says.more}
          </Button>
        </p>
      )}
    </>
  )
}

function Told({ message, read }: { message: Message; read: () => void }) {
  const says = useWords(messagesWords)
  const text = useText()
  const { subject, body, path, createdAt, readAt } = message
  const isUnread = readAt === null
  return (
    <li data-unread={isUnread}>
      <h2>
        {isUnread && <span className="message-new">{says.isNew}</span>}
        {text(subject)}
      </h2>
      <p className="label">{shanghaiTime(createdAt)}</p>
      <p className="message-body">{text(body)}</p>
      <p className="messages-acts no-print">
        {path !== null && (
          <a href={path} onClick={isUnread ? read : undefined}>
            {says.open}
          </a>
        )}
        {isUnread && (
          <Button size="small" onClick={read}>
            {says.markRead}
          </Button>
        )}
        <MailLine mail={message.mail} />
      </p>
    </li>
  )
}

function MailLine({ mail: { state, sentAt, failure } }: Pick<Message, 'mail'>) {
  const says = useWords(messagesWords)
  return (
    <span className="second">
      {says.mail[state]}
      {sentAt !== null && ` ${shanghaiTime(sentAt)}`}
      {failure !== null && state !== 'sent' && (
        <>
          {says.because}
          {says.failures[failure.kind]}
          {failure.detail !== '' && says.serverSaid(failure.detail)}
        </>
      )}
    </span>
  )
}
