import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importViolations } from './import-rules.ts'
import { sourceFiles } from './source-file.ts'
import { sourceViolations } from './source-rules.ts'
import { type Tally, tallyOf, total } from './tally.ts'

/*
 * Everything that `npm test` checks, or the steps named as arguments. All steps run, also after a failure: one run tells
 * everything that is wrong. The last line counts every step that is not a test run as one.
 */
const root = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)))

const steps: Readonly<Record<string, () => Tally>> = {
  style: () => program('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  types: () => total(projects().map((project) => program('node_modules/typescript/bin/tsc', '-p', project))),
  imports: () => verdict(reportViolations()),
  catalogue: () => program('packages/catalogue/src/check-command.ts'),
  pages: () => program('apps/web/build/ensure-built.ts'),
  tests: () => testRun(),
}

function run(args: readonly string[]): boolean {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0
}

const verdict = (passed: boolean): Tally => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })

const program = (...args: readonly string[]): Tally => verdict(run(args))

function projects(): string[] {
  const folders = ['apps', 'packages'].flatMap((area) =>
    readdirSync(path.join(root, area)).map((name) => path.join(area, name)),
  )
  return ['.', ...folders].filter((folder) => existsSync(path.join(root, folder, 'tsconfig.json')))
}

function reportViolations(): boolean {
  const files = sourceFiles(root)
  const violations = [...importViolations(files), ...sourceViolations(files)]
  for (const { path: file, line, rule, reason } of violations) print(`${file}:${line} ${rule}: ${reason}`)
  return violations.length === 0
}

function testRun(): Tally {
  const room = mkdtempSync(path.join(tmpdir(), 'xushi-tests-'))
  const report = path.join(room, 'report.json')
  try {
    const ended = run([
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ])
    return tallyOf(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, ended)
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function main(names: readonly string[]): number {
  const unknown = names.find((name) => steps[name] === undefined)
  if (unknown !== undefined) {
    print(`There is no step "${unknown}". Known: ${Object.keys(steps).join(', ')}`)
    return 2
  }
  const tallies = Object.entries(steps)
    .filter(([name]) => names.length === 0 || names.includes(name))
    .map(([name, step]) => {
      print(`── ${name}`)
      const tally = step()
      if (tally.failed > 0) print(`── ${name} failed`)
      return tally
    })
  const { passed, failed, skipped } = total(tallies)
  print(`\n${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`)
  return failed === 0 ? 0 : 1
}

process.exitCode = main(process.argv.slice(2))
