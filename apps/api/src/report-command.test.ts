import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { missingFromFile } from '@xushi/report'
import { withManyTargets } from '@xushi/testkit'
import { afterAll, describe, expect, it } from 'vitest'

/** Each in a folder of its own, as an operator runs it; nothing was started there before. */
const home = mkdtempSync(path.join(tmpdir(), 'xushi-report-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

function report(...args: readonly string[]) {
  return reportWith({}, ...args)
}

function reportWith(more: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { DATABASE_URL: _, XUSHI_DEMO: __, ...settings } = process.env
  const program = path.resolve(import.meta.dirname, 'report-command.ts')
  const env = { ...settings, XUSHI_HOME: path.join(home, 'store'), ...more }
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env })
}
const asked = ['--programme', 'miit-2020-8', '--on', '2020-10-31']
const filesIn = (folder: string) =>
  readdirSync(folder).map((name) => ({ name, bytes: readFileSync(path.join(folder, name)).toString('base64') }))

describe('npm run report', () => {
  it('writes a report in an empty folder, and the same bytes once more', () => {
    const folders = ['once', 'twice'].map((name) => path.join(home, name))
    const [first] = folders.map((out) => {
      const run = report(...asked, '--kind', 'one-page', '--format', 'docx,pdf,xlsx,csv,json', '--out', out)
      expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' })
      return filesIn(out)
    })
    expect(first?.map(({ name }) => path.extname(name)).sort()).toEqual(['.csv', '.docx', '.json', '.pdf', '.xlsx'])
    expect(filesIn(folders[1] ?? '')).toEqual(first)
  }, 120_000)

  it('writes a report of four hundred targets, each of them in every file', async () => {
    const data = path.join(home, 'many')
    await withManyTargets(data)
    const out = path.join(home, 'many-out')
    const settings = { XUSHI_DATA: data, XUSHI_HOME: path.join(home, 'many-store') }
    const run = reportWith(settings, ...asked, '--format', 'docx,pdf,xlsx,json', '--out', out)
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' })
    const bytesOf = (format: string) =>
      readFileSync(path.join(out, readdirSync(out).find((name) => name.endsWith(format)) ?? ''))
    const { model } = JSON.parse(bytesOf('json').toString())
    expect(JSON.stringify(model)).toContain('T479')
    for (const format of ['docx', 'pdf', 'xlsx'] as const) {
      expect([format, await missingFromFile(model, bytesOf(format), format)]).toEqual([format, []])
    }
  }, 180_000)

  it.each([
    { wrong: 'no programme', args: [], status: 2, says: '请指明行动计划' },
    { wrong: 'a kind that is none', args: [...asked, '--kind', 'weekly'], status: 2, says: '不认识“weekly”' },
    { wrong: 'a format that is none', args: [...asked, '--format', 'doc'], status: 2, says: '不认识“doc”' },
    { wrong: 'an option that is none', args: [...asked, '--colour', 'red'], status: 2, says: '不认识的参数' },
    {
      wrong: 'a day that is none',
      args: ['--programme', 'miit-2020-8', '--on', '2020-02-31'],
      status: 1,
      says: '日历',
    },
    {
      wrong: 'a regional report of nowhere',
      args: [...asked, '--kind', 'regional'],
      status: 1,
      says: '请选择一个地区',
    },
  ])(
    'refuses $wrong in a sentence, and writes nothing',
    ({ args, status, says }) => {
      const out = path.join(home, 'nothing')
      const run = report(...args, '--out', out)
      expect(run.status).toBe(status)
      expect(run.stderr).toContain(says)
      expect(run.stderr).not.toMatch(/ {4}at /)
      expect(() => readdirSync(out)).toThrow()
    },
    60_000,
  )
})
