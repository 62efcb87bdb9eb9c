import type { Text } from '@xushi/domain'
import { StoreProblem, type StoreProblemKind } from '@xushi/store'

/** Exit codes of the commands, so that a supervisor can tell them apart. */
export const exitCodes = { settings: 2, store: 3, catalogue: 4 } as const

/** What an operator is told when the store cannot be used, and what to do. Nothing was changed in any of these cases. */
const sentences: Readonly<Record<StoreProblemKind, Text>> = {
  'store-read-only': {
    zh: '数据库不可写；请检查文件和所在目录的权限（或用 XUSHI_HOME 指定可写的目录），使用 PostgreSQL 时请检查账号权限以及是否连到了只读副本。',
    en: 'The database cannot be written; check the permissions of the file and its folder (or name another folder with XUSHI_HOME), on PostgreSQL those of the account, and whether it is a read-only replica.',
  },
  'store-locked': {
    zh: '数据库正被另一个程序占用；请先停止它（可能是另一个已启动的序时），再启动。',
    en: 'Another program holds the database; stop it first (it may be another running Xushi), then start again.',
  },
  'store-newer': {
    zh: '数据库由更新版本的序时写成；请使用该版本或更高版本启动，或恢复升级前的备份。',
    en: 'The database was written by a newer Xushi; start that version or a later one, or restore the backup from before the upgrade.',
  },
  'store-corrupt': {
    zh: '数据库文件已损坏，未作任何改动；请从备份恢复，损坏的文件请另行保存以便检查。',
    en: 'The database file is damaged and was left untouched; restore a backup, and keep the damaged file for inspection.',
  },
  'store-unreachable': {
    zh: '连不上 DATABASE_URL 指定的数据库；请检查地址、用户名、密码以及数据库是否已启动。',
    en: 'The database of DATABASE_URL cannot be reached; check address, user, password, and whether it runs.',
  },
  'store-full': {
    zh: '磁盘已满或读写出错；请清理磁盘空间后重新启动，已确认保存的数据没有丢失。',
    en: 'The disk is full or failing; make room and start again. Nothing that was acknowledged is lost.',
  },
  'migration-changed': {
    zh: '已执行过的数据库升级步骤与程序自带的不一致；请使用未经改动的程序文件。',
    en: 'A migration that was applied differs from the one in the program; use unaltered program files.',
  },
  'key-held-twice': {
    zh: '同一台账中有未退出的事项共用一个代码，本版本不再允许，数据库没有升级；请用升级前的版本启动，更正其中一个的代码或为它办理退出（草稿可改代码或删除），再用本版本启动。',
    en: 'Things that have not left share one code in a register, which this version allows no longer, and the database was not upgraded; start the version from before, correct the code of one of them or let it leave (a draft is changed or deleted), then start this version.',
  },
}

/** The sentence for a store that cannot be used, in both languages, with the file or server it speaks of. */
export function storeSentence({ kind, where }: StoreProblem): string {
  const { zh, en } = sentences[kind]
  return `${zh}（${where}）\n${en} (${where})\n`
}

/** Says on standard error why a command cannot go on, if that is known, and gives the exit code. */
export function sayWhy(error: unknown): number | null {
  if (!(error instanceof StoreProblem)) return null
  process.stderr.write(storeSentence(error))
  return exitCodes.store
}
