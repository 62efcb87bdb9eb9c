/*
 * Starts every command of package.json: installs the dependencies if the lockfile asks for it, then runs the wanted
 * program with the Node that the lockfile pins. Plain JavaScript without a dependency, for Node 20 or later, since it
 * runs before anything is installed.
 *
 * `exec node` in package.json and the handlers below hand SIGTERM on to the program: the usual chain of npm, npx and sh
 * loses it, and the server would die without finishing its answers.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commands } from './commands.mjs'
import { isInstalled, markInstalled, pnpmPackage, runtime } from './runtime.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const running = new Set()
let stopping = false

function stop(signal) {
  stopping = true
  for (const child of running) child.kill(signal)
}

process.on('SIGTERM', () => stop('SIGTERM'))
process.on('SIGHUP', () => stop('SIGHUP'))
// A terminal sends Ctrl-C to the whole group: the program already has it, and a second one would mean "at once".
process.on('SIGINT', () => (process.stdin.isTTY ? undefined : stop('SIGINT')))

/** Runs one program to its end and gives its exit code, 128 and more when a signal ended it. */
function run(program, args, cwd = root) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: 'inherit' })
    running.add(child)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      running.delete(child)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

async function install() {
  if (isInstalled(root)) return 0
  process.stderr.write('Installing the packages of the lockfile (first run, or the lockfile changed)\n')
  const code = await run('npx', ['--yes', pnpmPackage, 'install', '--frozen-lockfile'])
  if (code === 0) markInstalled(root)
  return code
}

async function inTurn(node, programs, args) {
  for (const [index, program] of programs.entries()) {
    const last = index === programs.length - 1
    const code = await run(node, last ? [...program, ...args] : program)
    if (code !== 0 || stopping) return code
  }
  return 0
}

async function sideBySide(node, programs) {
  const ends = programs.map((program) => run(node, program))
  const first = await Promise.race(ends)
  stop('SIGTERM')
  await Promise.all(ends)
  return first
}

async function launch([name = '', ...args]) {
  const command = commands[name]
  if (command === undefined) {
    process.stderr.write(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}\n`)
    return 2
  }
  if (command.alone !== undefined && args.length > 0) {
    // npm runs its commands in the folder of the project and says here where they were typed.
    return run(process.execPath, [join(root, command.alone), ...args], process.env.INIT_CWD ?? process.cwd())
  }
  const installed = await install()
  if (installed !== 0 || stopping) return installed

  const node = runtime(root)
  return command.together === undefined ? inTurn(node, command.programs, args) : sideBySide(node, command.together)
}

try {
  process.exitCode = await launch(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
