import { allEvidence, openStore } from '@xushi/store'
import { machineClock } from './clock.ts'
import { BadSetting, readConfig } from './config.ts'
import { contentStore } from './evidence/content-store.ts'
import { exitCodes, sayWhy } from './store-sentences.ts'

/*
 * npm run evidence:verify
 * Reads every file that an entry or a filing stands on and holds it against its digest; ends with 1 where one is missing or altered.
 */
const states = {
  missing: { zh: '缺失', en: 'is missing' },
  altered: { zh: '已被改动', en: 'was altered' },
} as const

async function verify(): Promise<number> {
  const { databaseUrl, home } = readConfig(process.env)
  const store = await openStore({ databaseUrl, home, clock: machineClock })
  try {
    const rows = await store.read(allEvidence)
    const contents = contentStore(home)
    const files = new Map(rows.map(({ sha256, size }) => [sha256, { sha256, size }]))
    let unsound = 0
    for (const file of files.values()) {
      const found = await contents.check(file)
      if (found === 'sound') continue
      unsound += 1
      const { zh, en } = states[found]
      const behind = rows.filter(({ sha256 }) => sha256 === file.sha256)
      const named = behind.map(({ name, subjectKind, subjectId }) => `${name} (${subjectKind} ${subjectId})`).join(', ')
      process.stdout.write(`${file.sha256} ${zh}：${named}。 ${file.sha256} ${en}: ${named}.\n`)
    }
    const known = new Set(files.keys())
    const idle = (await contents.list()).filter((sha256) => !known.has(sha256)).length
    if (idle > 0) process.stdout.write(`另有 ${idle} 个文件无人引用。 ${idle} files stand behind nothing.\n`)
    if (unsound > 0) return 1
    process.stdout.write(`佐证材料完整，共 ${files.size} 个文件。 The evidence holds: ${files.size} files.\n`)
    return 0
  } finally {
    await store.close()
  }
}

verify().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const code = error instanceof BadSetting ? exitCodes.settings : sayWhy(error)
    if (code !== exitCodes.store) process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(code ?? 1)
  },
)
