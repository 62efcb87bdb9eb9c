import type { BenchRow } from './bench-row.ts'
import { largeRows } from './large-rows.ts'
import { pageRows } from './page-rows.ts'
import { reportRows } from './report-rows.ts'
import { serverRows } from './server-rows.ts'

/** The parts of the benchmark; without a name, all but the largest: `npm run bench -- pages large`. */
const parts: Readonly<Record<string, () => Promise<readonly (BenchRow | null)[]>>> = {
  server: serverRows,
  pages: pageRows,
  reports: reportRows,
  large: () => largeRows(8),
  largest: () => largeRows(40),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => parts[name] === undefined)
if (unknown.length > 0)
  throw new Error(`there is no ${unknown.join(', ')}; the parts are ${Object.keys(parts).join(', ')}`)

for (const [name, rowsOf] of Object.entries(parts)) {
  if (asked.length > 0 ? !asked.includes(name) : name === 'largest') continue
  for (const row of await rowsOf()) {
    if (row === null) continue
    const ratio = row.ratio < 0.1 ? row.ratio.toPrecision(2) : row.ratio.toFixed(2)
    console.log(`${row.job}\n  ${row.ours}; ${row.against}\n  ratio ${ratio} (reach: ${row.reach})`)
  }
}
