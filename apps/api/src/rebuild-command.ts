import { openStore, rebuildReadModels } from '@xushi/store'
import { machineClock } from './clock.ts'
import { BadSetting, readConfig } from './config.ts'
import { exitCodes, sayWhy } from './store-sentences.ts'

/*
 * npm run rebuild
 * Makes the read models again from the approved entries.
 */
async function rebuild(): Promise<void> {
  const { databaseUrl, home } = readConfig(process.env)
  const store = await openStore({ databaseUrl, home, clock: machineClock })
  try {
    const { indicators } = await rebuildReadModels(store)
    process.stdout.write(
      `已从审定的填报重新生成 ${indicators} 项指标的汇总。 The totals of ${indicators} indicators were made again from approved entries.\n`,
    )
  } finally {
    await store.close()
  }
}

rebuild().catch((error: unknown) => {
  const code = error instanceof BadSetting ? exitCodes.settings : sayWhy(error)
  if (code !== exitCodes.store) process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(code ?? 1)
})
