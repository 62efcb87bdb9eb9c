import { allEvidence, openStore, reportFilesKept } from '@xushi/store'
import { machineClock } from './clock.ts'
import { BadSetting, readConfig } from './config.ts'
import { type ContentStore, contentStore, type Received } from './evidence/content-store.ts'
import { exitCodes, sayWhy } from './store-sentences.ts'

/*
 * npm run evidence:verify
 * Reads every file that an entry or a filing stands on, and every file of a report, and holds it against its digest; ends with 1 where one is
 * missing or altered.
 */
const states = {
  missing: { zh: '缺失', en: 'is missing' },
  altered: { zh: '已被改动', en: 'was altered' },
} as const

/** A file, and what stands on it in words of both languages. */
type Held = Received & { readonly behind: string }

async function verify(): Promise<number> {
  const { databaseUrl, home } = readConfig(process.env)
  const store = await openStore({ databaseUrl, home, clock: machineClock })
  try {
    const evidence = (await store.read(allEvidence)).map(({ sha256, size, name, subjectKind, subjectId }) => ({
      ...{ sha256, size },
      behind: `${name} (${subjectKind} ${subjectId})`,
    }))
    const reports = (await store.read(reportFilesKept)).map(({ sha256, size, name, report }) => ({
      ...{ sha256, size },
      behind: `${name} (report ${report})`,
    }))
    const unsound =
      (await unsoundOf(contentStore(home), evidence)) + (await unsoundOf(contentStore(home, 'reports'), reports))
    if (unsound > 0) return 1
    const count = new Set([...evidence, ...reports].map(({ sha256 }) => sha256)).size
    process.stdout.write(`佐证材料和报告文件完整，共 ${count} 个文件。 Evidence and reports hold: ${count} files.\n`)
    return 0
  } finally {
    await store.close()
  }
}

/** Names each file that is not what was recorded, and says how many nothing stands on. @returns how many are not */
async function unsoundOf(contents: ContentStore, held: readonly Held[]): Promise<number> {
  const files = new Map(held.map((file) => [file.sha256, file]))
  let unsound = 0
  for (const file of files.values()) {
    const found = await contents.check(file)
    if (found === 'sound') continue
    unsound += 1
    const { zh, en } = states[found]
    const named = held.flatMap(({ sha256, behind }) => (sha256 === file.sha256 ? [behind] : [])).join(', ')
    process.stdout.write(`${file.sha256} ${zh}：${named}。 ${file.sha256} ${en}: ${named}.\n`)
  }
  const idle = (await contents.list()).filter((sha256) => !files.has(sha256)).length
  if (idle > 0) process.stdout.write(`另有 ${idle} 个文件无人引用。 ${idle} files stand behind nothing.\n`)
  return unsound
}

verify().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const code = error instanceof BadSetting ? exitCodes.settings : sayWhy(error)
    if (code !== exitCodes.store) process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(code ?? 1)
  },
)
