import type { MailFailureKind } from '@xushi/domain'
import { words } from '@xushi/wording'

type MessagesWords = {
  readonly title: string
  readonly intro: string
  readonly none: string
  readonly unread: (count: number) => string
  readonly isNew: string
  readonly readAll: string
  readonly markRead: string
  readonly open: string
  readonly more: string
  readonly mail: Readonly<Record<'off' | 'no-address' | 'queued' | 'sending' | 'sent' | 'failed', string>>
  readonly failures: Readonly<Record<MailFailureKind, string>>
  readonly because: string
  readonly serverSaid: (detail: string) => string
}

export const messagesWords = words<MessagesWords>(
  {
    title: '消息',
    intro: '定期报告和催报的通知。设了邮件服务器、账号上又有邮箱地址的，同时发邮件；没有邮箱地址的，请系统管理员填写。',
    none: '还没有消息。',
    unread: (count) => `${count}条未读消息`,
    isNew: '未读',
    readAll: '全部标为已读',
    markRead: '标为已读',
    open: '打开',
    more: '更早的',
    mail: {
      off: '只在这里显示：未设邮件服务器',
      'no-address': '只在这里显示：账号没有邮箱地址',
      queued: '邮件待发送',
      sending: '邮件发送中',
      sent: '邮件已发送',
      failed: '邮件没有发出',
    },
    failures: {
      refused: '邮件服务器不接收这个地址',
      deferred: '邮件服务器暂不接收',
      unreachable: '邮件服务器连不上',
      unsure: '发送中连接断开，可能已送达，不再重发',
    },
    because: '：',
    serverSaid: (detail) => `（服务器答复：${detail}）`,
  },
  {
    title: 'Messages',
    intro:
      'About scheduled reports and what is owed. They also go by mail where a mail server is set and the account has an address; the administrator writes it there.',
    none: 'There is no message yet.',
    unread: (count) => `${count} unread ${count === 1 ? 'message' : 'messages'}`,
    isNew: 'Unread',
    readAll: 'Mark all as read',
    markRead: 'Mark as read',
    open: 'Open',
    more: 'Older',
    mail: {
      off: 'Shown here alone: no mail server is set',
      'no-address': 'Shown here alone: the account has no mail address',
      queued: 'Mail waits to be sent',
      sending: 'Mail is being sent',
      sent: 'Sent by mail',
      failed: 'Not sent by mail',
    },
    failures: {
      refused: 'the mail server does not take this address',
      deferred: 'the mail server does not take it now',
      unreachable: 'the mail server cannot be reached',
      unsure: 'the connection broke while it was sent; it may have arrived and is not sent again',
    },
    because: ': ',
    serverSaid: (detail) => ` (the server said: ${detail})`,
  },
)
