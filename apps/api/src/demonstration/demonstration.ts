import { existsSync, readFileSync } from 'node:fs'
import type { Catalogue } from '@xushi/domain'
import { bringUpToDate, hasEntries, hasNoAccount, type Store } from '@xushi/store'
import { BadSetting } from '../config.ts'
import { accountsFile, demonstrationCast } from './demonstration.accounts.ts'
import { type Act, recordingActs } from './demonstration.acts.ts'
import type { DemonstrationPlan } from './demonstration.plan.ts'
import { registerActs } from './demonstration.registers.ts'
import type { SimulatedClock } from './simulated-clock.ts'

export type Demonstration = {
  readonly store: Store
  readonly catalogue: Catalogue
  readonly clock: SimulatedClock
  readonly home: string
  /** The demonstration file in data/. */
  readonly file: string
}

/**
 * Fills an empty store with a believable history (演示数据): accounts, entries, returns, corrections and published figures, each
 * at its simulated time, so that on-time, late and `knownAt` mean something. A store that has it is left as it is.
 *
 * @throws BadSetting when the store holds anything real, or a history that was cut off
 */
export async function demonstrate({ store, catalogue, clock, home, file }: Demonstration): Promise<void> {
  const { real, demo, empty } = await store.read(async (reading) => ({
    real: await hasEntries(reading, false),
    demo: await hasEntries(reading, true),
    empty: await hasNoAccount(reading),
  }))
  if (demo && existsSync(accountsFile(home))) return
  if (real || (!demo && !empty)) {
    throw new BadSetting(
      'XUSHI_DEMO',
      '库里已有真实的账号或填报，不能再加演示数据；请换一个 XUSHI_HOME。',
      'the store holds real accounts or entries; name another XUSHI_HOME for the demonstration.',
    )
  }
  if (!empty) {
    throw new BadSetting(
      'XUSHI_DEMO',
      '演示数据没有写完；请换一个空的 XUSHI_HOME 重新开始。',
      'the demonstration data was cut off; start again with an empty XUSHI_HOME.',
    )
  }

  const { parse } = await import('yaml')
  const plan: DemonstrationPlan = parse(readFileSync(file, 'utf8'))
  const programme = catalogue.programmes.find(({ id }) => id === plan.programme)
  if (programme === undefined)
    throw new Error(`the demonstration speaks of ${plan.programme}, which is not in the catalogue`)
  try {
    clock.set(`${programme.publishedOn}T01:00:00.000Z`)
    await bringUpToDate(store, knownBy(catalogue, programme.publishedOn))
    const cast = await demonstrationCast(store, catalogue.units, home)
    const acts = [
      ...publicationActs(store, catalogue, programme.publishedOn),
      ...recordingActs({ store, catalogue, plan, cast }),
      ...registerActs({ store, catalogue, plan, cast }),
    ]
    for (const together of inTurn(acts)) {
      clock.set(together[0]?.at ?? clock.now())
      await Promise.all(together.map(({ run }) => run()))
    }
    await cast.finish()
  } finally {
    clock.release()
  }
}

/** The acts in order of time; those that were done in one go stand together and share a write to the disk. */
function inTurn(acts: readonly Act[]): readonly (readonly Act[])[] {
  const groups: Act[][] = []
  for (const act of acts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const before = groups.at(-1)?.[0]
    const joins = act.inOneGo !== undefined && before?.at === act.at && before.inOneGo === act.inOneGo
    if (joins) groups.at(-1)?.push(act)
    else groups.push([act])
  }
  return groups
}

/** The catalogue as far as its figures had been published by a day. */
function knownBy(catalogue: Catalogue, on: string): Catalogue {
  return { ...catalogue, publishedFigures: catalogue.publishedFigures.filter(({ publishedOn }) => publishedOn <= on) }
}

/** Each later figure becomes known on the day it was published. */
function publicationActs(store: Store, catalogue: Catalogue, after: string): readonly Act[] {
  const days = new Set(catalogue.publishedFigures.map(({ publishedOn }) => publishedOn).filter((day) => day > after))
  return [...days].map((day) => ({
    at: `${day}T08:00:00.000Z`,
    run: async () => {
      await bringUpToDate(store, knownBy(catalogue, day))
    },
  }))
}
