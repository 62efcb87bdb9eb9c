import type { Mistake } from '@xushi/catalogue'
import type { Catalogue } from '@xushi/domain'
import { bringUpToDate, type Store } from '@xushi/store'
import type { Logger } from 'pino'
import { catalogueDigest } from '../build-digest.ts'
import type { Config } from '../config.ts'
import { keptCatalogue } from './kept-catalogue.ts'

/** The catalogue in `data/` has mistakes; nothing was changed. */
export class BadCatalogue extends Error {
  readonly mistakes: readonly Mistake[]

  constructor(mistakes: readonly Mistake[]) {
    super(`${mistakes.length} mistakes in the catalogue`)
    this.mistakes = mistakes
  }
}

/** The checked catalogue of an installation. @throws BadCatalogue */
export async function cleanCatalogue(root: string, { home, data }: Pick<Config, 'home' | 'data'>): Promise<Catalogue> {
  const reading = await keptCatalogue(home, catalogueDigest(root, data), async () => {
    const { readCatalogue } = await import('@xushi/catalogue')
    return readCatalogue(data)
  })
  if (!reading.clean) throw new BadCatalogue(reading.mistakes)
  return reading.catalogue
}

/** Brings the store up to date with the catalogue. Where a decision in the store says otherwise, the decision stands. */
export async function takeUp(store: Store, catalogue: Catalogue, logger: Pick<Logger, 'info' | 'warn'>): Promise<void> {
  const { drift, ...changes } = await bringUpToDate(store, catalogue)
  logger.info({ digest: catalogue.digest, ...changes }, 'catalogue')
  for (const { subject, part } of drift) logger.warn({ subject, part }, 'the decision in the store stands')
}

/** Says each mistake with its file and line on standard error. */
export async function sayMistakes({ mistakes }: BadCatalogue): Promise<void> {
  process.stderr.write('目录数据有误，未启动。 The catalogue has mistakes; nothing was started.\n')
  const { mistakeLine } = await import('@xushi/catalogue')
  for (const mistake of mistakes) process.stderr.write(`data/${mistakeLine(mistake, 'both')}\n`)
}
