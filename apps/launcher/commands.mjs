/**
 * What each `npm run` command starts, in order; every program but the last must end well before the next one starts.
 * `together` programs run side by side and end together. `alone`, a program that needs nothing installed, is what runs when the caller
 * gives arguments, in the caller's own folder. The caller's own arguments go to the last program.
 */
const tsc = 'node_modules/typescript/bin/tsc'
const biome = 'node_modules/@biomejs/biome/bin/biome'
const vitest = 'node_modules/vitest/vitest.mjs'
const vite = 'apps/web/node_modules/vite/bin/vite.js'
const checks = 'packages/testkit/src/check-command.ts'
/**
 * V8 would let garbage pile up to several times what is in use before it looks for any, and with it the statements and buffers outside its
 * heap: the process would be three times as large, and no answer faster.
 */
const server = ['--max-semi-space-size=2', '--heap-growing-percent=70', 'apps/api/src/main.mjs']
const ensureBuilt = ['apps/web/build/ensure-built.ts']

export const commands = {
  start: { programs: [ensureBuilt, [...server]] },
  dev: {
    together: [
      ['--watch', '--watch-preserve-output', 'apps/api/src/main.mjs'],
      [vite, 'apps/web'],
    ],
  },
  build: { programs: [ensureBuilt] },
  test: { programs: [[checks]] },
  check: { programs: [[checks, 'style', 'types', 'imports', 'catalogue']] },
  'check:style': { programs: [[checks, 'style']] },
  'check:types': { programs: [[checks, 'types']] },
  'check:imports': { programs: [[checks, 'imports']] },
  format: { programs: [[biome, 'check', '--write', '.']] },
  'test:pages': { programs: [ensureBuilt, [vitest, 'run', '--project', 'e2e']] },
  vitest: { programs: [[vitest, 'run']] },
  tsc: { programs: [[tsc]] },
  bench: { programs: [ensureBuilt, ['packages/bench/src/main.ts']] },
  'bench:forecast': { programs: [['packages/bench/src/forecast-command.ts']] },
  'catalogue:check': { programs: [['packages/catalogue/src/check-command.ts']] },
  report: { programs: [['apps/api/src/report-command.ts']] },
  rebuild: { programs: [['apps/api/src/rebuild-command.ts']] },
  'evidence:verify': { programs: [['apps/api/src/evidence-verify-command.ts']] },
  'ledger:verify': {
    programs: [['apps/api/src/ledger-verify-command.ts']],
    alone: 'apps/api/src/ledger/verify-ledger-file.mjs',
  },
}
