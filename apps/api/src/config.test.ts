import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { BadSetting, readConfig } from './config.ts'

describe('readConfig', () => {
  it('has a default for every setting', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      home: path.resolve('var'),
      data: path.resolve(import.meta.dirname, '../../../data'),
      databaseUrl: null,
      demo: false,
      publicUrl: null,
      logLevel: 'info',
      passwordPolicy: 'dengbao',
      mail: null,
    })
  })

  it('takes what is given', () => {
    const config = readConfig({
      PORT: '9000',
      HOST: '::1',
      XUSHI_HOME: '/srv/xushi',
      XUSHI_DATA: '/srv/goals',
      DATABASE_URL: 'postgres://xushi@db/xushi',
      XUSHI_DEMO: '1',
      PUBLIC_URL: 'https://xushi.example.gov.cn/',
      LOG_LEVEL: 'warn',
      XUSHI_PASSWORD_POLICY: 'asvs',
      XUSHI_SMTP_URL: 'smtp://xushi:secret@mail.example.gov.cn:587',
      XUSHI_MAIL_FROM: 'xushi@example.gov.cn',
    })
    expect(config).toEqual({
      port: 9000,
      host: '::1',
      home: '/srv/xushi',
      data: '/srv/goals',
      databaseUrl: 'postgres://xushi@db/xushi',
      demo: true,
      publicUrl: 'https://xushi.example.gov.cn',
      logLevel: 'warn',
      passwordPolicy: 'asvs',
      mail: { url: 'smtp://xushi:secret@mail.example.gov.cn:587', from: 'xushi@example.gov.cn' },
    })
  })

  it.each([
    { name: 'XUSHI_DEMOO', environment: { XUSHI_DEMOO: '1' } },
    { name: 'XUSHI_DEMO', environment: { XUSHI_DEMO: 'yes' } },
    { name: 'XUSHI_DEMO', environment: { XUSHI_DEMO: '1', HOST: '0.0.0.0' } },
    { name: 'PORT', environment: { PORT: '80 80' } },
    { name: 'PORT', environment: { PORT: '70000' } },
    { name: 'PORT', environment: { PORT: '-1' } },
    { name: 'DATABASE_URL', environment: { DATABASE_URL: 'mysql://root:secret@db/x' } },
    { name: 'DATABASE_URL', environment: { DATABASE_URL: 'secret' } },
    { name: 'PUBLIC_URL', environment: { PUBLIC_URL: 'xushi.example.gov.cn' } },
    { name: 'PUBLIC_URL', environment: { PUBLIC_URL: 'https://example.gov.cn/xushi' } },
    { name: 'LOG_LEVEL', environment: { LOG_LEVEL: 'loud' } },
    { name: 'XUSHI_SMTP_URL', environment: { XUSHI_MAIL_FROM: 'xushi@example.gov.cn' } },
    { name: 'XUSHI_SMTP_URL', environment: { XUSHI_SMTP_URL: 'http://u:secret@mail', XUSHI_MAIL_FROM: 'a@b' } },
    {
      name: 'XUSHI_SMTP_URL',
      environment: { XUSHI_SMTP_URL: 'smtp://u:secret@mail/?pool=true', XUSHI_MAIL_FROM: 'a@b' },
    },
    { name: 'XUSHI_MAIL_FROM', environment: { XUSHI_SMTP_URL: 'smtp://u:secret@mail' } },
    { name: 'XUSHI_MAIL_FROM', environment: { XUSHI_SMTP_URL: 'smtp://u:secret@mail', XUSHI_MAIL_FROM: '序时 <a@b>' } },
    { name: 'XUSHI_PASSWORD_POLICY', environment: { XUSHI_PASSWORD_POLICY: 'none' } },
  ])('refuses $environment and names $name in both languages', ({ name, environment }) => {
    expect(() => readConfig(environment)).toThrow(BadSetting)
    expect(() => readConfig(environment)).toThrow(`设置 ${name}：`)
    expect(() => readConfig(environment)).toThrow(`Setting ${name}: `)
    expect(() => readConfig(environment)).not.toThrow('secret')
  })
})
