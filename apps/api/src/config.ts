import path from 'node:path'
import { isMailAddress } from '@xushi/contract'

/** All settings, read once from the environment when the process starts. */
export type Config = {
  readonly port: number
  readonly host: string
  /** Folder of the state: the database file, the keys, what the operator is told. Absolute. */
  readonly home: string
  /** Folder of the catalogue: programmes, regions, holidays. Absolute. */
  readonly data: string
  /** PostgreSQL to use in place of the database file in `home`. */
  readonly databaseUrl: string | null
  /** Whether demonstration entries and accounts are added. */
  readonly demo: boolean
  /** The address under which people reach the product, where a proxy stands before it. */
  readonly publicUrl: string | null
  readonly logLevel: LogLevel
  readonly passwordPolicy: PasswordPolicy
  /** The server that takes mail, and who it is from; null where messages stand in the app alone. */
  readonly mail: MailSettings | null
}

/** `url` carries a password: it is never logged or repeated. */
export type MailSettings = { readonly url: string; readonly from: string }

/** 等保 asks for composition and regular change; ASVS for length, and neither of the two. They contradict each other: one is chosen. */
const passwordPolicies = ['dengbao', 'asvs'] as const
export type PasswordPolicy = (typeof passwordPolicies)[number]

/** The catalogue that the product brings along. */
const ownData = path.resolve(import.meta.dirname, '../../../data')

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const ownSettings = [
  'XUSHI_HOME',
  'XUSHI_DATA',
  'XUSHI_DEMO',
  'XUSHI_PASSWORD_POLICY',
  'XUSHI_SMTP_URL',
  'XUSHI_MAIL_FROM',
] as const

/** A setting that the process cannot start with; says which one, and what it may be, in both languages. */
export class BadSetting extends Error {
  readonly setting: string

