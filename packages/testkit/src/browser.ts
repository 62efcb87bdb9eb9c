import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'

/** No window, no sandbox (containers give none), and no call to anybody: the browser may speak to the product alone. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--font-render-hinting=none',
]

/**
 * Starts a headless Chromium on a machine that has neither a browser nor the libraries of one. It sees no font of the
 * system, only Open Sans: text in Chinese has ink only if the page brings its own font, which is what the tests prove.
 *
 * On a platform for which no npm package carries a browser, the installed Chrome is started; `TEST_BROWSER` names
 * another executable.
 */
export async function launchBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  const named = process.env.TEST_BROWSER
  if (named !== undefined) return chromium.launch({ executablePath: named, args: flags })
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args: flags })

  const room = await unpackedBrowser()
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)),
    LD_LIBRARY_PATH: path.join(room, 'al2023', 'lib'),
    FONTCONFIG_PATH: path.join(room, 'fonts'),
  }
  return chromium.launch({ executablePath: path.join(room, 'chromium'), args: flags, env })
}

/** The folder of the unpacked browser (204 MB), one per version; unpacked aside and renamed, since test files race for it. */
async function unpackedBrowser(): Promise<string> {
  const packed = path.resolve(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')
  const { version } = JSON.parse(readFileSync(path.join(packed, 'package.json'), 'utf8'))
  const room = path.join(tmpdir(), `xushi-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(room)) return room

  const half = mkdtempSync(`${room}-`)
  await unpackInto(half, path.join(packed, 'bin'))
  const fonts = path.join(half, 'fonts', 'fonts.conf')
  const conf = readFileSync(fonts, 'utf8')
  writeFileSync(
    fonts,
    conf.replace('/tmp/fonts-cache/', `${room}/fonts-cache`).replace('/tmp/fonts', `${room}/fonts/fonts`),
  )
  try {
    renameSync(half, room)
  } catch (error) {
    // Another test file was first.
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(room)) throw error
  }
  return room
}

async function unpackInto(folder: string, archives: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const { inflate } = await import('@sparticuz/chromium')
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  // The package unpacks into the temporary folder, which it reads before it returns its promise.
  const unpacked = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => inflate(path.join(archives, name)))
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  await Promise.all(unpacked)
}
