import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const here = path.dirname(fileURLToPath(import.meta.url))
const vitest = fileURLToPath(new URL('../vitest.mjs', import.meta.resolve('vitest')))

function runWith(test: string) {
  const room = mkdtempSync(path.join(here, 'scratch-'))
  try {
    writeFileSync(path.join(room, 'scratch.test.ts'), `import { it } from 'vitest'\n${test}`)
    const setup = `export default { test: { setupFiles: [${JSON.stringify(path.join(here, 'console-errors.ts'))}] } }`
    writeFileSync(path.join(room, 'vitest.config.ts'), setup)
    return spawnSync(process.execPath, [vitest, 'run', '--root', room], { encoding: 'utf8' })
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

describe('the setup of every test file', () => {
  it('fails a test that writes to console.error, and shows the line', () => {
    const run = runWith(`it('complains', () => console.error('key %s is missing', 'id'))`)
    expect(run.status).toBe(1)
    expect(run.stdout + run.stderr).toContain('key id is missing')
  })

  it('leaves a silent test alone', () => {
    expect(runWith(`it('is silent', () => undefined)`).status).toBe(0)
  })
})
