import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleFiles } from './sample.fixture.ts'

const command = path.join(import.meta.dirname, 'check-command.ts')
const wrongDay = {
  file: 'programmes/sample/programme.yaml',
  from: 'lastDueOn: 2022-12-31',
  to: 'lastDueOn: 2022-02-30',
}
const zh = 'data/programmes/sample/programme.yaml:6  “lastDueOn”的日期 2022-02-30 不存在。'
const en = '“lastDueOn”: the date 2022-02-30 does not exist.'

let home = ''
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'xushi-catalogue-'))
})
afterEach(() => {
  rmSync(home, { recursive: true })
})

function write(breaks?: Parameters<typeof sampleFiles>[0]): void {
  for (const { path: file, text } of sampleFiles(breaks)) {
    mkdirSync(path.join(home, 'data', path.dirname(file)), { recursive: true })
    writeFileSync(path.join(home, 'data', file), text)
  }
}

function run(locale: string, ...rest: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...rest], {
    cwd: home,
    env: { LANG: locale },
    encoding: 'utf8',
  })
  return { status, stderr, lines: stdout.trimEnd().split('\n') }
}

describe('npm run catalogue:check', () => {
  it.each([
    { locale: 'zh_CN.UTF-8', line: zh, end: '共 1 处错误。' },
    { locale: 'en_GB.UTF-8', line: zh.replace(/ {2}.*/, `  ${en}`), end: '1 mistake.' },
    { locale: 'C', line: `${zh} ${en}`, end: '共 1 处错误。 1 mistake.' },
  ])('ends with 1 and tells a mistake in the language of $locale', ({ locale, line, end }) => {
    write([wrongDay])
    expect(run(locale, 'data')).toEqual({ status: 1, stderr: '', lines: [line, end] })
  })

  it('ends with 0 and tells what it found in clean files, after what is not recorded yet', () => {
    write()
    const { status, lines } = run('en_GB.UTF-8', 'data')
    expect(status).toBe(0)
    expect(lines[0]).toMatch(/^data\/programmes\/sample\/recorded.yaml:1 {2}Not recorded yet: 7\./)
    expect(lines[1]).toMatch(
      /^The catalogue is clean: 1 programmes, 5 indicators, 2 published figures, 5 regions, 4 units/,
    )
  })

  it('records once, after which nothing is left to tell and nothing changes', () => {
    write()
    expect(run('zh_CN', '--record', 'data').status).toBe(0)
    const recorded = () => readFileSync(path.join(home, 'data/programmes/sample/recorded.yaml'), 'utf8')
    const first = recorded()
    expect(run('zh_CN', 'data').lines).toHaveLength(1)
    expect(run('zh_CN', '--record', 'data').status).toBe(0)
    expect(recorded()).toBe(first)
  })

  it('records nothing while there is a mistake', () => {
    write([wrongDay])
    expect(run('zh_CN', '--record', 'data').status).toBe(1)
    expect(() => readFileSync(path.join(home, 'data/programmes/sample/recorded.yaml'))).toThrow('ENOENT')
  })

  it('ends with 2 and tells how it is used when it is asked for something else', () => {
    expect(run('en_GB.UTF-8', '--recrod')).toMatchObject({ status: 2, lines: [expect.stringContaining('Usage:')] })
  })

  it('ends with 1 and a sentence when the folder is not there', () => {
    expect(run('en_GB.UTF-8', 'nowhere')).toEqual({
      status: 1,
      stderr: '',
      lines: ['The folder nowhere cannot be read (ENOENT).'],
    })
  })
})