  constructor(setting: string, zh: string, en: string) {
    super(`设置 ${setting}：${zh}\nSetting ${setting}: ${en}`)
    this.setting = setting
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings. An empty value is the same as none.
 *
 * @throws BadSetting for a value that makes no sense, and for a XUSHI_ setting that does not exist: a misspelt one would
 *   otherwise be ignored in silence.
 */
export function readConfig(environment: Environment): Config {
  refuseUnknown(environment)
  const given = (name: string) => environment[name]?.trim() || null
  const host = given('HOST') ?? '127.0.0.1'
  const demo = yesNo('XUSHI_DEMO', given('XUSHI_DEMO'))
  if (demo && !isLoopback(host)) {
    throw new BadSetting(
      'XUSHI_DEMO',
      `演示账号的密码写在文件里，只能在本机地址上使用；请把 HOST 设为 127.0.0.1，或去掉 XUSHI_DEMO。`,
      `demonstration accounts are for this machine only; set HOST to 127.0.0.1, or leave XUSHI_DEMO out.`,
    )
  }
  return {
    port: port(given('PORT')),
    host,
    home: path.resolve(given('XUSHI_HOME') ?? 'var'),
    data: path.resolve(given('XUSHI_DATA') ?? ownData),
    databaseUrl: databaseUrl(given('DATABASE_URL')),
    demo,
    publicUrl: publicUrl(given('PUBLIC_URL')),
    logLevel: logLevel(given('LOG_LEVEL')),
    passwordPolicy: passwordPolicy(given('XUSHI_PASSWORD_POLICY')),
    mail: mail(given('XUSHI_SMTP_URL'), given('XUSHI_MAIL_FROM')),
  }
}

export const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host)

function refuseUnknown(environment: Environment): void {
  const known: readonly string[] = ownSettings
  const unknown = Object.keys(environment).find((name) => name.startsWith('XUSHI_') && !known.includes(name))
  if (unknown === undefined) return

  throw new BadSetting(
    unknown,
    `没有这个设置；以 XUSHI_ 开头的设置只有 ${ownSettings.join('、')}。`,
    `there is no such setting; those that begin with XUSHI_ are ${ownSettings.join(', ')}.`,
  )
}

function port(text: string | null): number {
  const number = text === null ? 8080 : Number(text)
  if (text !== null && !(/^\d{1,5}$/.test(text) && number <= 65_535)) {
    throw new BadSetting('PORT', `“${text}”不是端口号；应为 0 到 65535 的整数。`, `"${text}" is no port; 0 to 65535.`)
  }
  return number
}

function yesNo(setting: string, text: string | null): boolean {
  if (text === null || text === '0') return false
  if (text === '1') return true
  throw new BadSetting(setting, `“${text}”不是有效值；填 1 或 0。`, `"${text}" is neither 1 nor 0.`)
}

function logLevel(text: string | null): LogLevel {
  const level = logLevels.find((candidate) => candidate === (text ?? 'info'))
  if (level !== undefined) return level
  throw new BadSetting(
    'LOG_LEVEL',
    `“${text}”不是日志级别；可选 ${logLevels.join('、')}。`,
    `"${text}" is no log level; choose one of ${logLevels.join(', ')}.`,
  )
}

function passwordPolicy(text: string | null): PasswordPolicy {
  const policy = passwordPolicies.find((candidate) => candidate === (text ?? 'dengbao'))
  if (policy !== undefined) return policy
  throw new BadSetting(
    'XUSHI_PASSWORD_POLICY',
    `“${text}”不是密码策略；可选 ${passwordPolicies.join('、')}。`,
    `"${text}" is no password policy; choose one of ${passwordPolicies.join(', ')}.`,
  )
}

// The value is never repeated in the message: it carries a password.
function databaseUrl(text: string | null): string | null {
  if (text === null) return null
  if (['postgres:', 'postgresql:'].includes(parsed(text)?.protocol ?? '')) return text
  throw new BadSetting(
    'DATABASE_URL',
    '应为 postgres:// 开头的地址；不设置时使用 XUSHI_HOME 中的数据库文件。',
    'give an address that begins with postgres://, or leave it out to use the database file in XUSHI_HOME.',
  )
}

function publicUrl(text: string | null): string | null {
  if (text === null) return null
  const url = parsed(text)
  if (url !== null && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search === '') {
    return url.origin
  }
  throw new BadSetting(
    'PUBLIC_URL',
    `“${text}”不是网站地址；应形如 https://xushi.example.gov.cn，不带路径。`,
    `"${text}" is no address of a site; give one like https://xushi.example.gov.cn, without a path.`,
  )
}

// The address of the server is never repeated in the message: it carries a password.
function mail(url: string | null, from: string | null): MailSettings | null {
  if (url === null && from === null) return null
  if (url === null) {
    throw new BadSetting(
      'XUSHI_SMTP_URL',
      '设置了 XUSHI_MAIL_FROM，还须设置邮件服务器；不发邮件则两项都不设。',
      'XUSHI_MAIL_FROM is set and needs a mail server; leave both out to send no mail.',
    )
  }
  const server = parsed(url)
  const isServer = server !== null && ['smtp:', 'smtps:'].includes(server.protocol) && server.hostname !== ''
  if (!isServer || !['', '/'].includes(server.pathname) || server.search !== '' || server.hash !== '') {
    throw new BadSetting(
      'XUSHI_SMTP_URL',
      '应形如 smtp://用户:密码@主机:端口 或 smtps://…，后面不带路径和参数；用户名、密码里的特殊字符用百分号编码。',
      'give smtp://user:password@host:port or smtps://…, without a path or parameters; special characters of user and password percent-encoded.',
    )
  }
  if (from === null || !isMailAddress(from)) {
    throw new BadSetting(
      'XUSHI_MAIL_FROM',
      '应为发件邮箱地址，如 xushi@example.gov.cn，不带姓名。',
      'give the address that mail is from, such as xushi@example.gov.cn, without a name.',
    )
  }
  return { url, from }
}

const parsed = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null)
